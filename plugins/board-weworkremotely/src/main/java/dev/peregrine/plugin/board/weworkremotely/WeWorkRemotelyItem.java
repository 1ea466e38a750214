package dev.peregrine.plugin.board.weworkremotely;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One {@code item} of a feed of We Work Remotely. */
record WeWorkRemotelyItem(Markup item) {

  Posting posting() throws ExtensionException {
    String heading = item.text("title").orElseThrow(() -> unreadable("title", "Company: Role"));
    URI address =
        item.text("link")
            .flatMap(HttpCall::address)
            .or(() -> item.text("guid").flatMap(HttpCall::address))
            .orElseThrow(() -> unreadable("link", "an absolute http or https address"));
    int colon = heading.indexOf(": ");
    boolean split = colon > 0;
    var where = Where.of(item.text("region"), item.text("state"), item.text("country"));
    return Posting.of(
            item.text("guid").orElse(address.toString()),
            split ? heading.substring(colon + 2) : heading,
            address)
        .withCompany(split ? Optional.of(heading.substring(0, colon)) : Optional.empty())
        .withPlaces(where.places())
        .withRemote(Optional.of(RemoteMode.REMOTE))
        .withPosted(item.text("pubDate").flatMap(FeedTime::parse).map(OffsetDateTime::toLocalDate))
        .withCloses(item.text("expires_at").flatMap(FeedTime::parse).map(OffsetDateTime::toInstant))
        .withEmploymentTypes(item.text("type").map(EmploymentType::parse).orElse(Set.of()))
        .withDescription(item.text("description"))
        .withTags(item.text("skills").map(WeWorkRemotelyItem::skills).orElse(List.of()))
        .withDetail(PostingDetail.REMOTE_FROM, Optional.of(where.remoteFrom()))
        .withDetail(PostingDetail.FUNCTION, item.text("category"))
        .withDetail(
            PostingDetail.COMPANY_LOGO,
            item.first("media|content")
                .flatMap(logo -> logo.attribute("url"))
                .flatMap(HttpCall::address)
                .map(URI::toString));
  }

  /** {@code Java, Spring, and SQL}. */
  private static List<String> skills(String text) {
    return Stream.of(text.split(","))
        .map(String::strip)
        .map(skill -> skill.startsWith("and ") ? skill.substring(4).strip() : skill)
        .filter(skill -> !skill.isEmpty())
        .distinct()
        .toList();
  }

  private static ExtensionException unreadable(String name, String expected) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "We Work Remotely: element \"%s\" could not be read, expected %s. The posting was left out."
            .formatted(name, expected));
  }
}
