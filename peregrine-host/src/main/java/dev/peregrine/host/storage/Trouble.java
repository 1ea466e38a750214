package dev.peregrine.host.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in words for a person what SQLite says in codes. */
final class Trouble {

  private Trouble() {}

  static StorageException of(Path file, Throwable failed) {
    SQLiteErrorCode code = code(failed);
    return new StorageException(
        kind(code),
        "Database file \"%s\": %s".formatted(file, sentence(file, code, failed)),
        failed);
  }

  static StorageException folder(Path folder, IOException failed) {
    return new StorageException(
        StorageException.Kind.UNREACHABLE,
        "Folder \"%s\" cannot be made or written: %s. Give your user the right to write there, or start Peregrine with another --home."
            .formatted(folder, failed.getClass().getSimpleName()),
        failed);
  }

  private static StorageException.Kind kind(SQLiteErrorCode code) {
    return switch (code.code & 0xff) {
      case 13 -> StorageException.Kind.FULL;
      case 5, 6 -> StorageException.Kind.LOCKED;
      case 11, 26 -> StorageException.Kind.DAMAGED;
      default -> StorageException.Kind.UNREACHABLE;
    };
  }

  private static String sentence(Path file, SQLiteErrorCode code, Throwable failed) {
    // Extended codes carry the primary one in their low byte.
    return switch (code.code & 0xff) {
      case 13 ->
          "the disk is full. Free some space and try again; what was stored before is not lost.";
      case 5, 6 ->
          "another program keeps it locked. Close that program, such as a second Peregrine, a database browser or a backup, and try again.";
      case 11, 26 ->
          "the file is damaged or is not a database (%s). Peregrine leaves it as it is. Stop Peregrine, keep the file under another name and put a backup in its place; those made before upgrades are in \"%s\"."
              .formatted(code.name(), file.resolveSibling("backups"));
      case 3, 8, 14, 23 ->
          "it cannot be opened for writing. Give your user the right to write to the file and to its folder \"%s\", or start Peregrine with another --home."
              .formatted(file.getParent());
      case 10 ->
          "the disk reports an error (%s). Check the disk and its cable or network, then start Peregrine again."
              .formatted(code.name());
      default ->
          "it refused a statement, which is a fault of Peregrine (%s). Please report it."
              .formatted(innermost(failed).getMessage());
    };
  }

  private static SQLiteErrorCode code(Throwable failed) {
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof SQLiteException sqlite) {
        return sqlite.getResultCode();
      }
      if (at instanceof SQLException sql && sql.getErrorCode() != 0) {
        return SQLiteErrorCode.getErrorCode(sql.getErrorCode());
      }
    }
    return SQLiteErrorCode.UNKNOWN_ERROR;
  }

  private static Throwable innermost(Throwable failed) {
    Throwable at = failed;
    for (@Nullable Throwable cause = at; cause != null; cause = cause.getCause()) {
      at = cause;
    }
    return at;
  }
}
