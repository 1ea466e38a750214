package dev.peregrine.host.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * One connection with its MyBatis session, which is kept so that prepared statements are too.
 * Transactions are begun and ended by hand: the connection stays in auto-commit mode.
 */
final class Session implements Mappers {

  static final String READ = "BEGIN";
  static final String WRITE = "BEGIN IMMEDIATE";

  private final Path file;
  private final Fence fence;
  private final Connection connection;
  private final SqlSession mybatis;
  private final Map<Class<?>, Object> mappers = new HashMap<>();
  private boolean broken;

  Session(Path file, Connection connection, SqlSessionFactory factory, Fence fence) {
    this.file = file;
    this.fence = fence;
    this.connection = connection;
    this.mybatis = factory.openSession(ExecutorType.REUSE, connection);
  }

  @Override
  public <M> M of(Class<M> mapper) {
    return mapper.cast(mappers.computeIfAbsent(mapper, mybatis::getMapper));
  }

  <T> T inTransaction(String begin, Database.Work<T> work) {
    boolean writes = begin.equals(WRITE);
    if (writes) {
      fence.check(file);
    }
    execute(begin);
    T result;
    try {
      result = work.run(this);
      if (writes) {
        // Whoever was replaced meanwhile takes back what it did.
        fence.check(file);
      }
      execute("COMMIT");
    } catch (PersistenceException failed) {
      rollBack();
      throw Trouble.of(file, failed);
    } catch (RuntimeException | Error failed) {
      rollBack();
      throw failed;
    }
    return result;
  }

  /** The same on a connection that also writes, for work that may not. */
  <T> T inReading(Database.Work<T> work) {
    execute("PRAGMA query_only = ON");
    try {
      return inTransaction(READ, work);
    } finally {
      try {
        execute("PRAGMA query_only = OFF");
      } catch (StorageException inDoubt) {
        broken = true;
      }
    }
  }

  /** What is done with the file as a whole. */
  @FunctionalInterface
  interface FileWork<T> {
    T run(Connection connection) throws SQLException;
  }

  <T> T withFile(FileWork<T> work) {
    try {
      return work.run(connection);
    } catch (SQLException failed) {
      throw Trouble.of(file, failed);
    }
  }

  private void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (StorageException alreadyRolledBack) {
      // A full disk or an I/O error makes SQLite roll back by itself. Whatever it was, a connection
      // in doubt is not used again.
      broken = true;
    }
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw Trouble.of(file, failed);
    }
  }

  /** Nothing of what was deleted stays, neither in free pages nor in the journal. */
  boolean compact() {
    fence.check(file);
    execute("VACUUM");
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return true;
  }

  boolean isBroken() {
    return broken;
  }

  void close() {
    // Closes the connection too; nothing is pending on it.
    mybatis.close();
  }
}
