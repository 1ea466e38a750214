package dev.peregrine.recipes;

import dev.peregrine.api.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of JSON.
 *
 * @param asked what {@code $name} stands for
 */
record JsonSource(Json json, Asked asked) implements Source {

  @Override
  public List<String> texts(Spot path) {
    return path instanceof Spot.Pointer pointer
        ? found(pointer).flatMap(found -> found.text().stream()).toList()
        : asked.texts(path);
  }

  @Override
  public List<Source> each(Spot path) {
    return path instanceof Spot.Pointer pointer
        ? found(pointer).filter(Json::isPresent).<Source>map(this::other).toList()
        : List.of();
  }

  @Override
  public Source asking(Asked other) {
    return new JsonSource(json, other);
  }

  /** The list that stands exactly there, if one does. */
  Optional<List<Source>> list(Spot.Pointer pointer) {
    Json at = json;
    for (String step : pointer.steps()) {
      at = below(at, step);
    }
    return at.isArray()
        ? Optional.of(at.items().stream().<Source>map(this::other).toList())
        : Optional.empty();
  }

  private JsonSource other(Json found) {
    return new JsonSource(found, asked);
  }

  /** A list on the way means each of its items, unless the step counts. */
  private Stream<Json> found(Spot.Pointer pointer) {
    Stream<Json> all = Stream.of(json);
    for (String step : pointer.steps()) {
      all =
          isPlace(step)
              ? all.map(one -> below(one, step))
              : all.flatMap(JsonSource::items).map(one -> one.at(step));
    }
    return all.flatMap(JsonSource::items);
  }

  private static Json below(Json json, String step) {
    return json.isArray() && isPlace(step) ? json.at(Integer.parseInt(step)) : json.at(step);
  }

  private static Stream<Json> items(Json json) {
    return json.isArray() ? json.items().stream() : Stream.of(json);
  }

  private static boolean isPlace(String step) {
    return !step.isEmpty() && step.length() < 5 && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
