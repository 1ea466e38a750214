package dev.peregrine.host.evidence;

import java.util.List;

/**
 * A text with its sentences.
 *
 * @param text as it was given
 * @param sentences in order; lines such as the salutation are none
 */
public record CheckedText(String text, List<CheckedSentence> sentences) {

  public CheckedText {
    sentences = List.copyOf(sentences);
  }

  /** What the résumé does not bear out, in the order of the text. */
  public List<Claim> unsupported() {
    return sentences.stream()
        .flatMap(sentence -> sentence.claims().stream())
        .filter(claim -> !claim.isSupported())
        .toList();
  }

  /** Whether the résumé bears out everything. */
  public boolean isSupported() {
    return unsupported().isEmpty();
  }
}
