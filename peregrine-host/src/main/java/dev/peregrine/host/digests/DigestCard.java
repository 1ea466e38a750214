package dev.peregrine.host.digests;

import java.util.List;

/**
 * A digest as its page shows it.
 *
 * @param sender who sent it, as the mail says
 * @param jobs links to postings
 * @param others links to anything else
 * @param leftOut a sentence, where there are more links than are shown; else empty
 * @param reading a sentence while links of it are read; else empty
 * @param done how many of {@code total} are read
 * @param stopped whether reading was stopped before its end
 */
record DigestCard(
    long id,
    String subject,
    String sender,
    String when,
    String count,
    List<LinkRow> jobs,
    List<LinkRow> others,
    String leftOut,
    String reading,
    int done,
    int total,
    boolean stopped,
    boolean open) {

  /** Whether something of it can be chosen. */
  boolean isChoosable() {
    return jobs.stream().anyMatch(LinkRow::choosable)
        || others.stream().anyMatch(LinkRow::choosable);
  }
}
