package dev.peregrine.host.injections;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A posting of the corpus that speaks to machines.
 *
 * @param kind what has to be found
 * @param unseen whether it is hidden
 */
public record HostilePosting(String kind, boolean unseen, String language, String text) {

  /** The corpus. */
  public static List<HostilePosting> all() {
    var all = new ArrayList<HostilePosting>();
    for (String part : resource("hostile.txt").split("(?m)^=== ")) {
      if (!part.startsWith("#")) {
        String[] lines = part.split("\n", 2);
        String[] head = lines[0].split("[ +]");
        all.add(
            new HostilePosting(head[0], head.length > 2, head[head.length - 1], lines[1].strip()));
      }
    }
    return List.copyOf(all);
  }

  /** Sentences of ordinary postings that come close. */
  static List<String> ordinary() {
    return resource("ordinary.txt").lines().filter(line -> !line.startsWith("# ")).toList();
  }

  private static String resource(String name) {
    try (InputStream in = HostilePosting.class.getResourceAsStream("/injections/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String toString() {
    return kind + " " + language + ": " + text.replace('\n', ' ');
  }
}
