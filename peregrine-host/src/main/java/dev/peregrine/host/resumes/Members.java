package dev.peregrine.host.resumes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that nobody has asked for yet. What is left over is kept. */
final class Members {

  private final Map<String, @Nullable Object> left;

  Members(Map<?, ?> object) {
    left = new LinkedHashMap<>();
    object.forEach((name, value) -> left.put(String.valueOf(name), value));
  }

  /** A text; an empty one says nothing and stays. */
  Optional<String> text(String name) {
    if (left.get(name) instanceof String text && !text.isBlank()) {
      left.remove(name);
      return Optional.of(text);
    }
    return Optional.empty();
  }

  Optional<BigDecimal> number(String name) {
    if (left.get(name) instanceof Number number) {
      left.remove(name);
      return Optional.of(new BigDecimal(number.toString()));
    }
    return Optional.empty();
  }

  Optional<PartialDate> date(String name) {
    Optional<PartialDate> date =
        left.get(name) instanceof String text ? PartialDate.parse(text) : Optional.empty();
    date.ifPresent(read -> left.remove(name));
    return date;
  }

  /** Start, end and whether it goes on, which the schema says by leaving the end out. */
  Period period() {
    Optional<PartialDate> start = date("startDate");
    Optional<PartialDate> end = date("endDate");
    boolean current = end.isEmpty() && Boolean.TRUE.equals(left.get("current"));
    if (current) {
      left.remove("current");
    }
    return new Period(start, end, current);
  }

  List<String> texts(String name) {
    var texts = new ArrayList<String>();
    if (left.get(name) instanceof List<?> list && !list.isEmpty()) {
      for (Object item : list) {
        if (!(item instanceof String text)) {
          return List.of();
        }
        texts.add(text);
      }
      left.remove(name);
    }
    return texts;
  }

  <T> List<T> objects(String name, Function<Members, T> read) {
    var objects = new ArrayList<T>();
    if (left.get(name) instanceof List<?> list && !list.isEmpty()) {
      for (Object item : list) {
        if (!(item instanceof Map<?, ?> map)) {
          return List.of();
        }
        objects.add(read.apply(new Members(map)));
      }
      left.remove(name);
    }
    return objects;
  }

  Optional<Members> object(String name) {
    if (left.get(name) instanceof Map<?, ?> map) {
      left.remove(name);
      return Optional.of(new Members(map));
    }
    return Optional.empty();
  }

  Unmapped rest() {
    return left.isEmpty() ? Unmapped.NONE : new Unmapped(left);
  }
}
