package dev.peregrine.host.storage;

/** One tenant's database. Work runs on a platform thread; the caller waits for it. */
public final class Database {

  /** What is done with a database in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Mappers mappers);
  }

  /** Reads, all statements seeing the same moment. */
  public <T> T read(Work<T> work) {
    throw new UnsupportedOperationException();
  }

  /** Writes in one transaction: all of it, or nothing if the work throws. */
  public <T> T write(Work<T> work) {
    throw new UnsupportedOperationException();
  }
}
