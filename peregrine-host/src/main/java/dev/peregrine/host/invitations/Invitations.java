package dev.peregrine.host.invitations;

import dev.peregrine.host.invitations.Invitation.Status;
import dev.peregrine.host.invitations.InvitationException.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads iCalendar files. */
public final class Invitations {

  /** The largest file that is read, in bytes. */
  public static final int LARGEST = 512 * 1024;

  /** The most events that a file can have. */
  public static final int MOST_EVENTS = 20;

  private static final int MOST_PEOPLE = 15;
  private static final Duration USUAL_LENGTH = Duration.ofMinutes(60);
  private static final Duration LONGEST = Duration.ofDays(14);

  private Invitations() {}

  /** The text of a file, in the encoding that it seems to have. */
  public static String text(byte[] bytes) throws InvitationException {
    if (bytes.length > LARGEST) {
      throw new InvitationException(Kind.TOO_LARGE);
    }
    if (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  /**
   * The events of a file.
   *
   * @param usual the reader's zone, for times that say none
   */
  public static List<Invitation> read(String text, ZoneId usual) throws InvitationException {
    if (text.length() > LARGEST) {
      throw new InvitationException(Kind.TOO_LARGE);
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<IcsPart> calendars = IcsPart.of(IcsLine.of(plain)).parts("VCALENDAR");
    if (calendars.isEmpty()) {
      throw new InvitationException(Kind.NO_CALENDAR);
    }
    List<Invitation> events =
        calendars.stream()
            .flatMap(
                calendar ->
                    calendar.parts("VEVENT").stream().map(event -> event(calendar, event, usual)))
            .limit(MOST_EVENTS + 1L)
            .toList();
    if (events.isEmpty()) {
      throw new InvitationException(Kind.NO_EVENT);
    }
    if (events.size() > MOST_EVENTS) {
      throw new InvitationException(Kind.TOO_MANY_EVENTS);
    }
    return events;
  }

  private static Invitation event(IcsPart calendar, IcsPart event, ZoneId usual) {
    var times = new IcsTimes(calendar.parts("VTIMEZONE"), usual);
    Optional<IcsTimes.At> start = event.find("DTSTART").flatMap(times::at);
    Optional<LocalDate> day = event.find("DTSTART").flatMap(IcsTimes::day);
    return new Invitation(
        uid(event),
        sequence(event),
        event.find("DTSTAMP").flatMap(times::at).map(at -> at.time().toInstant()),
        status(calendar, event),
        event.line("SUMMARY"),
        start.map(IcsTimes.At::time),
        day,
        start.map(IcsTimes.At::zone).orElse(Invitation.Zone.SAID),
        length(event, times, start),
        Optional.of(event.line("LOCATION"))
            .filter(place -> !place.isEmpty() && !place.matches("(?i)https?://\\S*")),
        CallLinks.find(event),
        event.find("ORGANIZER").map(Invitations::name).orElse(""),
        event.all("ATTENDEE").stream()
            .map(Invitations::name)
            .filter(name -> !name.isEmpty())
            .distinct()
            .limit(MOST_PEOPLE)
            .toList(),
        event.find("RRULE").isPresent() || event.find("RDATE").isPresent());
  }

  /** One occurrence of several that was changed has a name of its own. */
  private static String uid(IcsPart event) {
    String said =
        event.line("UID") + event.find("RECURRENCE-ID").map(at -> "/" + at.line()).orElse("");
    boolean isName = said.length() <= 250 && said.matches("\\S+") && !event.line("UID").isEmpty();
    return isName ? said : "read-" + hash(said.isEmpty() ? event.lines().toString() : said);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static int sequence(IcsPart event) {
    String digits = event.line("SEQUENCE");
    return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
  }

  private static Status status(IcsPart calendar, IcsPart event) {
    if (calendar.line("METHOD").equalsIgnoreCase("CANCEL")) {
      return Status.CANCELLED;
    }
    return switch (event.line("STATUS").toUpperCase(Locale.ROOT)) {
      case "CANCELLED" -> Status.CANCELLED;
      case "TENTATIVE" -> Status.TENTATIVE;
      case "CONFIRMED" -> Status.CONFIRMED;
      default -> Status.UNSAID;
    };
  }

  private static Duration length(IcsPart event, IcsTimes times, Optional<IcsTimes.At> start) {
    Optional<Instant> end = event.find("DTEND").flatMap(times::at).map(at -> at.time().toInstant());
    Stream<Duration> said =
        start.isPresent() && end.isPresent()
            ? Stream.of(Duration.between(start.get().time().toInstant(), end.get()))
            : event.find("DURATION").flatMap(line -> IcsTimes.length(line.value())).stream();
    return said.filter(length -> length.toMinutes() > 0 && length.compareTo(LONGEST) <= 0)
        .findFirst()
        .orElse(USUAL_LENGTH);
  }

  /** The name, or else the address. */
  private static String name(IcsLine line) {
    String named = new IcsLine("CN", line.parameters(), line.parameter("CN")).line();
    return named.isEmpty() ? line.line().replaceFirst("(?i)^mailto:", "") : named;
  }
}
