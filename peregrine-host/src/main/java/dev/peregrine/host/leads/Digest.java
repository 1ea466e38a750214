package dev.peregrine.host.leads;

import dev.peregrine.host.mails.Mail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that lists postings.
 *
 * @param queued links that the person chose
 * @param ended when it left the list; empty while it is in it
 * @param removed whether the person took it out of the list, instead of adding jobs from it
 */
public record Digest(Mail mail, List<QueuedLink> queued, Optional<Instant> ended, boolean removed) {

  public Digest {
    queued = List.copyOf(queued);
  }

  /** Whether links of it are being read, or wait for it. */
  public boolean isBeingRead() {
    return queued.stream().anyMatch(link -> link.state() == QueuedLink.State.WAITING);
  }
}
