package dev.peregrine.host.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What files said when they could last be read. A file is read anew for each use, so that an edit
 * counts at once; while it has a mistake, or is half written, what it said before stays in force.
 *
 * @param <T> what a file says
 */
final class LastGood<T> {

  /** Of so many files it is known; who comes back after that many others begins anew. */
  private static final int MOST = 1_000;

  private final Map<Path, T> good = Collections.synchronizedMap(new Latest<>());
  private final Function<YamlFile, T> reader;

  /**
   * @param reader reads a file that may not be there
   */
  LastGood(Function<YamlFile, T> reader) {
    this.reader = reader;
  }

  /** The ones that were used last. */
  private static final class Latest<T> extends LinkedHashMap<Path, T> {

    private static final long serialVersionUID = 1L;

    private Latest() {
      super(16, .75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Path, T> eldest) {
      return size() > MOST;
    }
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
