package dev.peregrine.plugin.board.teamtailor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One {@code item} of an RSS feed. */
record TeamtailorRssItem(Markup item) implements TeamtailorRow {

  @Override
  public Posting read(String employer, InstantSource clock) throws ExtensionException {
    URI address =
        HttpCall.address(item.need("link"))
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.CHANGED_REMOTE,
                        "\"link\" could not be read, expected an absolute address. The posting was left out."));
    List<String> fields =
        Stream.of("tt|department", "tt|role").flatMap(name -> item.text(name).stream()).toList();
    return Posting.of(item.need("guid"), item.need("title"), address)
        .withCompany(Optional.of(employer))
        .withPlaces(
            item.select("tt|location").stream().flatMap(place -> place(place).stream()).toList())
        .withRemote(item.text("remoteStatus").flatMap(TeamtailorRssItem::remote))
        .withPosted(item.text("pubDate").flatMap(day -> Posting.day(day, clock)))
        .withDescription(item.text("description"))
        .withTags(fields.stream().distinct().toList())
        .withDetail(PostingDetail.DEPARTMENT, item.text("tt|department"))
        .withDetail(PostingDetail.FUNCTION, item.text("tt|role"));
  }

  /** {@code temporary} says that it will not stay so, and not what it will be. */
  private static Optional<RemoteMode> remote(String status) {
    return switch (status) {
      case "fully" -> Optional.of(RemoteMode.REMOTE);
      case "hybrid" -> Optional.of(RemoteMode.HYBRID);
      case "none" -> Optional.of(RemoteMode.ON_SITE);
      default -> Optional.empty();
    };
  }

  /** The name that the employer gave the place, with the town and country that it does not name. */
  private static Optional<Place> place(Markup location) {
    Optional<String> city = location.text("tt|city");
    Optional<String> country = location.text("tt|country");
    Optional<String> name = location.text("tt|name");
    String text =
        Stream.concat(
                name.stream(),
                Stream.of(city, country)
                    .flatMap(Optional::stream)
                    .filter(part -> name.filter(known -> known.contains(part)).isEmpty()))
            .collect(Collectors.joining(", "));
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(text, city, Optional.empty(), country.flatMap(Place::countryCode)));
  }
}
