package dev.peregrine.host.exports;

import dev.peregrine.api.export.ExportRequest.Column;
import dev.peregrine.api.export.ExportRequest.Fact;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.PlainYaml;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The authorities whose forms are known: those that came with Peregrine, and the person's own in
 * {@code config/authorities/}. One of the person's replaces one of ours of the same name.
 */
public final class Authorities {

  /** The one that suits everybody. */
  public static final String USUAL = "general";

  private static final List<String> SHIPPED =
      List.of(
          USUAL,
          "allgemein",
          "de-arbeitsagentur",
          "at-ams",
          "ch-rav",
          "us-state",
          "uk-universal-credit");

  private static final int MOST_COLUMNS = 12;

  /** All of them, ours first. */
  public List<Authority> all() {
    return List.copyOf(byKey().values());
  }

  /** The one of that key. */
  public Optional<Authority> find(String key) {
    return Optional.ofNullable(byKey().get(key));
  }

  private static Map<String, Authority> byKey() {
    var all = new LinkedHashMap<String, Authority>();
    SHIPPED.forEach(key -> all.put(key, read(key, key + ".yaml", shipped(key))));
    for (Path file : own()) {
      String name = file.getFileName().toString();
      String key = name.substring(0, name.lastIndexOf('.'));
      all.put(key, read(key, "authorities/" + name, text(file)));
    }
    return all;
  }

  private static String shipped(String key) {
    try (InputStream in = Authorities.class.getResourceAsStream("/authorities/" + key + ".yaml")) {
      return new String(Objects.requireNonNull(in, key).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> own() {
    Path folder = Tenant.current().config().resolve("authorities");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[a-z0-9][a-z0-9-]{0,40}\\.ya?ml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new ConfigException(file, 0, "it cannot be read as text. Save it as UTF-8.");
    }
  }

  static Authority read(String key, String file, String text) {
    Object root = PlainYaml.read(file, text).orElse(Map.of());
    if (!(root instanceof Map<?, ?> map)) {
      throw wrong(file, "expected name, language, columns and notes");
    }
    String name = word(map, "name").orElse(key);
    Locale language = Locale.forLanguageTag(word(map, "language").orElse("en"));
    List<Column> columns = list(map, "columns").stream().map(each -> column(file, each)).toList();
    if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
      throw wrong(
          file, "it has %d columns, expected 1 to %d".formatted(columns.size(), MOST_COLUMNS));
    }
    List<String> notes = list(map, "notes").stream().map(Object::toString).toList();
    return new Authority(key, name, language, columns, notes);
  }

  private static Column column(String file, Object entry) {
    if (entry instanceof Map<?, ?> map) {
      Optional<String> heading = word(map, "heading");
      String fact = word(map, "fact").orElse("");
      if (heading.isPresent()) {
        return new Column(heading.get(), fact(file, fact));
      }
    }
    throw wrong(file, "column \"%s\": expected heading and fact".formatted(entry));
  }

  private static Fact fact(String file, String word) {
    return Arrays.stream(Fact.values())
        .filter(fact -> fact.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    file,
                    "fact \"%s\": expected one of %s"
                        .formatted(
                            word,
                            Arrays.stream(Fact.values())
                                .map(fact -> fact.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")))));
  }

  private static Optional<String> word(Map<?, ?> map, String name) {
    return map.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static Collection<?> list(Map<?, ?> map, String name) {
    return map.get(name) instanceof Collection<?> items ? items : List.of();
  }

  private static ConfigException wrong(String file, String what) {
    return new ConfigException(Path.of(file), 0, what + ". Correct the file.");
  }
}
