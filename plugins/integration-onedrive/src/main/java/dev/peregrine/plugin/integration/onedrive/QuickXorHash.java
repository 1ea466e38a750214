package dev.peregrine.plugin.integration.onedrive;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/**
 * What every kind of OneDrive tells of a file's content. It is no protection against malice, only
 * the way to see whether two files are the same.
 *
 * @see <a href="https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash">Code
 *     snippet: QuickXorHash</a>
 */
final class QuickXorHash {

  private static final int BITS = 160;
  private static final int SHIFT = 11;
  private static final int BUFFER = 64 << 10;

  private final byte[] hash = new byte[BITS / 8];
  private long length;

  private QuickXorHash() {}

  static String of(Content content) throws ExtensionException {
    var hash = new QuickXorHash();
    try (InputStream in = content.open(0)) {
      var bytes = new byte[BUFFER];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        for (int i = 0; i < read; i++) {
          hash.add(bytes[i] & 0xff);
        }
      }
      return hash.end();
    } catch (IOException gone) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "File \"%s\" cannot be read. Check that it is still there.".formatted(content.name()),
          gone);
    }
  }

  /** Each byte lies 11 bits further on than the one before, around a ring of 160. */
  private void add(int value) {
    int bit = (int) (length * SHIFT % BITS);
    int shifted = value << (bit % 8);
    hash[bit / 8] ^= (byte) shifted;
    hash[(bit / 8 + 1) % hash.length] ^= (byte) (shifted >> 8);
    length++;
  }

  private String end() {
    for (int i = 0; i < Long.BYTES; i++) {
      hash[hash.length - Long.BYTES + i] ^= (byte) (length >> (8 * i));
    }
    return Base64.getEncoder().encodeToString(hash);
  }
}
