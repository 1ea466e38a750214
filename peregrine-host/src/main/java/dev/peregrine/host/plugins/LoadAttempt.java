package dev.peregrine.host.plugins;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plugin that was loaded, or what came of trying. Several are made at once. */
final class LoadAttempt {

  private final FoundPlugin.Sound found;
  private @Nullable PluginLayer layer;
  private @Nullable LoadedPlugin plugin;
  private @Nullable BrokenPluginException failure;

  private LoadAttempt(FoundPlugin.Sound found) {
    this.found = found;
  }

  static LoadAttempt of(FoundPlugin.Sound found, Duration limit) {
    var attempt = new LoadAttempt(found);
    try {
      PluginLayer made = PluginLayer.of(found.facts());
      attempt.layer = made;
      attempt.plugin =
          new LoadedPlugin(found, new PluginLoading(found.facts(), made, limit).extensions());
    } catch (BrokenPluginException e) {
      attempt.failure = e;
    }
    return attempt;
  }

  FoundPlugin.Sound found() {
    return found;
  }

  LoadedPlugin plugin() throws BrokenPluginException {
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(plugin);
  }

  PluginLayer layer() {
    return Objects.requireNonNull(layer);
  }
}
