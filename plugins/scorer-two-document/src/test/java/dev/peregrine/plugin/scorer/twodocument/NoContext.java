package dev.peregrine.plugin.scorer.twodocument;

import dev.peregrine.api.Http;
import dev.peregrine.api.Progress;
import dev.peregrine.api.Settings;
import dev.peregrine.api.scoring.ScorerContext;
import java.time.InstantSource;

/** A context that proves that the scorer needs none. */
final class NoContext implements ScorerContext {

  @Override
  public Settings settings() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Http http() {
    throw new UnsupportedOperationException();
  }

  @Override
  public InstantSource clock() {
    throw new UnsupportedOperationException();
  }

  @Override
  public System.Logger log() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Progress progress() {
    throw new UnsupportedOperationException();
  }
}
