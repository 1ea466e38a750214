package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailLabel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which mails are meant. What is empty does not matter.
 *
 * @param words that stand in subject, sender or text
 * @param since when the server got them, at the earliest
 * @param held only those that the servers still have, of the time that is read of them, and those
 *     that came from no server: what {@link MailFolder#held} counts
 */
public record MailFilter(
    Optional<Outcome> outcome,
    Optional<String> account,
    OptionalLong folder,
    Optional<MailLabel> label,
    Optional<String> words,
    Optional<Instant> since,
    boolean held) {

  /** All that are kept. */
  public static final MailFilter ALL =
      new MailFilter(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /** What the servers still have, and what came from none. */
  public static final MailFilter HELD =
      new MailFilter(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          true);

  public MailFilter withOutcome(Optional<Outcome> only) {
    return new MailFilter(only, account, folder, label, words, since, held);
  }

  public MailFilter withAccount(Optional<String> only) {
    return new MailFilter(outcome, only, folder, label, words, since, held);
  }

  public MailFilter withFolder(OptionalLong only) {
    return new MailFilter(outcome, account, only, label, words, since, held);
  }

  public MailFilter withLabel(Optional<MailLabel> only) {
    return new MailFilter(outcome, account, folder, only, words, since, held);
  }

  public MailFilter withWords(Optional<String> only) {
    return new MailFilter(outcome, account, folder, label, only, since, held);
  }

  public MailFilter withSince(Optional<Instant> first) {
    return new MailFilter(outcome, account, folder, label, words, first, held);
  }

  MailMapper.Where where() {
    return new MailMapper.Where(
        outcome.map(Outcome::key).orElse(null),
        account.orElse(null),
        folder.isPresent() ? folder.getAsLong() : null,
        label.map(MailLabel::key).orElse(null),
        words.map(MailFilter::anywhere).orElse(null),
        since.map(Instant::toEpochMilli).orElse(null),
        held);
  }

  private static String anywhere(String words) {
    return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
