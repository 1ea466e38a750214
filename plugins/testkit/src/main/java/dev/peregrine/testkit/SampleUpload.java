package dev.peregrine.testkit;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import dev.peregrine.api.integration.DocumentStore.Upload;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Documents to store. */
final class SampleUpload {

  private SampleUpload() {}

  static Upload of(String id, List<String> folder, String name, byte[] bytes) {
    return of(id, folder, bytes, Content.of(new Blob(name, "application/pdf", bytes)));
  }

  static Upload of(String id, List<String> folder, byte[] bytes, Content content) {
    return new Upload(id, folder, content, sha256(bytes), Optional.empty());
  }

  static Upload withStored(Upload upload, String storedId) {
    return new Upload(
        upload.id(), upload.folder(), upload.content(), upload.sha256(), Optional.of(storedId));
  }

  /** Bytes that no text encoding survives, always the same. */
  static byte[] bytes(int length, int seed) {
    var bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
