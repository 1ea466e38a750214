package dev.peregrine.host.storage;

import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.texts.Language;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;

/**
 * One tenant's database. Work runs on a platform thread with the tenant and the language bound, and
 * the caller, on whatever thread it is, waits for it. An interrupt of the caller does not break
 * work off: it shows once the work is over, so that nobody has to wonder whether something was
 * stored.
 */
public final class Database {

  private static final ScopedValue<Boolean> WORKING = ScopedValue.newInstance();

  private final Databases databases;
  private final Tenant tenant;

  Database(Databases databases, Tenant tenant) {
    this.databases = databases;
    this.tenant = tenant;
  }

  /** What is done with a database in one transaction. It may not ask for other work. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Mappers mappers);
  }

  /**
   * Reads, all statements seeing the same moment.
   *
   * @throws StorageException with a sentence for a person
   */
  public <T> T read(Work<T> work) {
    return run(OpenFile::read, work);
  }

  /**
   * Writes in one transaction: all of it, or nothing if the work throws.
   *
   * @throws StorageException with a sentence for a person
   */
  public <T> T write(Work<T> work) {
    return run(
        (file, bound) -> file.write(session -> session.inTransaction(Session.WRITE, bound)), work);
  }

  /**
   * Writes the file anew, so that nothing of what was deleted remains in it. Takes as long as
   * copying it.
   */
  public void compact() {
    var _ = databases.using(Databases.file(tenant), file -> file.write(Session::compact));
  }

  /**
   * Does the same in the snapshots that were made before the file was changed, each of which is
   * then compacted. One that cannot be opened is left alone.
   */
  public void inSnapshots(Work<?> work) {
    Language language = Language.current();
    await(
        databases.inSnapshots(
            tenant, session -> bound(language, () -> session.inTransaction(Session.WRITE, work))));
  }

  private <T> T run(BiFunction<OpenFile, Work<T>, CompletableFuture<T>> lane, Work<T> work) {
    if (WORKING.isBound()) {
      throw new IllegalStateException(
          "Work on a database asked for more work on one; it would wait for itself. Pass its mappers on.");
    }
    Language language = Language.current();
    Work<T> bound = mappers -> bound(language, () -> work.run(mappers));
    return databases.using(Databases.file(tenant), file -> lane.apply(file, bound));
  }

  /**
   * What is read is said in the language of who asked; known first, the tenant asks for no other.
   */
  private <T> T bound(Language language, ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(WORKING, true)
        .call(() -> language.calling(() -> tenant.calling(work)));
  }

  static <T> T await(CompletableFuture<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (ExecutionException failed) {
          throw rethrown(failed);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrown(ExecutionException failed) {
    return switch (failed.getCause()) {
      case RuntimeException thrown -> thrown;
      case Error thrown -> throw thrown;
      case null, default -> new IllegalStateException(failed);
    };
  }
}
