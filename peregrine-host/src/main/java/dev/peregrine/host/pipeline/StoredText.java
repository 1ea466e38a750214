package dev.peregrine.host.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.scoring.Reason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists and maps as JSON in a column. */
final class StoredText {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
  private static final TypeReference<List<StoredPlace>> PLACES = new TypeReference<>() {};
  private static final TypeReference<List<StoredReason>> REASONS = new TypeReference<>() {};

  private record StoredPlace(
      String text, @Nullable String city, @Nullable String region, @Nullable String country) {}

  private record StoredReason(String term, double weight, String where) {}

  private StoredText() {}

  static String strings(List<String> texts) {
    return texts.isEmpty() ? "[]" : JSON.writeValueAsString(texts);
  }

  static List<String> strings(String json) {
    return json.equals("[]") ? List.of() : JSON.readValue(json, STRINGS);
  }

  static String pairs(List<List<String>> pairs) {
    return JSON.writeValueAsString(pairs);
  }

  static String places(List<Place> places) {
    return places.isEmpty()
        ? "[]"
        : JSON.writeValueAsString(
            places.stream()
                .map(
                    place ->
                        new StoredPlace(
                            place.text(),
                            place.city().orElse(null),
                            place.region().orElse(null),
                            place.country().orElse(null)))
                .toList());
  }

  static List<Place> places(String json) {
    if (json.equals("[]")) {
      return List.of();
    }
    return JSON.readValue(json, PLACES).stream()
        .map(
            place ->
                new Place(
                    place.text,
                    Optional.ofNullable(place.city),
                    Optional.ofNullable(place.region),
                    Optional.ofNullable(place.country)))
        .toList();
  }

  static String employmentTypes(Set<EmploymentType> types) {
    return strings(types.stream().sorted().map(Enum::name).toList());
  }

  static Set<EmploymentType> employmentTypes(String json) {
    var types = EnumSet.noneOf(EmploymentType.class);
    for (String name : strings(json)) {
      constant(EmploymentType.values(), name).ifPresent(types::add);
    }
    return types;
  }

  static String details(Map<PostingDetail, String> details) {
    var sorted = new TreeMap<String, String>();
    details.forEach((detail, value) -> sorted.put(detail.name(), value));
    return sorted.isEmpty() ? "{}" : JSON.writeValueAsString(sorted);
  }

  static Map<PostingDetail, String> details(String json) {
    var details = new EnumMap<PostingDetail, String>(PostingDetail.class);
    if (!json.equals("{}")) {
      JSON.readValue(json, MAP)
          .forEach(
              (name, value) ->
                  constant(PostingDetail.values(), name)
                      .ifPresent(detail -> details.put(detail, value)));
    }
    return details;
  }

  static String reasons(List<Reason> reasons) {
    return reasons.isEmpty()
        ? "[]"
        : JSON.writeValueAsString(
            reasons.stream()
                .map(reason -> new StoredReason(reason.term(), reason.weight(), reason.where()))
                .toList());
  }

  static List<Reason> reasons(String json) {
    return json.equals("[]")
        ? List.of()
        : JSON.readValue(json, REASONS).stream()
            .map(reason -> new Reason(reason.term, reason.weight, reason.where))
            .toList();
  }

  /** Numbers as {@code json_each} reads them. */
  static String ids(Iterable<Long> ids) {
    var text = new StringBuilder("[");
    for (Long id : ids) {
      text.append(text.length() == 1 ? "" : ",").append(id.longValue());
    }
    return text.append(']').toString();
  }

  /** A constant that a newer version wrote is left out, not an error. */
  private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
    return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
  }
}
