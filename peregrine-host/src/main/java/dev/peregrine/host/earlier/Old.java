package dev.peregrine.host.earlier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row or a mapping of the earlier program, which may lack anything and hold anything. */
record Old(Map<String, ? extends @Nullable Object> values) {

  private static final Old NOTHING = new Old(Map.of());

  /** A part of a YAML file; what is no mapping says nothing. */
  static Old of(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return NOTHING;
    }
    var values = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, member) -> values.put(String.valueOf(key), member));
    return new Old(values);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  /** One text, without blanks around; empty where there is none. */
  String text(String key) {
    Object value = values.get(key);
    return value == null || value instanceof Map || value instanceof List
        ? ""
        : String.valueOf(value).strip();
  }

  /** The first of these that says something. */
  String first(String... keys) {
    for (String key : keys) {
      if (!text(key).isEmpty()) {
        return text(key);
      }
    }
    return "";
  }

  /** A list of texts; a single one counts as a list. */
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    if (values.get(key) instanceof List<?> list) {
      for (Object item : list) {
        if (!(item instanceof Map) && !(item instanceof List) && item != null) {
          texts.add(String.valueOf(item).strip());
        }
      }
    } else {
      texts.add(text(key));
    }
    return texts.stream().filter(text -> !text.isEmpty()).distinct().toList();
  }

  Old at(String key) {
    return of(values.get(key));
  }

  /** The mappings of a list. */
  List<Old> list(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(Old::of).toList()
        : List.of();
  }

  /** As Python and its YAML write it. */
  boolean flag(String key) {
    return switch (text(key).toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "true", "yes", "on", "y" -> true;
      default -> false;
    };
  }

  Optional<Long> whole(String key) {
    return values.get(key) instanceof Number number
        ? Optional.of(number.longValue())
        : parsed(text(key));
  }

  private static Optional<Long> parsed(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  Optional<Double> number(String key) {
    if (values.get(key) instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    try {
      return text(key).isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(text(key)));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
