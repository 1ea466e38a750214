package dev.peregrine.host.matching;

import static dev.peregrine.host.texts.Texts.t;

import java.util.Arrays;

/** Why mails belong somewhere, as people read it, in the language of the request. */
public final class MatchWords {

  private MatchWords() {}

  /**
   * Why a mail is taken to belong to an application.
   *
   * @param reason key of a {@link Reason}; empty for another one
   * @param words what of the mail says so
   */
  public static String why(String reason, String words) {
    return Arrays.stream(Reason.values())
        .filter(one -> one.key().equals(reason) && !words.isEmpty())
        .findFirst()
        .map(one -> t("matching.why-" + one.key().replace('_', '-'), "words", words))
        .orElse("");
  }

  /** What speaks for a candidate, and how much. */
  public static String why(Candidate candidate) {
    String reason = why(candidate.reason().key(), candidate.words());
    return reason.isEmpty()
        ? ""
        : t("matching.sure", "reason", reason, "percent", Math.round(candidate.confidence() * 100));
  }

  /** How many other mails changed with one; empty for none. */
  public static String others(Correction correction) {
    int others = correction.mails() - 1;
    return others < 1
        ? ""
        : others == 1 ? t("matching.others-one") : t("matching.others", "mails", others);
  }
}
