package dev.peregrine.host.snapshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How shipping goes, in a file that a command reads. */
public final class SnapshotStatus {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotStatus.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  private final InstantSource clock;

  // Guarded by this.
  private Said now = new Said(null, 0, 0, null, null);
  private @Nullable Said written;

  /**
   * What is said.
   *
   * @param last when something was shipped; empty where nothing was since the start
   * @param shipped how many since the start
   * @param waiting how many people changed something that could not be shipped
   * @param failingSince since when nothing can be; empty where all is well
   * @param why a sentence
   */
  public record Said(
      @Nullable Instant last,
      long shipped,
      int waiting,
      @Nullable Instant failingSince,
      @Nullable String why) {

    /** For a person at a console. */
    public String line() {
      String text =
          last == null
              ? "Nothing was shipped since the start."
              : "%d snapshots since the start, the last one at %s.".formatted(shipped, last);
      return failingSince == null
          ? text
          : "%s Since %s none can be shipped, %d people wait: %s"
              .formatted(text, failingSince, waiting, why);
    }
  }

  SnapshotStatus(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /** What the program that works on a home says; empty where none ever did. */
  public static Optional<Said> read(Path file) {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Said.class));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException | JacksonException unreadable) {
      LOG.debug("How snapshots go could not be read", unreadable);
      return Optional.empty();
    }
  }

  synchronized void went(boolean shipped) {
    if (now.failingSince() != null && shipped) {
      LOG.info("Snapshots are shipped again.");
    }
    now = shipped ? new Said(clock.instant(), now.shipped() + 1, now.waiting(), null, null) : now;
  }

  synchronized void failed(String why) {
    if (now.failingSince() == null) {
      LOG.warn("No snapshots can be shipped; people notice nothing. {}", why);
      now = new Said(now.last(), now.shipped(), now.waiting(), clock.instant(), why);
    }
  }

  /** Writes it where it changed. */
  synchronized void say(int waiting) {
    now = new Said(now.last(), now.shipped(), waiting, now.failingSince(), now.why());
    if (now.equals(written)) {
      return;
    }
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(part, JSON.writeValueAsString(now));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written = now;
    } catch (IOException failed) {
      LOG.debug("How snapshots go could not be noted", failed);
    }
  }
}
