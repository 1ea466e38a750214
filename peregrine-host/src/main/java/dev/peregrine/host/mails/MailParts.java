package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.api.mail.MailMessage.Attachment;
import dev.peregrine.host.documents.Winmail;
import dev.peregrine.host.pipeline.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.Field;

/** What is gathered of a mail while it is read. */
final class MailParts {

  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_CALENDAR = 500_000;
  private static final int MOST_CALENDARS = 5;
  private static final int MOST_ATTACHMENTS = 200;
  private static final int LARGEST_WINMAIL = 20_000_000;

  private final HeadLines head = new HeadLines();
  private final List<String> plains = new ArrayList<>();
  private final List<String> htmls = new ArrayList<>();
  private final StringBuilder carried = new StringBuilder();
  private final List<String> calendar = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
  private int messages;

  /** Whether the lines that follow are those of a mail, and not of a part of one. */
  private boolean atHead;

  void trouble(Trouble trouble) {
    troubles.add(trouble);
  }

  void beginMessage() {
    messages++;
    atHead = true;
  }

  void beginPart() {
    atHead = false;
  }

  void endMessage() {
    messages--;
  }

  void field(Field field) {
    if (!atHead) {
      return;
    }
    if (messages == 1) {
      head.add(field);
    } else if (Set.of("from", "subject").contains(field.getName().toLowerCase(Locale.ROOT))) {
      var carriedHead = new HeadLines();
      carriedHead.add(field);
      carriedHead
          .text(field.getName().toLowerCase(Locale.ROOT))
          .ifPresent(
              value ->
                  carried
                      .append('\n')
                      .append(field.getName())
                      .append(": ")
                      .append(value)
                      .append('\n'));
    }
  }

  void body(MaximalBodyDescriptor part, Supplier<InputStream> content) throws IOException {
    atHead = false;
    String type = part.getMimeType().toLowerCase(Locale.ROOT);
    String name = name(part);
    boolean apart =
        "attachment".equalsIgnoreCase(part.getContentDispositionType()) || !name.isEmpty();
    if (type.equals("text/calendar") || name.toLowerCase(Locale.ROOT).endsWith(".ics")) {
      String text = text(part, content.get(), LONGEST_CALENDAR);
      if (calendar.size() < MOST_CALENDARS) {
        calendar.add(text);
      }
      if (apart) {
        attach(name, type, text.length());
      }
    } else if (apart || !type.startsWith("text/")) {
      attachment(type, name, content.get());
    } else if (messages > 1) {
      String text = text(part, content.get(), LONGEST_TEXT);
      if (carried.length() < LONGEST_TEXT) {
        carried.append('\n').append(type.equals("text/html") ? PlainText.of(text) : text);
      }
    } else {
      (type.equals("text/html") ? htmls : plains).add(text(part, content.get(), LONGEST_TEXT));
    }
  }

  private static String name(MaximalBodyDescriptor part) {
    String name = part.getContentDispositionFilename();
    if (name == null) {
      name = part.getContentTypeParameters().get("name");
    }
    return name == null ? "" : HeadLines.decoded(name).replaceAll("[\\\\/]", "_");
  }

  private void attachment(String type, String name, InputStream content) throws IOException {
    if (Winmail.is(type, name)) {
      byte[] bytes = content.readNBytes(LARGEST_WINMAIL);
      long size = bytes.length + content.transferTo(OutputStream.nullOutputStream());
      attach(name.isEmpty() ? "winmail.dat" : name, type, size);
      Winmail.inside(bytes)
          .forEach(inside -> attach(inside.name(), inside.mediaType(), inside.bytes()));
      return;
    }
    attach(name, type, content.transferTo(OutputStream.nullOutputStream()));
  }

  private void attach(String name, String type, long bytes) {
    if (attachments.size() < MOST_ATTACHMENTS) {
      attachments.add(new Attachment(name, type, bytes));
    } else {
      trouble(Trouble.TOO_MANY_PARTS);
    }
  }

  private String text(MaximalBodyDescriptor part, InputStream content, int longest)
      throws IOException {
    byte[] bytes = content.readNBytes(longest);
    if (content.transferTo(OutputStream.nullOutputStream()) > 0) {
      trouble(Trouble.TEXT_CUT);
    }
    String named = part.getContentTypeParameters().get("charset");
    Optional<Charset> charset = Optional.ofNullable(named).flatMap(TextBytes::charset);
    if (named != null && charset.isEmpty()) {
      trouble(Trouble.UNKNOWN_CHARSET);
    }
    String text = TextBytes.text(bytes, charset).replace("\u0000", "");
    return "flowed".equalsIgnoreCase(part.getContentTypeParameters().get("format"))
        ? Flowed.joined(text, "yes".equalsIgnoreCase(part.getContentTypeParameters().get("delsp")))
        : text;
  }

  ReadMail mail(long size, Instant now) {
    Optional<Address> from = head.from();
    Optional<String> id = head.messageId();
    Optional<Instant> sent = head.sent(now);
    boolean empty =
        from.isEmpty() && head.subject().isEmpty() && text().isEmpty() && attachments.isEmpty();
    if (empty) {
      return ReadMail.unreadable(size);
    }
    if (from.isEmpty()) {
      trouble(Trouble.NO_SENDER);
    }
    if (id.isEmpty()) {
      trouble(Trouble.NO_MESSAGE_ID);
    }
    if (sent.isEmpty()) {
      trouble(Trouble.STRANGE_DATE);
    }
    Folded folded = Folded.of(text());
    String forwarded = carried.toString().strip();
    return new ReadMail(
        id,
        head.references(),
        from,
        head.to(),
        head.subject(),
        sent,
        // A mail that only carries another says what that one says.
        folded.text().isEmpty() ? forwarded : folded.text(),
        folded.text().isEmpty() ? "" : (folded.quoted() + "\n\n" + forwarded).strip(),
        htmls.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", htmls)),
        calendar,
        attachments,
        head.lent(),
        size,
        troubles);
  }

  /** The plain one; where that is but a hint that there is HTML, the HTML's. */
  private String text() {
    String plain = String.join("\n", plains).replace("\r\n", "\n").strip();
    if (htmls.isEmpty()) {
      return plain;
    }
    String html = PlainText.of(String.join("\n", htmls)).strip();
    return plain.isEmpty() || plain.length() * 5 < html.length() ? html : plain;
  }
}
