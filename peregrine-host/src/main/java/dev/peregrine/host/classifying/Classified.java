package dev.peregrine.host.classifying;

import dev.peregrine.api.mail.Verdict;
import dev.peregrine.host.mails.Judged;

/** What a classifier said of a mail. */
public record Classified(String classifier, Verdict verdict) {

  private static final int LONGEST_WORDS = 200;

  /** Whether nobody needs to look. */
  public boolean isSure() {
    return verdict.confidence() >= Judged.SURE;
  }

  /** Whether anything in the mail speaks for it. */
  boolean hasWords() {
    return !verdict.evidence().isEmpty();
  }

  Judged judged(int way) {
    return new Judged(
        verdict.label(),
        verdict.confidence(),
        verdict.evidence().stream().map(Classified::shortened).toList(),
        classifier,
        way);
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
  }
}
