package dev.peregrine.host.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the person decided about plugins, kept in a YAML file that people can read. A file that
 * cannot be read counts as no decision, and is set aside before it is written anew.
 */
public final class PluginDecisions {

  private static final Logger LOG = LoggerFactory.getLogger(PluginDecisions.class);

  private final Path file;

  /**
   * @param file such as {@code config/plugins.yaml}; need not exist
   */
  public PluginDecisions(Path file) {
    this.file = file;
  }

  synchronized Map<String, Decision> all() {
    Optional<Map<String, Decision>> decisions = read();
    if (decisions.isEmpty()) {
      LOG.warn(
          "File \"{}\" cannot be read as decisions about plugins, so every plugin asks again. Mend it or delete it.",
          file);
    }
    return decisions.orElse(Map.of());
  }

  synchronized void save(String id, Decision decision) {
    change(
        decisions -> {
          decisions.put(id, decision);
          return decisions;
        });
  }

  synchronized void forget(String id) {
    change(
        decisions -> {
          decisions.remove(id);
          return decisions;
        });
  }

  private Optional<Map<String, Decision>> read() {
    try {
      return YamlDecisions.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.of(Map.of());
    } catch (IOException e) { // Also for bytes that are no text.
      LOG.debug("Cannot read {}", file, e);
      return Optional.empty();
    }
  }

  private void change(UnaryOperator<Map<String, Decision>> change) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Optional<Map<String, Decision>> old = read();
      if (old.isEmpty()) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      }
      String text = YamlDecisions.write(change.apply(new TreeMap<>(old.orElse(Map.of()))));
      Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "plugins", ".part");
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The decision could not be written to \"%s\". Make the folder writable and free some space."
              .formatted(file),
          e);
    }
  }
}
