package dev.peregrine.host.storage;

import java.util.List;

/** The schema as an earlier program left it, for tests of what became of it. */
public final class Before {

  private Before() {}

  /** A migration, and the line that the runner wrote for it. */
  public record Step(String script, String record) {}

  /** The first ones. */
  public static List<Step> version(int number) {
    return MigrationFiles.all().stream()
        .limit(number)
        .map(
            migration ->
                new Step(
                    migration.script(),
                    "INSERT INTO schema_migrations VALUES (%d, '%s', '%s', 0)"
                        .formatted(migration.version(), migration.name(), migration.checksum())))
        .toList();
  }
}
