package dev.peregrine.host.storage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The databases of all tenants; opens, migrates and closes their files. */
public final class Databases implements AutoCloseable {

  /**
   * How much is kept open.
   *
   * @param openFiles files kept open while nobody uses them
   * @param idle after which an unused file is closed
   * @param readers reading connections a file
   * @param threads platform threads for all files together
   * @param busyTimeout how long to wait for another program that holds a file
   */
  public record Limits(
      int openFiles, Duration idle, int readers, int threads, Duration busyTimeout) {

    /** Two readers a file, and what a small machine bears. */
    public static Limits usual() {
      return new Limits(
          200,
          Duration.ofMinutes(5),
          2,
          Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
          Duration.ofSeconds(5));
    }
  }

  public Databases(List<Class<?>> mappers, InstantSource clock) {
    this(mappers, clock, Limits.usual());
  }

  public Databases(List<Class<?>> mappers, InstantSource clock, Limits limits) {}

  /** The database of the current tenant. Its file is opened when it is first used. */
  public Database current() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
