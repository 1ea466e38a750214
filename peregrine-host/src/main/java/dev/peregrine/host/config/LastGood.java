package dev.peregrine.host.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What files said when they could last be read. A file is read anew for each use, so that an edit
 * counts at once; while it has a mistake, or is half written, what it said before stays in force.
 *
 * @param <T> what a file says
 */
final class LastGood<T> {

  private final Map<Path, T> good = new ConcurrentHashMap<>();
  private final Function<YamlFile, T> reader;

  /**
   * @param reader reads a file that may not be there
   */
  LastGood(Function<YamlFile, T> reader) {
    this.reader = reader;
  }

  /**
   * @throws ConfigException where the file cannot be read and never could since the start
   */
  T current(YamlFile file) {
    try {
      T now = reader.apply(file);
      good.put(file.path(), now);
      return now;
    } catch (ConfigException broken) {
      T before = good.get(file.path());
      if (before == null) {
        throw broken;
      }
      return before;
    }
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  Optional<String> problem(YamlFile file) {
    try {
      good.put(file.path(), reader.apply(file));
      return Optional.empty();
    } catch (ConfigException broken) {
      return Optional.of(
          good.containsKey(file.path())
              ? broken.sentence() + " Until then it counts as it was before."
              : broken.sentence());
    }
  }
}
