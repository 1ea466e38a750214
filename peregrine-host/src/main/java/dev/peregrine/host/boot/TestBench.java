package dev.peregrine.host.boot;

import dev.peregrine.host.authors.Recording;
import dev.peregrine.host.authors.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Peregrine of one's own for a moment, with one plugin and nothing else in it. */
final class TestBench implements AutoCloseable {

  private final Path home;
  private final Peregrine peregrine;

  private TestBench(Path home, Peregrine peregrine) {
    this.home = home;
    this.peregrine = peregrine;
  }

  static TestBench with(Path jar, Installation installation, InstantSource clock)
      throws IOException {
    Path home = Files.createTempDirectory("peregrine-test");
    Path plugins = Files.createDirectories(home.resolve("plugins"));
    Files.copy(jar, plugins.resolve(jar.getFileName()));
    // Without what is shipped: it might be the same plugin in an older build.
    var alone =
        new Installation(
            home.resolve("none"),
            installation.root(),
            home,
            installation.calledFrom(),
            clock,
            installation.zone(),
            installation.environment(),
            Optional.empty());
    return new TestBench(home, Peregrine.open(alone, new LocalMode(alone), () -> {}));
  }

  Replay play(Recording recording) throws Exception {
    List<String> ids = peregrine.plugins().plugins().stream().map(plugin -> plugin.id()).toList();
    ids.forEach(peregrine.plugins()::switchOn);
    peregrine
        .plugins()
        .plugins()
        .forEach(
            plugin -> {
              if (!plugin.reason().isEmpty()) {
                throw new FailedException(plugin.id() + ": " + plugin.reason());
              }
            });
    return peregrine
        .tenant()
        .call(() -> Replay.of(recording, peregrine.discovery()))
        .comparedWith(recording);
  }

  @Override
  public void close() throws IOException {
    peregrine.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
