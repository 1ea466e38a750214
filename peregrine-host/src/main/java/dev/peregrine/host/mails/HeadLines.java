package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailMessage.Address;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/** The lines above a mail's body, the first of each name and all of some. */
final class HeadLines {

  /** Those that classifiers get. */
  private static final Set<String> LENT =
      Set.of("list-id", "list-unsubscribe", "auto-submitted", "precedence", "reply-to");

  private static final int LONGEST = 4_000;
  private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,900})>");
  private static final Instant FIRST_MAIL = Instant.parse("1990-01-01T00:00:00Z");

  private final Map<String, String> first = new LinkedHashMap<>();
  private final StringBuilder to = new StringBuilder();
  private Optional<Instant> date = Optional.empty();

  void add(Field field) {
    String name = field.getName().toLowerCase(Locale.ROOT);
    switch (name) {
      case "to", "cc" -> to.append(to.isEmpty() ? "" : ", ").append(raw(field));
      case "date" -> date = date.or(() -> date(field));
      default -> first.putIfAbsent(name, raw(field));
    }
  }

  /** The value in one line, as it was sent: bytes that are no ASCII are UTF-8 or western. */
  private static String raw(Field field) {
    byte[] bytes = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
    String line =
        bytes.length == 0
            ? field.getBody()
            : TextBytes.text(bytes, Optional.<Charset>empty()).replaceFirst("^[^:]*:", "");
    String unfolded = line.replaceAll("\\r?\\n[ \\t]*|\\r", " ").strip();
    return unfolded.length() > LONGEST ? unfolded.substring(0, LONGEST) : unfolded;
  }

  private static Optional<Instant> date(Field field) {
    try {
      return Optional.ofNullable(
              DateTimeFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT).getDate())
          .map(java.util.Date::toInstant);
    } catch (DateTimeException | IllegalArgumentException strange) {
      return Optional.empty();
    }
  }

  String subject() {
    return text("subject").orElse("");
  }

  /** A value, with what was encoded for sending decoded. */
  Optional<String> text(String name) {
    return Optional.ofNullable(first.get(name)).map(HeadLines::decoded);
  }

  static String decoded(String value) {
    return DecoderUtil.decodeEncodedWords(
            value, DecodeMonitor.SILENT, StandardCharsets.UTF_8, Map.of())
        .replaceAll("[\\p{Cntrl}\\s]+", " ")
        .strip();
  }

  Optional<Address> from() {
    return addresses(first.getOrDefault("from", "")).stream()
        .findFirst()
        .or(() -> addresses(first.getOrDefault("sender", "")).stream().findFirst());
  }

  List<Address> to() {
    return addresses(to.toString());
  }

  private static List<Address> addresses(String value) {
    if (value.isBlank()) {
      return List.of();
    }
    try {
      var addresses = new ArrayList<Address>();
      // By its bytes: of a text it would look at as many bytes as the text has letters.
      ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, value);
      var all = new ParserCursor(0, bytes.length());
      for (Mailbox mailbox : LenientAddressParser.DEFAULT.parseAddressList(bytes, all).flatten()) {
        if (mailbox.getAddress() != null && !mailbox.getAddress().isBlank()) {
          addresses.add(
              new Address(
                  mailbox.getAddress(),
                  Optional.ofNullable(mailbox.getName()).map(HeadLines::decoded)));
        }
      }
      return addresses;
    } catch (RuntimeException strange) {
      return List.of();
    }
  }

  Optional<String> messageId() {
    return Optional.ofNullable(first.get("message-id"))
        .map(
            value -> {
              Matcher id = ID.matcher(value);
              return id.find() ? id.group(1) : value.strip();
            })
        .filter(id -> !id.isEmpty());
  }

  /** What it answers: those of References, then that of In-Reply-To. */
  List<String> references() {
    var ids = new ArrayList<String>();
    for (String name : List.of("references", "in-reply-to")) {
      Matcher id = ID.matcher(first.getOrDefault(name, ""));
      while (id.find() && ids.size() < 100) {
        if (!ids.contains(id.group(1))) {
          ids.add(id.group(1));
        }
      }
    }
    return ids;
  }

  /** The date, where mail existed by then and it is not to come. */
  Optional<Instant> sent(Instant now) {
    return date.filter(
        moment -> moment.isAfter(FIRST_MAIL) && moment.isBefore(now.plus(Duration.ofDays(2))));
  }

  Map<String, String> lent() {
    var lent = new LinkedHashMap<String, String>();
    for (String name : LENT) {
      text(name).ifPresent(value -> lent.put(name, value));
    }
    return lent;
  }
}
