package dev.peregrine.host.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All shortcuts, as the script {@code keys.js} defines them. */
public final class Shortcuts {

  private static final String SCRIPT = "/assets/js/keys.js";

  private Shortcuts() {}

  private static final class Read {
    private static final List<Shortcut> ALL = read();
  }

  /** In the order of the script. */
  public static List<Shortcut> all() {
    return Read.ALL;
  }

  /** The key of the shortcut of that name, for a hint on its control. */
  public static String hint(String name) {
    return all().stream()
        .filter(shortcut -> shortcut.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Shortcut \"%s\": keys.js defines none of that name.".formatted(name)))
        .shown();
  }

  private static List<Shortcut> read() {
    try (InputStream in = Shortcuts.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException("File \"%s\" is missing.".formatted(SCRIPT));
      }
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int from = script.indexOf("= [") + 2;
      String list = script.substring(from, script.indexOf("\n];", from) + 2);
      return List.copyOf(new JsonMapper().readValue(list, new TypeReference<List<Shortcut>>() {}));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
