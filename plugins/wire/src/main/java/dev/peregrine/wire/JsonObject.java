package dev.peregrine.wire;

import dev.peregrine.api.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** JSON that is being written: an object whose members keep their order. */
public final class JsonObject {

  private final StringBuilder members = new StringBuilder();

  /** With a string more. */
  public JsonObject text(String name, String value) {
    return json(name, Json.quoted(value));
  }

  /** With a number more. */
  public JsonObject number(String name, double value) {
    return json(name, BigDecimal.valueOf(value).toPlainString());
  }

  /** With a whole number more. */
  public JsonObject whole(String name, long value) {
    return json(name, Long.toString(value));
  }

  /** With a boolean more. */
  public JsonObject flag(String name, boolean value) {
    return json(name, Boolean.toString(value));
  }

  /** With an object more. */
  public JsonObject object(String name, JsonObject value) {
    return json(name, value.toString());
  }

  /** With an array of objects more. */
  public JsonObject objects(String name, List<JsonObject> values) {
    return json(name, "[%s]".formatted(joined(values)));
  }

  /** With an array of strings more. */
  public JsonObject texts(String name, List<String> values) {
    return json(name, "[%s]".formatted(joined(values.stream().map(Json::quoted).toList())));
  }

  /** With a string more in which nothing has to be escaped, such as a picture in base 64. */
  public JsonObject plain(String name, String value) {
    return json(name, "\"" + value + "\"");
  }

  /** With a member more whose value is JSON already. */
  public JsonObject json(String name, String value) {
    members.append(members.isEmpty() ? "" : ",").append(Json.quoted(name)).append(':');
    members.append(value);
    return this;
  }

  @Override
  public String toString() {
    return "{" + members + "}";
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
