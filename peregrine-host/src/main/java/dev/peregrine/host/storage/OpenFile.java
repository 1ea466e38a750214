package dev.peregrine.host.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open database file: one lane that writes, one that reads; where a file may have only one
 * connection, they are the same.
 */
final class OpenFile {

  private static final Logger LOG = LoggerFactory.getLogger(OpenFile.class);

  private final FileHold hold;
  private final Lane writer;
  private final Lane readers;

  private OpenFile(FileHold hold, Lane writer, Lane readers) {
    this.hold = hold;
    this.writer = writer;
    this.readers = readers;
  }

  /** What opens files, and how. */
  record Opener(
      FileFormat format,
      Connections connections,
      Migrations migrations,
      SqlSessionFactory factory,
      InstantSource clock,
      Executor pool,
      Databases.Limits limits,
      Fence fence) {

    /** Opens and migrates the file. Runs on a thread of the pool. */
    OpenFile open(Path file) {
      fence.checkOpening(file);
      FileHold hold = format.hold(file, limits.busyTimeout());
      Connection connection = null;
      try {
        connection = connections.writer(file);
        migrations.apply(file, connection, clock);
      } catch (RuntimeException failed) {
        try (hold) {
          if (connection != null) {
            connection.close();
          }
        } catch (SQLException also) {
          failed.addSuppressed(also);
        }
        throw failed;
      }
      var writer =
          new Lane(pool, 1, () -> new Session(file, connections.writer(file), factory, fence));
      writer.adopt(new Session(file, connection, factory, fence));
      return new OpenFile(
          hold,
          writer,
          format.isAlone()
              ? writer
              : new Lane(
                  pool,
                  limits.readers(),
                  () -> new Session(file, connections.reader(file), factory, fence)));
    }

    /** Does something in a file that nobody uses, and leaves one tidy file. */
    void inCopy(Path copy, Function<Session, ?> work) {
      Session session = null;
      try {
        session = new Session(copy, connections.writer(copy), factory, fence);
        var _ = work.apply(session);
        session.compact();
        session.execute("PRAGMA journal_mode = DELETE");
      } catch (StorageException unusable) {
        LOG.warn("Snapshot \"{}\" was left as it is.", copy, unusable);
      } finally {
        if (session != null) {
          session.close();
        }
      }
    }
  }

  <T> CompletableFuture<T> write(Function<Session, T> work) {
    return writer.submit(work);
  }

  /** Reads in one transaction, whose surroundings the caller says. */
  <T> CompletableFuture<T> read(Database.Work<T> work) {
    return readers == writer
        ? writer.submit(session -> session.inReading(work))
        : readers.submit(session -> session.inTransaction(Session.READ, work));
  }

  /** Leaves one tidy file without a journal. Runs on a thread of the pool; nobody uses the file. */
  void close() {
    try (hold) {
      if (readers != writer) {
        readers.close(session -> {});
      }
      writer.close(
          session -> {
            try {
              session.execute("PRAGMA optimize");
              session.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            } catch (StorageException untidy) {
              // Nothing is lost: SQLite reads the journal when the file is opened again.
              LOG.warn("A database file was closed without tidying up.", untidy);
            }
          });
    }
  }
}
