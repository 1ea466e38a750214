package dev.peregrine.host.mcp;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON Schema of a record: what a tool takes, or gives. */
final class Shape {

  private Shape() {}

  /**
   * What is {@link Optional} or a list may be left out; nothing else may, and nothing may be added.
   */
  static Map<String, Object> of(Class<? extends Record> type) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = name(component.getName());
      var schema = new LinkedHashMap<>(schema(component.getGenericType()));
      Says says = component.getAnnotation(Says.class);
      if (says != null) {
        schema.put("description", says.value());
      }
      properties.put(name, schema);
      if (component.getType() != Optional.class && component.getType() != List.class) {
        required.add(name);
      }
    }
    var shape = new LinkedHashMap<String, Object>();
    shape.put("type", "object");
    shape.put("properties", properties);
    shape.put("required", required);
    shape.put("additionalProperties", false);
    return shape;
  }

  /** As {@code SNAKE_CASE} of Jackson writes it. */
  private static String name(String component) {
    return component.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> schema(Type type) {
    return type instanceof ParameterizedType of
        ? held((Class<?>) of.getRawType(), of.getActualTypeArguments())
        : schema((Class<?>) type);
  }

  private static Map<String, Object> held(Class<?> holder, Type[] arguments) {
    if (holder == Optional.class) {
      return schema(arguments[0]);
    }
    if (holder == List.class) {
      return Map.of("type", "array", "items", schema(arguments[0]));
    }
    if (holder == Map.class) {
      return Map.of("type", "object", "additionalProperties", schema(arguments[1]));
    }
    throw unknown(holder);
  }

  private static Map<String, Object> schema(Class<?> type) {
    if (type == String.class || type == Foreign.class) {
      return Map.of("type", "string");
    }
    if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
      return Map.of("type", "integer");
    }
    if (type == double.class || type == Double.class) {
      return Map.of("type", "number");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == Instant.class) {
      return Map.of("type", "string", "format", "date-time");
    }
    if (type == LocalDate.class) {
      return Map.of("type", "string", "format", "date");
    }
    if (type == URI.class) {
      return Map.of("type", "string", "format", "uri");
    }
    if (type == Object.class) {
      return Map.of();
    }
    if (type.isEnum()) {
      return Map.of("type", "string", "enum", keys(type));
    }
    if (type.isRecord()) {
      return of(type.asSubclass(Record.class));
    }
    throw unknown(type);
  }

  private static List<String> keys(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static IllegalStateException unknown(Class<?> type) {
    return new IllegalStateException(
        "\"%s\" has no schema here: tools take and give records.".formatted(type.getName()));
  }
}
