package dev.peregrine.testkit;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.board.BoardContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A {@link FakeContext} for boards, which remembers what was skipped. */
public final class FakeBoardContext extends FakeContext implements BoardContext {

  private final Descriptor descriptor;
  private final Map<String, String> values;
  private final List<Skipped> skipped = new CopyOnWriteArrayList<>();

  /**
   * @param values settings by key, over the initial ones; {@code base-url} to point the board at a
   *     {@link RecordedServer}
   */
  public FakeBoardContext(Descriptor descriptor, Map<String, String> values, InstantSource clock) {
    this(descriptor, values, clock, FakeHttp.LONGEST);
  }

  private FakeBoardContext(
      Descriptor descriptor, Map<String, String> values, InstantSource clock, Duration patience) {
    super(descriptor, values, clock, patience);
    this.descriptor = descriptor;
    this.values = Map.copyOf(values);
  }

  /** A fresh one that waits no longer than this for an answer. */
  FakeBoardContext withPatience(Duration patience) {
    return new FakeBoardContext(descriptor, values, clock(), patience);
  }

  /** A context whose base address is the server's; it is 22 November 2026. */
  public static FakeBoardContext at(RecordedServer server, Descriptor descriptor) {
    return new FakeBoardContext(
        descriptor,
        Map.of("base-url", server.address().toString()),
        SettableClock.at("2026-11-22T09:00:00Z"));
  }

  @Override
  public void skipped(String what, ExtensionException why) {
    skipped.add(new Skipped(what, why));
  }

  /** What was reported as skipped, in order. */
  public List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  /** A part of a search that failed while the rest went on. */
  public record Skipped(String what, ExtensionException why) {}
}
