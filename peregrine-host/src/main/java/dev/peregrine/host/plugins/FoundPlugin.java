package dev.peregrine.host.plugins;

import java.util.Optional;

/** A plugin's files, copied and read; or why that was not possible. */
sealed interface FoundPlugin {

  PluginFile file();

  /** One that may be loaded. */
  record Sound(PluginFile file, PluginCopies.Copy copy, PluginFacts facts) implements FoundPlugin {}

  /** One that cannot. */
  record Unusable(PluginFile file, Optional<PluginCopies.Copy> copy, String reason)
      implements FoundPlugin {}

  /** Copies and reads the files without running anything of them. */
  static FoundPlugin look(PluginFile file, PluginCopies copies) {
    Optional<PluginCopies.Copy> copied = Optional.empty();
    try {
      if (!file.isRecipe()) {
        for (var jar : file.jars()) {
          JarCheck.check(jar, String.valueOf(jar.getFileName()));
        }
      }
      PluginCopies.Copy copy = copies.of(file);
      copied = Optional.of(copy);
      PluginFacts facts =
          file.isRecipe()
              ? RecipeFacts.read(copy.jars().getFirst())
              : FactsReader.read(file, copy.jars());
      return new Sound(file, copy, facts);
    } catch (BrokenPluginException e) {
      return new Unusable(file, copied, String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return new Unusable(
          file,
          copied,
          "\"%s\" cannot be read (%s). It is not used."
              .formatted(file.name(), e.getClass().getSimpleName()));
    }
  }
}
