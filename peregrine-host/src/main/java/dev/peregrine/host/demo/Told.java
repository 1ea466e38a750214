package dev.peregrine.host.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An entry of a file of the invented data. What is wrong in one is a mistake of ours. */
public record Told(Map<?, ?> entries) {

  /** The entries of {@code demo/NAME.yaml}. */
  public static List<Told> of(String name) {
    try (InputStream in =
        Objects.requireNonNull(Told.class.getResourceAsStream("/demo/" + name + ".yaml"), name)) {
      Object whole = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return told(((Map<?, ?>) whole).get(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Told> told(@Nullable Object list) {
    return list == null
        ? List.of()
        : ((List<?>) list).stream().map(each -> new Told((Map<?, ?>) each)).toList();
  }

  /** A text; empty where there is none. */
  public String text(String key) {
    Object value = entries.get(key);
    return value == null ? "" : value.toString().strip();
  }

  /** A whole number that must be there. */
  public int number(String key) {
    return Integer.parseInt(text(key));
  }

  /** A list of texts; empty where there is none. */
  public List<String> texts(String key) {
    Object value = entries.get(key);
    return value == null ? List.of() : ((List<?>) value).stream().map(Object::toString).toList();
  }

  /** Entries within this one. */
  public List<Told> within(String key) {
    return told(entries.get(key));
  }
}
