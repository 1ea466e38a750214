package dev.peregrine.host.setup;

import dev.peregrine.host.person.ResumeGlance;
import java.util.Optional;

/**
 * The résumé: to give one, or what was understood of it.
 *
 * @param resume the one that counts
 * @param pasted a résumé as pasted
 * @param problem what is wrong with what was just given; empty for nothing
 */
record ResumeStepPage(
    StepFrame frame, Optional<ResumeGlance> resume, String pasted, String problem) {

  String token() {
    return frame.token();
  }
}
