package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.api.mail.MailMessage.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mail that was read apart. Everything in it is hostile.
 *
 * @param messageId without the angle brackets; missing or shared by mails that are not the same
 * @param references Message-IDs of the mails that it answers, the first one first
 * @param from who sent it, where that can be read
 * @param to to whom, copies among them
 * @param subject in one line; may be empty
 * @param sent when it says that it was written, where that is believable
 * @param text plain, quoted replies and signature folded away; may be empty
 * @param quoted what was folded away, and mails that it carries
 * @param html as it came, cut where it is very long
 * @param calendar iCalendar texts
 * @param attachments names and kinds
 * @param headers those that {@link MailMessage#headers} speaks of
 * @param size in bytes
 * @param troubles what could not be taken as it stands
 */
public record ReadMail(
    Optional<String> messageId,
    List<String> references,
    Optional<Address> from,
    List<Address> to,
    String subject,
    Optional<Instant> sent,
    String text,
    String quoted,
    Optional<String> html,
    List<String> calendar,
    List<Attachment> attachments,
    Map<String, String> headers,
    long size,
    Set<Trouble> troubles) {

  public ReadMail {
    references = List.copyOf(references);
    to = List.copyOf(to);
    calendar = List.copyOf(calendar);
    attachments = List.copyOf(attachments);
    headers = Map.copyOf(headers);
    troubles = Set.copyOf(troubles);
  }

  /** A mail of which nothing can be said but that it is there. */
  public static ReadMail unreadable(long size) {
    return new ReadMail(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        "",
        Optional.empty(),
        "",
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        size,
        Set.of(Trouble.UNREADABLE));
  }

  /** A mail of which somebody pasted the text. */
  public static ReadMail pasted(
      Optional<Address> from, String subject, Optional<Instant> sent, String pasted) {
    Folded folded = Folded.of(pasted);
    return new ReadMail(
        Optional.empty(),
        List.of(),
        from,
        List.of(),
        subject.strip(),
        sent,
        folded.text(),
        folded.quoted(),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        pasted.length(),
        Set.of());
  }
}
