package dev.peregrine.host.pipeline;

/**
 * A found posting made ready to be stored, which takes about as long as storing it. {@link
 * Jobs#prepare} makes it, on whatever thread has time.
 */
public final class Prepared {

  private final Found found;
  private final Draft draft;

  Prepared(Found found) {
    this.found = found;
    this.draft = Draft.of(found.posting());
  }

  Found found() {
    return found;
  }

  Draft draft() {
    return draft;
  }

  String nativeId() {
    return draft.posting().nativeId();
  }

  /** Canonical. */
  String url() {
    return draft.url().toString();
  }
}
