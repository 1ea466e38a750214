package dev.peregrine.host.tasks;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Background work of the current tenant. */
public final class Tasks implements AutoCloseable {

  /**
   * @param limits how many tasks of a type run at once; types not named have no limit
   */
  public Tasks(Databases databases, Live live, InstantSource clock, Map<String, Integer> limits) {}

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of();
  }

  public void register(String type, TaskHandler handler) {
    throw new UnsupportedOperationException();
  }

  public Submitted submit(String type, String key, String title, String params) {
    throw new UnsupportedOperationException();
  }

  public boolean cancel(long id) {
    throw new UnsupportedOperationException();
  }

  public Submitted retry(long id) {
    throw new UnsupportedOperationException();
  }

  public List<Task> active() {
    throw new UnsupportedOperationException();
  }

  public List<Task> recent(int n) {
    throw new UnsupportedOperationException();
  }

  public Optional<Task> find(long id) {
    throw new UnsupportedOperationException();
  }

  public void interruptedAtStart() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
