package dev.peregrine.host.boot;

import dev.peregrine.host.storage.HomeLock;
import dev.peregrine.host.web.PortTakenException;
import dev.peregrine.host.web.WebOptions;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description =
        "Serves a demo: invented data, a copy of its own for each visitor, and nobody is called.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port of the pages, 0 for a free one (default: DEMO_PORT, else 8504)")
  private @Nullable Integer port;

  @Override
  public Integer call() throws Exception {
    CommandSpec known = Objects.requireNonNull(spec);
    var output = new Output(known.commandLine().getOut(), known.commandLine().getErr());
    Installation installation = ((PeregrineCommand) known.root().userObject()).installation();
    Integer typed = port;
    return serve(installation, typed == null ? OptionalInt.empty() : OptionalInt.of(typed), output);
  }

  /** Serves the demo until the program is stopped; it touches nothing of the person's own. */
  static int serve(Installation installation, OptionalInt port, Output output)
      throws InterruptedException {
    DemoSettings settings = DemoSettings.of(installation.environment(), port);
    Installation apart = apart(installation);
    WebOptions options = options(settings, apart);
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, stopped), "stop"));
    try (HomeLock lock = HomeLock.take(apart.home().resolve("data"))) {
      var mode = new DemoMode(apart, settings, folder -> DemoLife.live(apart, folder));
      output.message("Making the data of the demo …");
      try (var running = StartCommand.Running.start(apart, mode, options, () -> {})) {
        output.line(
            "The demo of Peregrine is at http://localhost:%d  (Ctrl+C stops it)"
                .formatted(running.port()));
        stop.await();
      }
    } catch (PortTakenException taken) {
      throw new FailedException(String.valueOf(taken.getMessage()));
    } finally {
      stopped.countDown();
    }
    return ExitCode.DONE;
  }

  private static WebOptions options(DemoSettings settings, Installation apart) {
    try {
      return settings.web(apart.zone());
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  /** A folder within the home, so that the demo finds no file that the person wrote. */
  static Installation apart(Installation installation) {
    return installation.at(installation.home().resolve("demo"));
  }

  private static void stop(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
