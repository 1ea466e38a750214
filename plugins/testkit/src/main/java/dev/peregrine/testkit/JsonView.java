package dev.peregrine.testkit;

import dev.peregrine.api.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A {@link Json} over Jackson. */
record JsonView(JsonNode node, String path) implements Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonMapper LENIENT =
      MAPPER
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private static final Set<String> NOTHING = Set.of("", "null", "nan");

  static Json read(String text) throws JacksonException {
    return new JsonView(MAPPER.readTree(text), "");
  }

  /** What stands inside another answer; not present where it is no JSON. */
  static Json within(String text) {
    String bare = bare(text);
    for (String attempt : List.of(bare, Parser.unescapeEntities(bare, false))) {
      try {
        return new JsonView(LENIENT.readTree(attempt), "");
      } catch (JacksonException notYet) {
        // A second look, with entities resolved.
      }
    }
    return new JsonView(MissingNode.getInstance(), "");
  }

  /** Without the comments and CDATA marks that pages put around the JSON of a script. */
  private static String bare(String text) {
    return text.strip()
        .replaceFirst("^\\s*(?:/[*/]\\s*)?<!\\[CDATA\\[(?:\\s*\\*/)?", "")
        .replaceFirst("(?:/[*/]\\s*)?\\]\\]>(?:\\s*\\*/)?\\s*$", "")
        .replaceFirst("^\\s*<!--", "")
        .replaceFirst("-->\\s*$", "")
        .strip();
  }

  @Override
  public Json at(String name) {
    JsonNode child = node.isObject() ? node.get(name) : null;
    return new JsonView(
        child == null ? MissingNode.getInstance() : child,
        path.isEmpty() ? name : path + "." + name);
  }

  @Override
  public Json at(int index) {
    JsonNode child = node.isArray() && index >= 0 ? node.get(index) : null;
    return new JsonView(
        child == null ? MissingNode.getInstance() : child, "%s[%d]".formatted(path, index));
  }

  @Override
  public List<Json> items() {
    var items = new ArrayList<Json>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        items.add(at(i));
      }
    } else {
      names().forEach(name -> items.add(at(name)));
    }
    return List.copyOf(items);
  }

  @Override
  public List<String> names() {
    return node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
  }

  @Override
  public boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  @Override
  public boolean isObject() {
    return node.isObject();
  }

  @Override
  public boolean isArray() {
    return node.isArray();
  }

  @Override
  public Optional<String> text() {
    if (!node.isString() && !node.isNumber() && !node.isBoolean()) {
      return Optional.empty();
    }
    String text = node.asString().strip();
    return NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(text);
  }

  @Override
  public Optional<String> verbatim() {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  @Override
  public Optional<BigDecimal> number() {
    if (!node.isString() && !node.isNumber()) {
      return Optional.empty();
    }
    String text = node.asString().strip();
    try {
      // "1e999999999" is a number, but nobody can reckon with it.
      return text.length() > 40
          ? Optional.empty()
          : Optional.of(new BigDecimal(text)).filter(number -> Math.abs(number.scale()) < 40);
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Boolean> flag() {
    return text()
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::valueOf);
  }
}
