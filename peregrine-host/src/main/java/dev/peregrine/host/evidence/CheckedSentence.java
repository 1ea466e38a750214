package dev.peregrine.host.evidence;

import java.util.List;

/**
 * A sentence with what it claims.
 *
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param text the sentence
 * @param claims in the order of the text; none where it says nothing of the person that could be
 *     held against a résumé
 */
public record CheckedSentence(int start, int end, String text, List<Claim> claims) {

  public CheckedSentence {
    claims = List.copyOf(claims);
  }

  /** Whether the résumé bears out all of it. */
  public boolean isSupported() {
    return claims.stream().allMatch(Claim::isSupported);
  }
}
