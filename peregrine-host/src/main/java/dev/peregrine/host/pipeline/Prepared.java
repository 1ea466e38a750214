package dev.peregrine.host.pipeline;

import java.time.Instant;
import java.util.Optional;

/**
 * A found posting made ready to be stored, which takes about as long as storing it. {@link
 * Jobs#prepare} makes it, on whatever thread has time.
 */
public final class Prepared {

  private final Found found;
  private final Draft draft;
  private final boolean ofAgency;
  private final Optional<Instant> past;

  Prepared(Found found) {
    this(found, Optional.empty());
  }

  Prepared(Found found, Optional<Instant> past) {
    this.found = found;
    this.past = past;
    this.draft = Draft.of(found.posting());
    this.ofAgency = Agency.advertises(draft.companyKey(), draft.text());
  }

  /** When it was found, if that is long ago and somebody else did. */
  Optional<Instant> past() {
    return past;
  }

  Found found() {
    return found;
  }

  Draft draft() {
    return draft;
  }

  /** Whether it is advertised for somebody else. */
  boolean isOfAgency() {
    return ofAgency;
  }

  String nativeId() {
    return draft.posting().nativeId();
  }

  /** Canonical. */
  String url() {
    return draft.url().toString();
  }
}
