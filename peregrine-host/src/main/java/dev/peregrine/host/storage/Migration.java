package dev.peregrine.host.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A numbered step of the schema, such as {@code V001__first_tables.sql}.
 *
 * @param script several statements
 */
record Migration(int version, String name, String script) {

  private static final Pattern FILE = Pattern.compile("V(\\d{3})__([a-z0-9_]+)\\.sql");

  static boolean isNamed(String file) {
    return FILE.matcher(file).matches();
  }

  static Migration of(String file, String script) {
    Matcher name = FILE.matcher(file);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "Migration \"%s\": expected a name like V001__first_tables.sql.".formatted(file));
    }
    return new Migration(
        Integer.parseInt(name.group(1)), name.group(2), script.replace("\r\n", "\n"));
  }

  /** Tells whether it was changed since it was applied. */
  String checksum() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
