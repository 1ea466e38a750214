package dev.peregrine.host.matching;

import dev.peregrine.host.mails.Belonging;

/**
 * An application to which a mail may belong.
 *
 * @param reason key of why: see {@link Reason}
 * @param words what of the mail says so; may be empty
 * @param confidence 0 to 1
 */
public record Candidate(long job, Reason reason, String words, double confidence) {

  Belonging belonging() {
    return new Belonging(job, reason.key(), words, confidence);
  }
}
