package dev.peregrine.host.storage;

import dev.peregrine.host.tenancy.Tenant;
import java.sql.Statement;
import java.util.OptionalInt;

/** Stands for a disk that takes no more pages of somebody's database. */
public final class FullDisk implements AutoCloseable {

  private final Databases databases;
  private final Tenant tenant;

  /** From now on their file does not grow. */
  public FullDisk(Databases databases, Tenant tenant) {
    this.databases = databases;
    this.tenant = tenant;
    still();
  }

  /** Says it to the connection that is open by now: the one before was given up when it failed. */
  public void still() {
    // It cannot be less than what is there already.
    most(OptionalInt.of(1));
  }

  private void most(OptionalInt pages) {
    var _ =
        databases.using(
            Databases.file(tenant),
            file ->
                file.write(
                    session ->
                        session.<Boolean>withFile(
                            connection -> {
                              try (Statement statement = connection.createStatement()) {
                                return statement.execute(
                                    "PRAGMA max_page_count = " + pages.orElse(1_000_000));
                              }
                            })));
  }

  /** There is room again. */
  @Override
  public void close() {
    most(OptionalInt.empty());
  }
}
