package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A mail that is kept, with what was done with it.
 *
 * @param thread id of the first mail of its conversation; its own where it begins one
 * @param references Message-IDs of the mails that it answers
 * @param received when the server got it, else when it says that it was sent, else when it was read
 * @param own whether the person wrote it
 * @param copyOf the mail that it is the same as
 * @param gone when the server was first seen without it
 * @param size in bytes
 * @param judged what it means; empty until it was judged
 * @param belonging the application it belongs to, if one was found
 * @param settled when the person decided on it
 */
public record Mail(
    long id,
    long folder,
    Optional<Long> uid,
    long thread,
    Optional<String> messageId,
    List<String> references,
    Instant received,
    boolean own,
    OptionalLong copyOf,
    Optional<Instant> gone,
    long size,
    Set<Trouble> troubles,
    MailMessage message,
    Optional<Judged> judged,
    Optional<Belonging> belonging,
    Optional<Instant> settled,
    Outcome outcome) {

  public Optional<Address> from() {
    return message.from();
  }

  public String subject() {
    return message.subject();
  }
}
