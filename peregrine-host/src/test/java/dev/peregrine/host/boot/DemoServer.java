package dev.peregrine.host.boot;

import dev.peregrine.host.web.Browser;
import dev.peregrine.host.web.OpenConnections;
import dev.peregrine.host.web.WebServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The demo as it is served, with everything real. */
final class DemoServer implements AutoCloseable {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final Path home;
  private final StartCommand.Running running;

  /**
   * @param install whose plugins are used
   */
  DemoServer(Path folder, Path install, InstantSource clock) {
    home = folder.resolve("demo");
    var installation =
        new Installation(install, folder, home, folder, clock, ZONE, Map.of(), Optional.empty());
    var mode =
        new DemoMode(
            installation,
            DemoSettings.of(Map.of("DEMO_VISITORS", "50"), OptionalInt.of(0)),
            made -> DemoLife.live(installation, made));
    running =
        StartCommand.Running.start(installation, mode, mode.web(OptionalInt.empty()), () -> {});
  }

  Browser visitor() {
    return new Browser(running.port());
  }

  int port() {
    return running.port();
  }

  Peregrine peregrine() {
    return running.peregrine();
  }

  WebServer server() {
    return running.server();
  }

  /** Where the visitors' copies are. */
  Path visitors() {
    return home.resolve("visitors");
  }

  @Override
  public void close() {
    OpenConnections.close(running.port());
    running.close();
  }
}
