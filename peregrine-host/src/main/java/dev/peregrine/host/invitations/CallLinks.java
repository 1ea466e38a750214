package dev.peregrine.host.invitations;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The link of a video call, where an event or a text has one. */
public final class CallLinks {

  private static final List<String> FIELDS =
      List.of(
          "CONFERENCE",
          "X-GOOGLE-CONFERENCE",
          "X-MICROSOFT-SKYPETEAMSMEETINGURL",
          "X-MICROSOFT-ONLINEMEETINGCONFLINK",
          "X-ZOOM-MEETING-URL");
  private static final List<String> HOSTS =
      List.of(
          "zoom.us",
          "teams.microsoft.com",
          "teams.live.com",
          "meet.google.com",
          "webex.com",
          "whereby.com",
          "meet.jit.si",
          "gotomeeting.com",
          "bluejeans.com",
          "chime.aws",
          "around.co",
          "livestorm.co",
          "hackerrank.com",
          "coderpad.io",
          "codility.com");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"\\]})\\\\]{4,1000}");

  private CallLinks() {}

  static Optional<URI> find(IcsPart event) {
    Stream<URI> said =
        FIELDS.stream().flatMap(field -> event.all(field).stream()).flatMap(CallLinks::addresses);
    Stream<URI> known =
        Stream.of("LOCATION", "URL", "DESCRIPTION")
            .flatMap(field -> event.all(field).stream())
            .flatMap(CallLinks::addresses)
            .filter(CallLinks::isCall);
    Stream<URI> where = event.all("LOCATION").stream().flatMap(CallLinks::addresses);
    return Stream.of(said, known, where).flatMap(links -> links).findFirst();
  }

  /** The first link of a text that leads to a call. */
  public static Optional<URI> find(String text) {
    return addresses(text).filter(CallLinks::isCall).findFirst();
  }

  private static Stream<URI> addresses(IcsLine line) {
    return addresses(line.text());
  }

  private static Stream<URI> addresses(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .limit(50)
        .map(found -> found.group().replaceAll("[.,;!?>]+$", ""))
        .flatMap(found -> address(found).stream());
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      return Optional.of(address).filter(each -> each.getHost() != null);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean isCall(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return HOSTS.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
  }
}
