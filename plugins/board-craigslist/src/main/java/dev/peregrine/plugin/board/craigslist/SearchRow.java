package dev.peregrine.plugin.board.craigslist;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of a search page.
 *
 * @param item what the page's JSON-LD says at the same position, which need not be the same posting
 */
record SearchRow(Markup row, Optional<Json> item) {

  Posting posting(URI page) throws ExtensionException {
    String title = row.text(".title").or(() -> row.attribute("title")).orElseThrow();
    URI address =
        row.first("a[href]")
            .flatMap(link -> link.attribute("href"))
            .flatMap(text -> HttpCall.address(page, text))
            .orElseThrow();
    Optional<String> where = row.text(".location");
    Optional<String> price = row.text(".price");
    Optional<Salary> salary = price.flatMap(SearchRow::salary);
    return Posting.of(PostingAddress.id(address).orElse(address.toString()), title, address)
        .withPlaces(place(title, where).stream().toList())
        .withRemote(where.flatMap(RemoteMode::ofPlace))
        .withSalary(salary)
        // A price that names no period is kept as the board has it.
        .withTags(salary.isPresent() ? List.of() : price.stream().toList());
  }

  private Optional<Place> place(String title, Optional<String> where) {
    Optional<String> text = where.filter(name -> !Place.isWorkModel(name));
    Optional<Place> listed =
        item.filter(same -> same.at("name").text().filter(title::equals).isPresent())
            .map(same -> same.at("address"))
            .flatMap(
                address ->
                    Place.of(
                        address.at("addressLocality").text(),
                        address.at("addressRegion").text(),
                        address.at("addressCountry").text()));
    return listed
        .map(
            place ->
                new Place(text.orElse(place.text()), place.city(), place.region(), place.country()))
        .or(() -> text.flatMap(Place::parse));
  }

  /** What has no period is a price: of a flat, of a gig, of what one has to pay oneself. */
  static Optional<Salary> salary(String text) {
    boolean hasPeriod =
        Stream.of(text.split("[^\\p{L}]+")).anyMatch(word -> PayPeriod.parse(word).isPresent());
    return hasPeriod ? Salary.parse(text) : Optional.empty();
  }
}
