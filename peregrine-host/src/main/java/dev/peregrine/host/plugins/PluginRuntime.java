package dev.peregrine.host.plugins;

import dev.peregrine.host.live.Live;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Finds, checks, loads, watches and unloads plugins. No plugin can make any of it fail. */
public final class PluginRuntime implements AutoCloseable {

  public PluginRuntime(
      List<Path> shipped,
      Path dropFolder,
      PluginDecisions decisions,
      InstantSource clock,
      Live live) {}

  /** Loads what is there and begins to watch the drop folder. Never fails. */
  public void start() {}

  /** Every plugin that was found, sorted by id. */
  public List<InstalledPlugin> plugins() {
    return List.of();
  }

  /** The extensions of a point that are on, sorted by id. */
  public <T> List<Extension<T>> extensions(Class<T> point) {
    return List.of();
  }

  /** The extension of a point with that id, if it is on. */
  public <T> Optional<Extension<T>> find(Class<T> point, String id) {
    return Optional.empty();
  }

  /** The person's yes to a plugin as it is now. */
  public void switchOn(String pluginId) {}

  /** Unloads a plugin until the person switches it on again. */
  public void switchOff(String pluginId) {}

  /** Unloads a plugin of the drop folder and moves it to {@code .bin} there. */
  public void remove(String pluginId) {}

  @Override
  public void close() {}
}
