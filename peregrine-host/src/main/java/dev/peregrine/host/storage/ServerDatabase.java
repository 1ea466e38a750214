package dev.peregrine.host.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Postgres that may be away. Nobody waits for it longer than a moment: who asks while it is known
 * to be away is told at once, and a thread of its own looks whether it is back. Its tables are made
 * and changed by numbered scripts when it is first reached.
 */
public final class ServerDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ServerDatabase.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final int CONNECTIONS = 8;
  private static final long CONNECTION_MILLIS = 1_000;
  private static final String ANSWER_SECONDS = "2";
  private static final String STATEMENT_MILLIS = "1500";

  /** Whoever freezes in the middle of a transaction keeps its rows from others for so long. */
  private static final String SILENCE_MILLIS = "4000";

  private static final int MIGRATION_CONNECT_SECONDS = 2;

  private final ServerAddress address;
  private final String scripts;
  private final InstantSource clock;
  private final SqlSessionFactory mybatis;
  private final HikariDataSource pool;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("server-watch").daemon().factory());

  private volatile boolean migrated;
  private volatile @Nullable Instant awaySince;

  /**
   * @param scripts the folder of the class path with its migrations
   * @param mappers the MyBatis mappers of all owners of tables
   */
  public ServerDatabase(
      ServerAddress address, String scripts, List<Class<?>> mappers, InstantSource clock) {
    this.address = address;
    this.scripts = scripts;
    this.clock = clock;
    this.mybatis = Mybatis.serverFactory(mappers);
    this.awaySince = clock.instant();
    this.pool = new HikariDataSource(pooled(address));
  }

  private static HikariConfig pooled(ServerAddress address) {
    var config = new HikariConfig();
    config.setJdbcUrl(address.jdbc());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setPoolName("platform");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_MILLIS);
    config.setValidationTimeout(CONNECTION_MILLIS);
    // The program starts whether or not the server is there.
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(false);
    config.addDataSourceProperty("connectTimeout", ANSWER_SECONDS);
    config.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
    config.addDataSourceProperty("ApplicationName", "peregrine");
    config.addDataSourceProperty(
        "options",
        "-c statement_timeout=%s -c idle_in_transaction_session_timeout=%s"
            .formatted(STATEMENT_MILLIS, SILENCE_MILLIS));
    return config;
  }

  /** Looks whether the server is there, and from now on again and again. */
  public void start() {
    look();
    long period = LOOK_EVERY.toMillis();
    // Runs until it is closed.
    var _ = watch.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
  }

  /** Since when the server has been away; empty where it is there. */
  public Optional<Instant> awaySince() {
    return Optional.ofNullable(awaySince);
  }

  /** Whether it was ever reached, so that its tables are as they should be. */
  public boolean wasThere() {
    return migrated;
  }

  /** Looks whether the server is there; what is said of that afterwards is so. */
  public synchronized void look() {
    try {
      if (!migrated) {
        migrate();
        migrated = true;
      }
      try (Connection connection = pool.getConnection()) {
        if (!connection.isValid(MIGRATION_CONNECT_SECONDS)) {
          throw new SQLException("The connection is not valid.", "08006");
        }
      }
      if (awaySince != null) {
        LOG.info("The database {} is there.", address);
      }
      awaySince = null;
    } catch (SQLException | FlywayException failed) {
      away(failed);
    } catch (RuntimeException unexpected) {
      LOG.error("The database {} could not be looked at.", address, unexpected);
      away(unexpected);
    }
  }

  private void migrate() {
    var source = new PGSimpleDataSource();
    source.setUrl(address.jdbc());
    source.setUser(address.user());
    source.setPassword(address.password());
    source.setConnectTimeout(MIGRATION_CONNECT_SECONDS);
    Flyway.configure(ServerDatabase.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + scripts)
        // Others may have tables of their own there.
        .table("peregrine_migrations")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  /**
   * Does work in one transaction: all of it, or nothing if the work throws.
   *
   * @throws ServerAwayException where the server cannot be reached
   */
  public <T> T call(Database.Work<T> work) {
    if (awaySince != null) {
      throw new ServerAwayException(null);
    }
    try (Connection connection = pool.getConnection()) {
      return inTransaction(connection, work);
    } catch (SQLException failed) {
      away(failed);
      throw new ServerAwayException(failed);
    } catch (PersistenceException failed) {
      if (isAway(failed)) {
        away(failed);
        throw new ServerAwayException(failed);
      }
      throw new StorageException("The database of this service refused what was asked.", failed);
    }
  }

  /** Its connections, for a library that asks by itself; who takes one commits. */
  public DataSource connections() {
    return pool;
  }

  private <T> T inTransaction(Connection connection, Database.Work<T> work) throws SQLException {
    boolean done = false;
    try {
      // Not closed: that would close the connection, which goes back to the pool.
      SqlSession session = mybatis.openSession(connection);
      T result = work.run(session::getMapper);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack(connection);
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      // The server rolls back what a lost connection had begun.
      LOG.debug("A transaction could not be rolled back", gone);
    }
  }

  /** Connections that break, servers that stop or start, and too many connections. */
  private static boolean isAway(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
          return true;
        }
      }
    }
    return false;
  }

  private void away(Exception why) {
    if (awaySince == null) {
      awaySince = clock.instant();
      LOG.warn("The database {} is away: {}", address, why.getMessage());
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    pool.close();
  }
}
