package dev.peregrine.host.boot;

import dev.peregrine.host.demo.ToldPosting;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.http.Reach;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.TierSource;
import dev.peregrine.host.web.TenantResolver;
import dev.peregrine.host.web.Visitor;
import dev.peregrine.host.web.WebOptions;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Has an invented person live through two months of looking for work, up to now: the whole program
 * over a home of its own, with a clock that is set to when each thing happens.
 */
final class DemoLife {

  private DemoLife() {}

  /** Fills a folder with what came of it. */
  static void live(Installation installation, Path folder) {
    Instant now = installation.clock().instant();
    var clock = new SetClock(now);
    var then =
        new Installation(
            installation.install(),
            installation.root(),
            installation.home(),
            installation.calledFrom(),
            clock,
            installation.zone(),
            installation.environment(),
            Optional.empty());
    try (Peregrine peregrine = Peregrine.open(then, new Alone(folder), () -> {})) {
      peregrine
          .tenant()
          .run(
              () -> {
                var scenes = new DemoScenes(peregrine, clock, now, installation.zone());
                scenes.play(ToldPosting.all());
                scenes.settle();
              });
    }
  }

  /** A clock that somebody sets. */
  static final class SetClock implements InstantSource {

    private volatile Instant now;

    SetClock(Instant now) {
      this.now = now;
    }

    void set(Instant then) {
      now = then;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Nobody but the invented person. */
  private record Alone(Tenant person) implements Mode {

    Alone(Path folder) {
      this(new Tenant("invented", folder));
    }

    @Override
    public Optional<Tenant> always() {
      return Optional.of(person);
    }

    @Override
    public WebOptions web(OptionalInt port) {
      throw new UnsupportedOperationException("Nobody reaches the invented person.");
    }

    @Override
    public Tenant ofCommands() {
      return person;
    }

    @Override
    public TenantResolver resolver(Tenants tenants, Predicate<String> programs) {
      return request -> Visitor.of(person);
    }

    @Override
    public TierSource tiers() {
      return TierSource.LICENCE;
    }

    @Override
    public Walls walls() {
      return Walls.none(Map.of());
    }

    @Override
    public OutgoingOptions outgoing() {
      return OutgoingOptions.usual().withReach(Reach.NOBODY);
    }

    @Override
    public boolean asksModels() {
      return false;
    }

    @Override
    public void begin(Rota rota) {}

    @Override
    public void close() {}
  }

  /** Where nobody reads what is said meanwhile. */
  static Output nowhere() {
    var nobody = new PrintWriter(Writer.nullWriter());
    return new Output(nobody, nobody);
  }
}
