package dev.peregrine.host.plugins;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.recipes.RecipeBoard;
import java.time.Duration;
import java.util.List;
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
      switch (found.facts().content()) {
        case PluginFacts.Modules modules -> {
          PluginLayer made = PluginLayer.of(found.facts(), modules.finder());
          attempt.layer = made;
          attempt.plugin =
              new LoadedPlugin(found, new PluginLoading(found.facts(), made, limit).extensions());
        }
        case PluginFacts.Recipe recipe -> {
          attempt.layer = PluginLayer.none();
          attempt.plugin = new LoadedPlugin(found, List.of(board(recipe.board())));
        }
      }
    } catch (BrokenPluginException e) {
      attempt.failure = e;
    }
    return attempt;
  }

  private static Extension<JobBoard> board(RecipeBoard board) {
    return new Extension<>(ExtensionPoint.BOARD, board, board.descriptor());
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
