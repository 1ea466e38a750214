package dev.peregrine.plugin.integration.dropbox;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What Dropbox tells of a file's content.
 *
 * @see <a href="https://www.dropbox.com/developers/reference/content-hash">Content Hash</a>
 */
final class ContentHash {

  private static final int BLOCK = 4 << 20;

  private final MessageDigest blocks = digest();

  private ContentHash() {}

  static String of(Content content) throws ExtensionException {
    var hash = new ContentHash();
    try (InputStream in = content.open(0)) {
      byte[] block = in.readNBytes(BLOCK);
      while (block.length > 0) {
        hash.add(digest().digest(block));
        block = in.readNBytes(BLOCK);
      }
      return hash.end();
    } catch (IOException gone) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "File \"%s\" cannot be read. Check that it is still there.".formatted(content.name()),
          gone);
    }
  }

  /** The same from the hashes of the blocks. */
  static String of(Iterable<byte[]> hashes) {
    var hash = new ContentHash();
    hashes.forEach(hash::add);
    return hash.end();
  }

  private void add(byte[] block) {
    blocks.update(block);
  }

  private String end() {
    return HexFormat.of().formatHex(blocks.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
