package dev.peregrine.host.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What every visitor begins with. It is made anew each day, so that what happens "tomorrow" in it
 * always does; visitors who are here keep theirs.
 */
public final class Template {

  /** Makes one. */
  @FunctionalInterface
  public interface Maker {

    /** Fills a folder with a tenant's {@code config/} and {@code data/}, as of now. */
    void make(Path folder);
  }

  private static final Duration FRESH = Duration.ofHours(12);

  private record Made(Path folder, Instant when) {}

  private final Path folder;
  private final Maker maker;
  private final InstantSource clock;
  private final AtomicReference<Optional<Made>> made = new AtomicReference<>(Optional.empty());

  /**
   * @param folder of templates, and of nothing else
   */
  public Template(Path folder, Maker maker, InstantSource clock) {
    this.folder = folder;
    this.maker = maker;
    this.clock = clock;
  }

  /** Makes the first one. */
  public void begin() {
    Folders.remove(folder);
    renew();
  }

  /** Makes a new one where the present one is of another day. */
  public void renewIfOld() {
    boolean isOld =
        made.get().filter(last -> last.when().plus(FRESH).isAfter(clock.instant())).isEmpty();
    if (isOld) {
      renew();
    }
  }

  private void renew() {
    Instant now = clock.instant();
    Path next = folder.resolve("as-of-" + now.toEpochMilli());
    try {
      Files.createDirectories(next);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    maker.make(next);
    Optional<Made> before = made.getAndSet(Optional.of(new Made(next, now)));
    // Whoever copies the old one at this moment begins again with the new one.
    before.map(Made::folder).ifPresent(Folders::remove);
  }

  /** Copies it. */
  void copyTo(Path home) {
    Path from = source();
    try {
      Folders.copy(from, home);
    } catch (IOException failed) {
      Folders.remove(home);
      if (from.equals(source())) {
        throw new UncheckedIOException(failed);
      }
      copyTo(home);
    }
  }

  private Path source() {
    return made.get()
        .map(Made::folder)
        .orElseThrow(() -> new IllegalStateException("There is no template yet."));
  }
}
