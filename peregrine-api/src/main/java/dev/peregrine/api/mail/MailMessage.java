package dev.peregrine.api.mail;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A mail as the host read it: decoded, its text plain, quoted replies and signatures folded away.
 * Everything in it is hostile.
 *
 * @param id the host's own id of it, unique for the tenant; not the Message-ID, which may be
 *     missing or shared
 * @param from who sent it, where that can be read
 * @param to to whom, copies among them
 * @param subject in one line; may be empty
 * @param received when the server got it; empty where no believable time is known
 * @param text plain text; may be empty
 * @param quoted what was folded away of earlier mails; may be empty
 * @param html as it came, for links and layout; empty where the mail has none
 * @param calendar iCalendar texts that it carries
 * @param attachments names and kinds, without the content
 * @param headers some others, their names in lower case: {@code list-id}, {@code list-unsubscribe},
 *     {@code auto-submitted}, {@code precedence}, {@code reply-to}
 * @param sent whether the person wrote it
 * @since 0.1
 */
public record MailMessage(
    String id,
    Optional<Address> from,
    List<Address> to,
    String subject,
    Optional<Instant> received,
    String text,
    String quoted,
    Optional<String> html,
    List<String> calendar,
    List<Attachment> attachments,
    Map<String, String> headers,
    boolean sent) {

  /**
   * A mail address.
   *
   * @param mail such as {@code jobs@example.org}, in lower case; not checked, for mails hold
   *     anything
   * @param name as the mail shows it, where it does
   */
  public record Address(String mail, Optional<String> name) {
    public Address {
      mail = mail.strip().toLowerCase(Locale.ROOT);
      name = name.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** An address as {@code jobs@example.org}, without a name. */
    public static Address of(String mail) {
      return new Address(mail, Optional.empty());
    }

    /** What follows the last {@code @}; empty where there is none. */
    public Optional<String> domain() {
      int at = mail.lastIndexOf('@');
      return at < 0 || at == mail.length() - 1
          ? Optional.empty()
          : Optional.of(mail.substring(at + 1));
    }
  }

  /**
   * Something attached.
   *
   * @param name of the file; may be empty
   * @param mediaType as the mail says
   * @param bytes how many; 0 where it is not known
   */
  public record Attachment(String name, String mediaType, long bytes) {
    public Attachment {
      Objects.requireNonNull(name);
      Objects.requireNonNull(mediaType);
    }
  }

  public MailMessage {
    if (id.isBlank()) {
      throw new IllegalArgumentException("Mail \"%s\": the id is blank.".formatted(subject));
    }
    Objects.requireNonNull(from);
    to = List.copyOf(to);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(received);
    Objects.requireNonNull(text);
    Objects.requireNonNull(quoted);
    Objects.requireNonNull(html);
    calendar = List.copyOf(calendar);
    attachments = List.copyOf(attachments);
    var lower = new TreeMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Collections.unmodifiableMap(lower);
  }

  /** A received mail of which only sender, subject and text are known. */
  public static MailMessage of(String id, String from, String subject, String text) {
    return new MailMessage(
        id,
        Optional.of(Address.of(from)),
        List.of(),
        subject,
        Optional.empty(),
        text,
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        false);
  }
}
