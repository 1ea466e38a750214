package dev.peregrine.host.digests;

import java.util.OptionalLong;

/**
 * A link of a digest as its page shows it.
 *
 * @param about employer and place, as far as the mail says
 * @param host that its address leads to, or leads through
 * @param ticked whether it is chosen before the person does anything
 * @param standing where the job is that it leads to, if it is here; empty otherwise
 * @param job the job that it leads to
 * @param problem what kept its page from being read
 */
record LinkRow(
    String id,
    String address,
    String title,
    String about,
    String host,
    boolean ticked,
    boolean choosable,
    String standing,
    OptionalLong job,
    String problem) {

  boolean isHere() {
    return job.isPresent();
  }
}
