package dev.peregrine.api.mail;

import java.util.List;
import java.util.Objects;

/**
 * What a classifier thinks of a mail.
 *
 * @param label what it means
 * @param confidence how sure that is, 0 to 1: of a hundred verdicts with 0.9, ninety should be
 *     right
 * @param evidence the words that decided, as the mail writes them, the weightiest first, at most
 *     10; none where nothing speaks for the label
 * @since 0.1
 */
public record Verdict(MailLabel label, double confidence, List<String> evidence) {

  public Verdict {
    Objects.requireNonNull(label);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "Verdict \"%s\": confidence \"%s\", expected 0 to 1.".formatted(label.key(), confidence));
    }
    evidence = evidence.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    if (evidence.size() > 10) {
      throw new IllegalArgumentException(
          "Verdict \"%s\": \"%d\" pieces of evidence, expected at most 10."
              .formatted(label.key(), evidence.size()));
    }
  }
}
