package dev.peregrine.plugin.exporter.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Headings in the language of the document; English where a language is not known. */
record Words(Map<String, String> words) {

  static Words in(Locale locale) {
    InputStream own =
        Words.class.getResourceAsStream("words_%s.properties".formatted(language(locale)));
    return read(
        own != null
            ? own
            : Objects.requireNonNull(Words.class.getResourceAsStream("words_en.properties")));
  }

  String of(String key) {
    return Objects.requireNonNull(words.get(key), key);
  }

  /** Nynorsk reads Bokmål. */
  private static String language(Locale locale) {
    return switch (locale.getLanguage()) {
      case "no", "nn" -> "nb";
      case String other -> other;
    };
  }

  private static Words read(InputStream file) {
    try (var in = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      var properties = new Properties();
      properties.load(in);
      return new Words(
          properties.stringPropertyNames().stream()
              .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
