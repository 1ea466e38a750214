package dev.peregrine.testkit;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.scoring.ScorerContext;
import java.time.InstantSource;
import java.util.Map;

/** A {@link FakeContext} for scorers. */
public final class FakeScorerContext extends FakeContext implements ScorerContext {

  public FakeScorerContext(Descriptor descriptor, Map<String, String> values, InstantSource clock) {
    super(descriptor, values, clock, FakeHttp.LONGEST);
  }

  /** A context with the initial settings; it is 22 November 2026. */
  public static FakeScorerContext of(Descriptor descriptor) {
    return new FakeScorerContext(descriptor, Map.of(), SettableClock.at("2026-11-22T09:00:00Z"));
  }
}
