package dev.peregrine.host.storage;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Instants are stored as milliseconds since 1970 in UTC. */
final class InstantMs extends BaseTypeHandler<Instant> {

  @Override
  public void setNonNullParameter(PreparedStatement to, int index, Instant value, JdbcType type)
      throws SQLException {
    to.setLong(index, value.toEpochMilli());
  }

  @Override
  public @Nullable Instant getNullableResult(ResultSet from, String column) throws SQLException {
    long value = from.getLong(column);
    return from.wasNull() ? null : Instant.ofEpochMilli(value);
  }

  @Override
  public @Nullable Instant getNullableResult(ResultSet from, int column) throws SQLException {
    long value = from.getLong(column);
    return from.wasNull() ? null : Instant.ofEpochMilli(value);
  }

  @Override
  public @Nullable Instant getNullableResult(CallableStatement from, int column) {
    throw new UnsupportedOperationException("SQLite has no stored procedures.");
  }
}
