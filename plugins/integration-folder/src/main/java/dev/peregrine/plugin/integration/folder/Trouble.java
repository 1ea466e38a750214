package dev.peregrine.plugin.integration.folder;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Why a file could not be written. */
final class Trouble {

  private Trouble() {}

  static ExtensionException of(IOException failed, Path root) {
    String reason = reason(failed).toLowerCase(Locale.ROOT);
    if (reason.contains("no space")
        || reason.contains("not enough space")
        || reason.contains("quota")) {
      return new ExtensionException(
          Kind.REFUSED,
          "The drive of folder \"%s\" has no room left. Make some.".formatted(root),
          failed);
    }
    if (failed instanceof AccessDeniedException || reason.contains("read-only")) {
      return new ExtensionException(
          Kind.BAD_SETTINGS,
          "Folder \"%s\" cannot be written to. Give Peregrine the right to, or choose another."
              .formatted(root),
          failed);
    }
    return new ExtensionException(
        Kind.UNAVAILABLE,
        "Folder \"%s\" could not be used. Look whether its drive is sound. It is tried again later."
            .formatted(root),
        failed);
  }

  static ExtensionException unreadable(Content content, IOException why) {
    return new ExtensionException(
        Kind.UNAVAILABLE,
        "File \"%s\" cannot be read. Check that it is still there.".formatted(content.name()),
        why);
  }

  private static String reason(IOException failed) {
    String said =
        failed instanceof FileSystemException file ? file.getReason() : failed.getMessage();
    return Objects.requireNonNullElse(said, "");
  }
}
