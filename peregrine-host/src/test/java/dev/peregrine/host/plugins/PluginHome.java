package dev.peregrine.host.plugins;

import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A Peregrine home with its plugin folders and a running plugin runtime. */
final class PluginHome implements AutoCloseable {

  private static final URI ANY = URI.create("http://any.test/");

  private final Path root;
  private final Live live = new Live();
  private final ExtensionGates gates;
  private final Optional<CuratedPlugins> curated;
  private PluginRuntime runtime;

  PluginHome(Path root) {
    this(root, ExtensionGates.OPEN);
  }

  PluginHome(Path root, ExtensionGates gates) {
    this(root, gates, Optional.empty());
  }

  PluginHome(Path root, ExtensionGates gates, Optional<CuratedPlugins> curated) {
    this.root = root;
    this.gates = gates;
    this.curated = curated;
    this.runtime = made();
  }

  private PluginRuntime made() {
    return new PluginRuntime(
        List.of(shipped()),
        drop(),
        new PluginDecisions(decisions()),
        InstantSource.system(),
        live,
        gates,
        curated,
        Duration.ofSeconds(4));
  }

  Path shipped() {
    return root.resolve("shipped");
  }

  Path drop() {
    return root.resolve("plugins");
  }

  Path decisions() {
    return root.resolve("config").resolve("plugins.yaml");
  }

  Live live() {
    return live;
  }

  PluginRuntime start() {
    runtime.start();
    return runtime;
  }

  PluginRuntime restart() {
    runtime.close();
    runtime = made();
    return start();
  }

  PluginRuntime runtime() {
    return runtime;
  }

  InstalledPlugin plugin(String id) {
    List<InstalledPlugin> all =
        runtime.plugins().stream().filter(plugin -> plugin.id().equals(id)).toList();
    if (all.isEmpty()) {
      throw new AssertionError("No plugin " + id + " in " + runtime.plugins());
    }
    return all.getFirst();
  }

  void await(String id, PluginState state) {
    Eventually.so(
        () ->
            runtime.plugins().stream()
                .anyMatch(plugin -> plugin.id().equals(id) && plugin.state() == state),
        runtime::plugins);
  }

  /** What the board's {@code employer} says. */
  String ask(String boardId) {
    Extension<JobBoard> board = runtime.find(JobBoard.class, boardId).orElseThrow();
    return ask(board, Duration.ofSeconds(20));
  }

  static String ask(Extension<JobBoard> board, Duration limit) {
    try {
      return new Tenant("ada", Path.of("unused"))
          .call(() -> board.call(limit, each -> each.employer(ANY)))
          .map(Employer::slug)
          .orElse("");
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    runtime.close();
  }
}
