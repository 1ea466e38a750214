package dev.peregrine.host.signals;

import dev.peregrine.host.spoken.SaidTime;
import dev.peregrine.host.spoken.SaidTime.Doubt;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Times as the table holds them. */
final class OfferedTimes {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<One>> ALL = new TypeReference<>() {};

  private OfferedTimes() {}

  /** One of them; 0 minutes where it is not said how long. */
  record One(String at, long minutes, List<String> doubts) {}

  static String json(List<SaidTime> times) {
    return JSON.writeValueAsString(
        times.stream()
            .map(
                time ->
                    new One(
                        time.start().toString(),
                        time.length().map(Duration::toMinutes).orElse(0L),
                        time.doubts().stream().map(Enum::name).sorted().toList()))
            .toList());
  }

  static List<SaidTime> of(String json) {
    return JSON.readValue(json, ALL).stream()
        .map(
            one ->
                new SaidTime(
                    ZonedDateTime.parse(one.at()),
                    Optional.of(one.minutes())
                        .filter(minutes -> minutes > 0)
                        .map(Duration::ofMinutes),
                    one.doubts().stream().map(Doubt::valueOf).collect(Collectors.toSet())))
        .toList();
  }
}
