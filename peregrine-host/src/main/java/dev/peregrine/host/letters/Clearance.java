package dev.peregrine.host.letters;

import dev.peregrine.host.evidence.Claim;
import java.util.List;

/** Whether the letter for a job may leave Peregrine. */
public sealed interface Clearance {

  /** There is no letter. */
  record Nothing() implements Clearance {}

  /**
   * It may not yet.
   *
   * @param claims that the résumé does not bear out, in the order of the text
   * @param places in brackets that are still to be filled in
   */
  record Blocked(Letter letter, List<Claim> claims, List<String> places) implements Clearance {

    public Blocked {
      claims = List.copyOf(claims);
      places = List.copyOf(places);
    }
  }

  /**
   * It may.
   *
   * @param held whether it was held against a résumé; false where there is none
   */
  record Cleared(Letter letter, boolean held) implements Clearance {}
}
