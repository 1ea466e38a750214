package dev.peregrine.host.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What says in writing that everything of a person is gone: what there was, as counts and hashes,
 * never as content or names.
 *
 * @param personSha256 the hash of the person's id, by which it is found
 * @param parts what lay in the folder
 * @param copies what else lay on disks of other nodes, as far as those have deleted it by now
 * @param rows how many rows went, by table
 */
public record ErasureProof(
    String id,
    String personSha256,
    Instant requestedAt,
    Instant doneAt,
    List<Part> parts,
    List<Part> copies,
    Map<String, Integer> rows) {

  /**
   * What lay in one part of the folder.
   *
   * @param part its name, such as {@code data}
   * @param sha256 over the sorted hashes of its files
   */
  public record Part(String part, long files, long bytes, String sha256) {

    /**
     * One of files whose hashes are known.
     *
     * @param hashes SHA-256 of each
     */
    public static Part of(String part, long files, long bytes, List<String> hashes) {
      return new Part(
          part,
          files,
          bytes,
          ErasureProof.sha256(String.join("\n", hashes.stream().sorted().toList())));
    }
  }

  public ErasureProof {
    parts = List.copyOf(parts);
    copies = List.copyOf(copies);
    rows = Map.copyOf(rows);
  }

  /** As a text to keep; its last line is the hash of what stands before it. */
  public String text() {
    var text = new StringBuilder();
    text.append("Certificate of erasure\n\n");
    text.append("Number: ").append(id).append('\n');
    text.append("Product: Peregrine\n");
    text.append("Person (SHA-256 of the user id): ").append(personSha256).append('\n');
    text.append("Asked for: ").append(requestedAt).append('\n');
    text.append("Done: ").append(doneAt).append("\n\nDeleted files\n");
    append(text, parts);
    text.append("\nDeleted copies on other machines of the service\n");
    append(text, copies);
    text.append("\nDeleted rows of the service\n");
    rows.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                text.append("  ")
                    .append(each.getKey())
                    .append(": ")
                    .append(each.getValue())
                    .append('\n'));
    text.append(
        "\nA machine that was away at that time deletes its copy when it is back; this text then says so.\n\nNot covered: the account with which you sign in, and copies in backups of the service and older versions in its storage, which go when those are overwritten or expire.\n\n");
    return text + "SHA-256 of the text above: " + sha256(text.toString()) + "\n";
  }

  private static void append(StringBuilder text, List<Part> parts) {
    if (parts.isEmpty()) {
      text.append("  none\n");
    }
    for (Part part : parts) {
      text.append(
          "  %s: %d files, %d bytes, SHA-256 of the sorted SHA-256 of all files %s\n"
              .formatted(part.part(), part.files(), part.bytes(), part.sha256()));
    }
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
