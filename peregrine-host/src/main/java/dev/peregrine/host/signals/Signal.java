package dev.peregrine.host.signals;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage.Address;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail that says something of an application, until the person decides.
 *
 * @param sure whether enough speaks for the label; else it is shown as one that could be
 */
public record Signal(
    long mail,
    long thread,
    long job,
    MailLabel label,
    boolean sure,
    Optional<Address> from,
    String subject,
    Instant received) {}
