package dev.peregrine.plugin.board.theladders;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.util.Optional;

/** One card of a search page. */
record Card(Markup card) {

  private static final URI SITE = URI.create(TheLaddersBoard.SERVER + "/");

  Posting posting() throws ExtensionException {
    Markup link = card.first("p.job-link-wrapper a[href], a.clipped-text[href]").orElseThrow();
    String title = link.text().orElseThrow();
    JobAddress address =
        link.attribute("href")
            .flatMap(text -> HttpCall.address(SITE, text))
            .flatMap(JobAddress::of)
            .orElseThrow();
    Optional<String> where = card.text(".remote-location-text, .location-info");
    return Posting.of(address.id(), title, address.page())
        .withCompany(address.company(title, where))
        .withPlaces(
            where.filter(text -> !Place.isWorkModel(text)).flatMap(Place::parse).stream().toList())
        .withRemote(
            card.first(".remote-flag-badge-remote").isPresent()
                ? Optional.of(RemoteMode.REMOTE)
                : where.flatMap(RemoteMode::ofPlace))
        .withSalary(card.text("p.salary, .salary-info p").flatMap(Card::salary));
  }

  /** An asterisk marks what the board has estimated itself. */
  private static Optional<Salary> salary(String text) {
    boolean isEstimate = text.contains("*");
    return Salary.parse(text.replace("*", ""))
        .map(salary -> isEstimate ? salary.withOrigin(Salary.Origin.ESTIMATED) : salary);
  }
}
