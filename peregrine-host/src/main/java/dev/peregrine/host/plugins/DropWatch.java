package dev.peregrine.host.plugins;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the drop folder. An event only makes it look: the truth is the stamp of all files, and it
 * is acted upon once it has been the same for a settle time, so that half a copy is never read.
 * Where the system cannot watch (another file system, no handles left), it looks every second.
 */
final class DropWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DropWatch.class);
  private static final Duration SETTLE = Duration.ofMillis(300);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Path folder;
  private final Supplier<List<String>> stamps;
  private final Runnable changed;
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private final WatchService service;
  private final Thread thread;

  private DropWatch(
      Path folder, Supplier<List<String>> stamps, Runnable changed, WatchService service) {
    this.folder = folder;
    this.stamps = stamps;
    this.changed = changed;
    this.service = service;
    thread = Thread.ofPlatform().daemon().name("plugin-watch").unstarted(this::watch);
  }

  /** Begins to watch; {@code changed} is called on the watching thread. */
  static DropWatch start(Path folder, Supplier<List<String>> stamps, Runnable changed)
      throws IOException {
    var watch = new DropWatch(folder, stamps, changed, folder.getFileSystem().newWatchService());
    watch.thread.start();
    return watch;
  }

  private void watch() {
    // The first look always acts: something may have changed since the start looked.
    Optional<List<String>> known = Optional.empty();
    try {
      while (true) {
        known = look(known);
        forget(service.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS));
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      LOG.debug("The drop folder is not watched any more.");
    }
  }

  private Optional<List<String>> look(Optional<List<String>> known) throws InterruptedException {
    try {
      register();
      Optional<List<String>> now = Optional.of(settled());
      if (!now.equals(known)) {
        changed.run();
      }
      return now;
    } catch (ClosedWatchServiceException e) {
      throw e;
    } catch (RuntimeException e) { // One odd moment must not end the watch.
      LOG.warn("A change in \"{}\" could not be acted upon.", folder, e);
      return Optional.empty();
    }
  }

  private List<String> settled() throws InterruptedException {
    List<String> before = stamps.get();
    while (true) {
      TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
      List<String> after = stamps.get();
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
  }

  private static void forget(@Nullable WatchKey key) {
    if (key != null) {
      key.pollEvents();
      key.reset();
    }
  }

  /** Watches the folder and those in it, as far as they are not watched yet. */
  private void register() {
    keys.values().removeIf(key -> !key.isValid());
    register(folder);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isSymbolicLink(entry)) {
          // A link to what a build makes: the change happens over there.
          register(folder.resolve(Files.readSymbolicLink(entry)).resolveSibling(""));
        }
        if (!String.valueOf(entry.getFileName()).startsWith(".")) {
          register(entry);
          register(entry.resolve("lib"));
        }
      }
    } catch (IOException e) {
      LOG.debug("Not all folders are watched.", e);
    }
  }

  private void register(Path place) {
    if (keys.containsKey(place) || !Files.isDirectory(place)) {
      return;
    }
    WatchEvent.Kind<?>[] all = {
      StandardWatchEventKinds.ENTRY_CREATE,
      StandardWatchEventKinds.ENTRY_MODIFY,
      StandardWatchEventKinds.ENTRY_DELETE
    };
    try {
      keys.put(place, place.register(service, all));
    } catch (IOException e) {
      LOG.debug("\"{}\" cannot be watched; it is looked at now and then.", place, e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      service.close();
      thread.join(Duration.ofSeconds(2));
    } catch (IOException e) {
      LOG.debug("The watch did not end well.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
