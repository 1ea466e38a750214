package dev.peregrine.host.pipeline;

/**
 * A found posting made ready to be stored, which takes about as long as storing it. {@link
 * Jobs#prepare} makes it, on whatever thread has time.
 */
public final class Prepared {

  private final Found found;
  private final Draft draft;
  private final boolean ofAgency;

  Prepared(Found found) {
    this.found = found;
    this.draft = Draft.of(found.posting());
    this.ofAgency = Agency.advertises(draft.companyKey(), draft.text());
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
