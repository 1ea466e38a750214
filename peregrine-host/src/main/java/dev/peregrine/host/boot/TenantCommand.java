package dev.peregrine.host.boot;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that works on the person's data: opens Peregrine, binds the tenant, closes it again.
 */
abstract class TenantCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Installation installation = root().installation();
    try (Peregrine peregrine = Peregrine.open(installation)) {
      return peregrine.tenant().call(() -> run(peregrine, output()));
    }
  }

  /** The command itself; gives the exit code. */
  abstract int run(Peregrine peregrine, Output output) throws Exception;

  final Output output() {
    return new Output(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  final PeregrineCommand root() {
    return (PeregrineCommand) spec.root().userObject();
  }
}
