package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage.Address;
import java.time.Instant;
import java.util.Optional;

/** A mail in a list: {@link Mail} without what is long. */
public record MailRow(
    long id,
    long thread,
    Optional<Address> from,
    String subject,
    Instant received,
    boolean own,
    Optional<MailLabel> label,
    double confidence,
    Optional<Long> job,
    String reason,
    Outcome outcome) {}
