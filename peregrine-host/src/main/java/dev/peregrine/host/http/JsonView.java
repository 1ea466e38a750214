package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NumericNode;

/** A place in a JSON document that Jackson read. */
public final class JsonView implements Json {

  /** Numbers with more digits or a larger exponent are somebody's attempt to keep us busy. */
  private static final int DIGITS = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength(20 << 20)
                          .maxTokenCount(3_000_000)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** For what stands inside pages. */
  private static final JsonMapper LENIENT =
      MAPPER
          .rebuild()
          .enable(
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private final JsonNode node;
  private final String path;

  private JsonView(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /**
   * Reads a document.
   *
   * @param source who sent it, for the message, such as a host
   * @throws ExtensionException {@code CHANGED_REMOTE} where it is not JSON or is deeper or larger
   *     than any honest answer
   */
  public static Json of(String text, String source) throws ExtensionException {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root == null || root.isMissingNode()) {
        throw new ExtensionException(
            Kind.CHANGED_REMOTE, "\"%s\" answered with nothing, expected JSON.".formatted(source));
      }
      return new JsonView(root, "");
    } catch (JacksonException e) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "\"%s\" answered with something that cannot be read as JSON (line %d, column %d). Its shape may have changed."
              .formatted(
                  source,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr()),
          e);
    }
  }

  /**
   * Reads leniently what stands inside another answer, such as in a script of a page; not present
   * where it is no JSON, also not with its entities resolved.
   */
  public static Json within(String text) {
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
    JsonNode member = node.isObject() ? node.get(name) : null;
    return new JsonView(orMissing(member), path.isEmpty() ? name : path + "." + name);
  }

  @Override
  public Json at(int index) {
    JsonNode item = node.isArray() && index >= 0 ? node.get(index) : null;
    return new JsonView(orMissing(item), path + "[" + index + "]");
  }

  private static JsonNode orMissing(@Nullable JsonNode found) {
    return found == null ? MissingNode.getInstance() : found;
  }

  @Override
  public List<Json> items() {
    var items = new ArrayList<Json>(node.size());
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        items.add(at(i));
      }
    } else {
      names().forEach(name -> items.add(at(name)));
    }
    return items;
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
    if (node.isString()) {
      return said(node.stringValue());
    }
    if (node.isNumber()) {
      return number().map(BigDecimal::toString);
    }
    return node.isBoolean() ? Optional.of(node.asString()) : Optional.empty();
  }

  @Override
  public Optional<String> verbatim() {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  @Override
  public Optional<BigDecimal> number() {
    if (node.isString()) {
      return said(node.stringValue()).flatMap(JsonView::written);
    }
    boolean isFinite = node instanceof NumericNode number && !number.isNaN();
    return isFinite ? sane(node.decimalValue()) : Optional.empty();
  }

  @Override
  public Optional<Boolean> flag() {
    if (node.isBoolean()) {
      return Optional.of(node.booleanValue());
    }
    return switch (text().orElse("").toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  public String path() {
    return path;
  }

  /** The text as JSON, for logs. */
  @Override
  public String toString() {
    return path + " = " + node;
  }

  private static Optional<String> said(String text) {
    String bare = text.replace('\u00a0', ' ').strip();
    boolean isNothing =
        bare.isEmpty() || bare.equalsIgnoreCase("null") || bare.equalsIgnoreCase("nan");
    return isNothing ? Optional.empty() : Optional.of(text.strip());
  }

  private static Optional<BigDecimal> written(String text) {
    if (text.length() > DIGITS) {
      return Optional.empty();
    }
    try {
      return sane(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> sane(BigDecimal number) {
    boolean isSane = Math.abs((long) number.scale()) <= DIGITS && number.precision() <= DIGITS;
    return isSane ? Optional.of(number) : Optional.empty();
  }
}
