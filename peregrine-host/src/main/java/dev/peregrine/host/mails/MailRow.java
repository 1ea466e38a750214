package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail in a list: {@link Mail} without what is long.
 *
 * @param said whether the person said what it means
 * @param evidence the words that decided what it means
 * @param reasonWords what of it decided whose mail it is
 * @param gone whether the server has it no longer
 */
public record MailRow(
    long id,
    long folder,
    long thread,
    Optional<Address> from,
    String subject,
    Instant received,
    boolean own,
    Optional<MailLabel> label,
    double confidence,
    boolean said,
    List<String> evidence,
    Optional<Long> job,
    String reason,
    String reasonWords,
    boolean gone,
    Outcome outcome) {}
