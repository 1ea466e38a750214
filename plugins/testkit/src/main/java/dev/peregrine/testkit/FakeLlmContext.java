package dev.peregrine.testkit;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.llm.LlmContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** A {@link FakeContext} for backends. */
public final class FakeLlmContext extends FakeContext implements LlmContext {

  private final Duration patience;

  /**
   * @param values settings by key, over the initial ones; {@code base-url} to point the backend at
   *     a {@link RecordedServer}
   * @param patience the longest silence
   */
  public FakeLlmContext(
      Descriptor descriptor, Map<String, String> values, InstantSource clock, Duration patience) {
    super(descriptor, values, clock, patience);
    this.patience = patience;
  }

  /** A context whose base address is the server's; it is 22 November 2026. */
  public static FakeLlmContext at(RecordedServer server, Descriptor descriptor) {
    return new FakeLlmContext(
        descriptor,
        Map.of("base-url", server.address().toString()),
        SettableClock.at("2026-11-22T09:00:00Z"),
        FakeHttp.LONGEST);
  }

  @Override
  public Duration patience() {
    return patience;
  }
}
