package dev.peregrine.host.apply;

import dev.peregrine.host.person.CopyGroup;
import dev.peregrine.host.review.AppliedHint;
import dev.peregrine.host.web.SafeHtml;
import java.util.List;
import java.util.Optional;

/**
 * The posting of a job, read with the résumé in mind.
 *
 * @param description what the résumé has, and lacks, is marked in it
 * @param applied that the person applied there already
 * @param copies the values that the employer's form may ask for
 * @param self those that only the person decides to tell
 * @param lane the résumé that they come from; empty where there is none
 * @param canReject whether the job can still be turned down
 */
record PostingPage(
    Frame frame,
    SafeHtml description,
    Optional<AppliedHint> applied,
    List<CopyGroup> copies,
    List<CopyGroup> self,
    String lane,
    boolean canReject) {

  static final int TERMS = 6;

  String token() {
    return frame.token();
  }
}
