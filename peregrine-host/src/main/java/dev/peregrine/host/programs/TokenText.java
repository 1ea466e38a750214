package dev.peregrine.host.programs;

import dev.peregrine.host.tenancy.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How a token is written: {@code pgn_}, the tenant, a line, 32 bytes of chance. The beginning lets
 * those who look for leaked secrets find it; the tenant says in whose data to look it up.
 */
final class TokenText {

  private static final String PREFIX = "pgn_";

  /** Of 32 bytes; the line and the letters of the tenant may be among them, so it is counted. */
  private static final int CHANCE = 43;

  private static final int LONGEST = 400;

  private TokenText() {}

  static String of(Tenant tenant, byte[] chance) {
    return PREFIX + base64(tenant.id().getBytes(StandardCharsets.UTF_8)) + "_" + base64(chance);
  }

  static Optional<String> tenant(String token) {
    int line = token.length() - CHANCE - 1;
    if (!token.startsWith(PREFIX)
        || token.length() > LONGEST
        || line <= PREFIX.length()
        || token.charAt(line) != '_') {
      return Optional.empty();
    }
    try {
      if (Base64.getUrlDecoder().decode(token.substring(line + 1)).length != 32) {
        return Optional.empty();
      }
      byte[] id = Base64.getUrlDecoder().decode(token.substring(PREFIX.length(), line));
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(id)).toString());
    } catch (IllegalArgumentException | CharacterCodingException noToken) {
      return Optional.empty();
    }
  }

  static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
