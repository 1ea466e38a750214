package dev.peregrine.host.boot;

import dev.peregrine.host.storage.HomeLock;
import dev.peregrine.host.web.PortTakenException;
import dev.peregrine.host.web.WebOptions;
import dev.peregrine.host.web.WebServer;
import java.io.IOException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "start",
    description = "Starts Peregrine and serves its pages until it is stopped.",
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port of the pages, 0 for a free one (default: " + WebOptions.PORT + ")")
  private @Nullable Integer port;

  @Option(names = "--open", description = "Open the browser.")
  private boolean open;

  @Override
  public Integer call() throws Exception {
    CommandSpec known = Objects.requireNonNull(spec);
    var output = new Output(known.commandLine().getOut(), known.commandLine().getErr());
    Installation installation = ((PeregrineCommand) known.root().userObject()).installation();
    if (DemoSettings.isDemo(installation.environment())) {
      return DemoCommand.serve(installation, OptionalInt.empty(), output);
    }
    WebOptions options;
    try (Mode mode = Mode.of(installation)) {
      options = mode.web(port == null ? OptionalInt.empty() : OptionalInt.of(port));
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
    var stopped = new CountDownLatch(1);
    var turns = new LinkedBlockingQueue<Turn>();
    try (HomeLock lock = HomeLock.take(installation.home().resolve("data"))) {
      // The hook waits until everything is closed, so that a stop loses nothing.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(turns, stopped), "stop"));
      boolean first = true;
      Turn turn = Turn.AGAIN;
      while (turn == Turn.AGAIN) {
        Peregrine.backups(installation).apply().ifPresent(output::message);
        try (Running running = open(installation, options, turns)) {
          // It comes back where the browser was.
          options = options.on(running.port());
          if (first) {
            said(running.port(), output);
            first = false;
          }
          turn = turns.take();
        }
      }
    } catch (PortTakenException taken) {
      throw new FailedException(String.valueOf(taken.getMessage()));
    } finally {
      stopped.countDown();
    }
    return ExitCode.DONE;
  }

  /** What comes after a run. */
  private enum Turn {
    AGAIN,
    STOP
  }

  private static Running open(
      Installation installation, WebOptions options, BlockingQueue<Turn> turns) {
    return Running.start(installation, Mode.of(installation), options, () -> turns.add(Turn.AGAIN));
  }

  private void said(int port, Output output) {
    String address = "http://localhost:" + port;
    output.line("Peregrine is at " + address + "  (Ctrl+C stops it)");
    if (open) {
      open(address, output);
    }
  }

  private static void stop(BlockingQueue<Turn> turns, CountDownLatch stopped) {
    turns.add(Turn.STOP);
    try {
      stopped.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static void open(String address, Output output) {
    String system = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
    String program = system.contains("mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(program, address).inheritIO().start();
    } catch (IOException none) {
      output.message("The browser could not be opened (%s); go there yourself.".formatted(program));
    }
  }

  /** A started Peregrine with its pages. */
  record Running(Peregrine peregrine, WebServer server) implements AutoCloseable {

    static Running start(
        Installation installation, Mode mode, WebOptions options, Runnable restart) {
      Peregrine peregrine = Peregrine.open(installation, mode, restart);
      try {
        peregrine.begin();
        return new Running(peregrine, peregrine.serve(options));
      } catch (RuntimeException failed) {
        peregrine.close();
        throw failed;
      }
    }

    int port() {
      return server.port();
    }

    @Override
    public void close() {
      server.close();
      peregrine.close();
    }
  }
}
