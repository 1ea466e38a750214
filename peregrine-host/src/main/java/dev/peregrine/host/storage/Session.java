package dev.peregrine.host.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with its MyBatis session, which is kept so that prepared statements are too.
 * Transactions are begun and ended by hand: the connection stays in auto-commit mode.
 */
final class Session implements Mappers {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  static final String READ = "BEGIN";
  static final String WRITE = "BEGIN IMMEDIATE";

  private final Path file;
  private final Fence fence;
  private final Connection connection;
  private final SqlSession mybatis;
  private final Map<Class<?>, Object> mappers = new HashMap<>();
  // What begins and ends each work is prepared once.
  private final Map<String, PreparedStatement> bounds = new HashMap<>();
  private boolean queryOnly;
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
      queryOnly(false);
    }
    bound(begin);
    T result;
    try {
      result = work.run(this);
      if (writes) {
        // Whoever was replaced meanwhile takes back what it did.
        fence.check(file);
      }
      bound("COMMIT");
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
    queryOnly(true);
    return inTransaction(READ, work);
  }

  /** Until the next work of the other kind, since most that is done is reading. */
  private void queryOnly(boolean wanted) {
    if (wanted != queryOnly) {
      try {
        run("PRAGMA query_only = " + (wanted ? "ON" : "OFF"));
      } catch (StorageException inDoubt) {
        broken = true;
        throw inDoubt;
      }
      queryOnly = wanted;
    }
  }

  /** What is done with the file as a whole. */
  @FunctionalInterface
  interface FileWork<T> {
    T run(Connection connection) throws SQLException;
  }

  <T> T withFile(FileWork<T> work) {
    queryOnly(false);
    try {
      return work.run(connection);
    } catch (SQLException failed) {
      throw Trouble.of(file, failed);
    }
  }

  private void rollBack() {
    try {
      bound("ROLLBACK");
    } catch (StorageException alreadyRolledBack) {
      // A full disk or an I/O error makes SQLite roll back by itself. Whatever it was, a connection
      // in doubt is not used again.
      broken = true;
    }
  }

  private void bound(String sql) {
    try {
      PreparedStatement statement = bounds.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        bounds.put(sql, statement);
      }
      statement.execute();
    } catch (SQLException failed) {
      throw Trouble.of(file, failed);
    }
  }

  void execute(String sql) {
    queryOnly(false);
    run(sql);
  }

  private void run(String sql) {
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

  private static void close(PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException goesWithTheConnection) {
      LOG.debug("A statement was not closed", goesWithTheConnection);
    }
  }

  void close() {
    bounds.values().forEach(Session::close);
    // Closes the connection too; nothing is pending on it.
    mybatis.close();
  }
}
