package dev.peregrine.host.rest;

import dev.peregrine.host.programs.Grant;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a program asks of an operation, checked.
 *
 * @param ids the numbers in the path, by name
 * @param query what follows the question mark, by name
 * @param grant who asks
 */
record Asked(Map<String, Long> ids, Map<String, String> query, Grant grant) {

  long id(String name) {
    return Objects.requireNonNull(ids.get(name));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  OptionalInt whole(String name) {
    String value = query.get(name);
    return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  boolean flag(String name) {
    return "true".equals(query.get(name));
  }

  Optional<Instant> moment(String name) {
    return Optional.ofNullable(query.get(name)).map(Instant::parse);
  }
}
