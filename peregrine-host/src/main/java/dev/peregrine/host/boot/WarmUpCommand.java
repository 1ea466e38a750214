package dev.peregrine.host.boot;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "warm-up",
    hidden = true,
    description = "Opens the pages of an empty Peregrine once, for the start cache.")
final class WarmUpCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return ExitCode.DONE;
  }
}
