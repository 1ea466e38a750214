package dev.peregrine.host.catalog;

import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.plugins.PluginState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The person's own recipes, as files in the drop folder. */
final class RecipeShelf {

  private final PluginRuntime plugins;
  private final Path dropFolder;

  RecipeShelf(PluginRuntime plugins, Path dropFolder) {
    this.plugins = plugins;
    this.dropFolder = dropFolder;
  }

  /** The place of a recipe is taken by another board. */
  static final class TakenException extends Exception {

    private static final long serialVersionUID = 1L;
    private final boolean replaceable;

    TakenException(String sentence, boolean replaceable) {
      super(sentence);
      this.replaceable = replaceable;
    }

    /** Whether it is a recipe of the person's own. */
    boolean isReplaceable() {
      return replaceable;
    }
  }

  static boolean isRecipe(InstalledPlugin plugin) {
    String name = plugin.file().getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** The recipes that came with Peregrine. */
  List<InstalledPlugin> shipped() {
    return plugins.plugins().stream().filter(p -> p.shipped() && isRecipe(p)).toList();
  }

  Optional<InstalledPlugin> find(String pluginId) {
    return plugins.plugins().stream()
        .filter(plugin -> plugin.id().equals(pluginId) && isRecipe(plugin))
        .findFirst();
  }

  /**
   * Writes a recipe; an older text of the same file goes to {@code .bin}.
   *
   * @param board the id of its board
   * @param editing the plugin whose recipe was opened; empty for a new one
   * @param replace whether another recipe of the person's own may be replaced
   */
  void save(String text, String board, String editing, boolean replace)
      throws TakenException, IOException {
    String id = "board-" + board;
    Optional<Path> opened =
        find(editing)
            .filter(plugin -> !plugin.shipped())
            .filter(plugin -> plugin.id().equals(id) || plugin.state() == PluginState.BROKEN)
            .map(InstalledPlugin::file);
    Path file = opened.orElse(dropFolder.resolve(id + ".yaml"));
    for (InstalledPlugin other : plugins.plugins()) {
      boolean takes =
          other.id().equals(id)
              || other.extensions().stream().anyMatch(each -> each.key().equals("board/" + board));
      if (takes && !Optional.of(other.file()).equals(opened)) {
        boolean own = !other.shipped() && isRecipe(other);
        refuse(board, other.file(), own, replace);
        file = other.file();
      }
    }
    if (Files.exists(file) && opened.isEmpty()) {
      refuse(board, file, true, replace);
    }
    keepOld(file);
    Files.createDirectories(dropFolder);
    Path part = Files.createTempFile(dropFolder, ".recipe-", ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void refuse(String board, Path file, boolean own, boolean replace)
      throws TakenException {
    if (!own) {
      throw new TakenException(
          "Board “%s” is there already, from “%s”. Give yours another “id”."
              .formatted(board, file.getFileName()),
          false);
    }
    if (!replace) {
      throw new TakenException(
          "You have a board “%s” already, in “%s”. Replace it, or give this one another “id”. The old text goes to plugins/.bin."
              .formatted(board, file.getFileName()),
          true);
    }
  }

  private void keepOld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    Path bin = Files.createDirectories(dropFolder.resolve(".bin"));
    Path kept = bin.resolve(file.getFileName());
    for (int i = 2; Files.exists(kept); i++) {
      kept = bin.resolve(i + "-" + file.getFileName());
    }
    Files.copy(file, kept);
  }
}
