package dev.peregrine.host.resumes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A JSON object that is being made; what is not known is not in it. */
final class JsonObject {

  private final Map<String, Object> members = new LinkedHashMap<>();

  JsonObject put(String name, Optional<?> value) {
    value.ifPresent(known -> members.put(name, known));
    return this;
  }

  JsonObject texts(String name, List<String> texts) {
    if (!texts.isEmpty()) {
      members.put(name, texts);
    }
    return this;
  }

  JsonObject object(String name, Map<String, Object> object) {
    if (!object.isEmpty()) {
      members.put(name, object);
    }
    return this;
  }

  <T> JsonObject objects(String name, List<T> list, Function<T, Map<String, Object>> json) {
    if (!list.isEmpty()) {
      members.put(name, list.stream().map(json).toList());
    }
    return this;
  }

  JsonObject period(Period period) {
    put("startDate", period.start().map(PartialDate::toString));
    put("endDate", period.end().map(PartialDate::toString));
    if (period.current()) {
      members.put("current", true);
    }
    return this;
  }

  /** Adds what was kept, and gives the whole; a known member goes before a kept one. */
  @SuppressWarnings("NullAway") // JSON's null is a value here
  Map<String, Object> all(Unmapped kept) {
    kept.members()
        .forEach(
            (name, value) -> {
              if (!members.containsKey(name)) {
                members.put(name, value);
              }
            });
    return members;
  }
}
