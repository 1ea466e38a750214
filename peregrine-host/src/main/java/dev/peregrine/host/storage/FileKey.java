package dev.peregrine.host.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key of an encrypted file. SQLCipher begins a file with sixteen bytes that are open to read
 * and whose choice is ours. They say which version of the server's secret the key follows from, and
 * enough of the key to tell a wrong one from a damaged file. So the version can never be apart from
 * the file, whatever is copied, renamed or broken off.
 */
final class FileKey {

  private static final int HEADER = 16;
  private static final byte[] MAGIC = {'P', 'G', 'N', 1};
  private static final byte[] PLAIN = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int CHECK = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int version;
  private final byte[] bytes;

  FileKey(int version, byte[] bytes) {
    this.version = version;
    this.bytes = bytes.clone();
  }

  /** What a file begins with. */
  enum Beginning {
    /** There is no file, or an empty one. */
    NONE,
    /** That of an encrypted file of ours. */
    ENCRYPTED,
    /** That of SQLite's own files. */
    PLAIN,
    /** Something else. */
    UNKNOWN
  }

  /**
   * The open part of a file.
   *
   * @param version of the secret; 0 where it is not encrypted by us
   * @param check what is said of the key
   */
  record Header(Beginning beginning, int version, byte[] check) {

    static Header of(Path file) {
      if (Files.notExists(file)) {
        return new Header(Beginning.NONE, 0, new byte[0]);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return of(in.readNBytes(HEADER));
      } catch (IOException failed) {
        throw Trouble.folder(file.toAbsolutePath().resolveSibling(""), failed);
      }
    }

    static Header of(byte[] start) {
      if (start.length == 0) {
        return new Header(Beginning.NONE, 0, new byte[0]);
      }
      if (Arrays.equals(start, PLAIN)) {
        return new Header(Beginning.PLAIN, 0, new byte[0]);
      }
      if (start.length < HEADER || !Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC)) {
        return new Header(Beginning.UNKNOWN, 0, new byte[0]);
      }
      var bytes = ByteBuffer.wrap(start, MAGIC.length, HEADER - MAGIC.length);
      int version = Short.toUnsignedInt(bytes.getShort());
      var check = new byte[CHECK];
      bytes.get(check);
      return new Header(Beginning.ENCRYPTED, version, check);
    }
  }

  /** The version of the secret with which a file is encrypted; empty where it is not. */
  static Optional<Integer> version(Path file) {
    Header header = Header.of(file);
    return header.beginning() == Beginning.ENCRYPTED
        ? Optional.of(header.version())
        : Optional.empty();
  }

  /** Whether it is the key of the file that begins so. */
  boolean fits(Header header) {
    return version == header.version() && MessageDigest.isEqual(check(), header.check());
  }

  private byte[] check() {
    return Arrays.copyOf(TenantKeys.hmac(bytes, "which key it is"), CHECK);
  }

  /** The key as SQLCipher takes it for a file that is there. */
  String literal() {
    return "x'%s'".formatted(HexFormat.of().formatHex(bytes));
  }

  /** The same for a new file, which then begins with what we say. */
  String literalOfNewFile() {
    var random = new byte[HEADER - MAGIC.length - Short.BYTES - CHECK];
    RANDOM.nextBytes(random);
    byte[] header =
        ByteBuffer.allocate(HEADER)
            .put(MAGIC)
            .putShort((short) version)
            .put(check())
            .put(random)
            .array();
    return "x'%s%s'".formatted(HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(header));
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "key of version " + version;
  }
}
