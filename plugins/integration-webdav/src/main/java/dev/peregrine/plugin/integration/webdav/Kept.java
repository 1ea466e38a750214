package dev.peregrine.plugin.integration.webdav;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a document's id says: where it was put, what was in it, and the tag that the server gave it,
 * so that a file that the person changed or put in its place is not taken for it.
 *
 * @param steps from the top of the server's files to the file
 * @param hash of what was written
 * @param tag of the server
 */
record Kept(List<String> steps, String hash, String tag) {

  private static final int HASH = 16;

  static Kept of(List<String> steps, String sha256, String tag) {
    return new Kept(steps, sha256.substring(0, HASH), tag);
  }

  static Optional<Kept> parse(String id) {
    String[] parts = id.split("#", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      List<String> steps = Stream.of(parts[0].split("/")).map(Kept::decoded).toList();
      boolean odd = steps.stream().anyMatch(step -> step.matches("|\\.|\\.\\."));
      return odd ? Optional.empty() : Optional.of(new Kept(steps, parts[1], decoded(parts[2])));
    } catch (IllegalArgumentException odd) {
      return Optional.empty();
    }
  }

  String id() {
    return path(steps) + "#" + hash + "#" + encoded(tag);
  }

  /** The steps in a line. */
  static String path(List<String> steps) {
    return steps.stream().map(Kept::encoded).collect(Collectors.joining("/"));
  }

  private static String encoded(String step) {
    return URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String step) {
    return URLDecoder.decode(step, StandardCharsets.UTF_8);
  }
}
