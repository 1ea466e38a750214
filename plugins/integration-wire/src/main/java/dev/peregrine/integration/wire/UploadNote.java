package dev.peregrine.integration.wire;

import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What was noted about an upload that began, so that it goes on after a break. It is there from the
 * first call that leaves something behind until the upload is done.
 *
 * @param sha256 of the content that was being sent
 * @param where it was going to, as the store's driver writes it
 */
public record UploadNote(String sha256, String where) {

  private static final int KEY = 32;

  /** The note about a document, if its last upload broke off. */
  public static Optional<UploadNote> of(Upload upload, IntegrationContext context) {
    return context
        .state()
        .get(key(upload))
        .filter(note -> note.indexOf('\n') > 0)
        .map(
            note ->
                new UploadNote(
                    note.substring(0, note.indexOf('\n')), note.substring(note.indexOf('\n') + 1)));
  }

  /** The same, if it was this content. */
  public static Optional<UploadNote> ofSame(Upload upload, IntegrationContext context) {
    return of(upload, context).filter(note -> note.sha256().equals(upload.sha256()));
  }

  /** Notes where a document is going to. */
  public static void put(Upload upload, String where, IntegrationContext context) {
    try {
      context.state().put(key(upload), upload.sha256() + "\n" + where);
    } catch (IllegalArgumentException full) {
      // Without the note, a break costs a part that is sent twice; the upload is worth more.
      context.log().log(System.Logger.Level.DEBUG, "No room for the note of an upload.");
    }
  }

  /** The upload is done. */
  public static void remove(Upload upload, IntegrationContext context) {
    context.state().remove(key(upload));
  }

  private static String key(Upload upload) {
    return "upload-" + digest(upload.id()).substring(0, KEY);
  }

  /** A short name for something, always the same for it: 64 hexadecimal digits. */
  public static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
