package dev.peregrine.host.boot;

import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tiers.Feature;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that works on the person's data: opens Peregrine, binds the tenant, closes it again.
 */
abstract class TenantCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Installation installation = root().installation();
    try (Peregrine peregrine = Peregrine.open(installation)) {
      return peregrine
          .tenant()
          .call(
              () -> {
                needs().map(peregrine.entitlements()::gate).ifPresent(Gate::pass);
                return run(peregrine, output());
              });
    }
  }

  /** The feature without which it says what opens it, and does nothing. */
  Optional<Feature> needs() {
    return Optional.empty();
  }

  /** The command itself; gives the exit code. */
  abstract int run(Peregrine peregrine, Output output) throws Exception;

  final Output output() {
    CommandSpec known = Objects.requireNonNull(spec);
    return new Output(known.commandLine().getOut(), known.commandLine().getErr());
  }

  final PeregrineCommand root() {
    return (PeregrineCommand) Objects.requireNonNull(spec).root().userObject();
  }
}
