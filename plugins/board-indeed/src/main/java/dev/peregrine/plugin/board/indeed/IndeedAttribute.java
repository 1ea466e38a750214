package dev.peregrine.plugin.board.indeed;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Json;
import dev.peregrine.api.RemoteMode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mark that Indeed puts on a posting: a type of employment, a benefit, a skill.
 *
 * @param key the same in all languages; the one by which Indeed filters
 * @param label as people read it
 */
record IndeedAttribute(String key, String label) {

  private static final Map<String, EmploymentType> TYPES =
      Map.ofEntries(
          Map.entry("CF3CP", EmploymentType.FULL_TIME),
          Map.entry("75GKK", EmploymentType.PART_TIME),
          Map.entry("NJXCK", EmploymentType.CONTRACT),
          Map.entry("T9BXE", EmploymentType.CONTRACT),
          Map.entry("T65DZ", EmploymentType.CONTRACT),
          Map.entry("VDTG7", EmploymentType.INTERNSHIP),
          Map.entry("4HKF7", EmploymentType.TEMPORARY),
          Map.entry("CJWTS", EmploymentType.TEMPORARY),
          Map.entry("TQKYQ", EmploymentType.PER_DIEM),
          Map.entry("UXQZ8", EmploymentType.VOLUNTEER),
          Map.entry("5QWDV", EmploymentType.PERMANENT));

  private static final String REMOTE = "DSQF7";
  private static final String HYBRID = "PAXZC";

  /** A label that is a type as a whole; "Contract law" is a skill. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?i)(?:full|part)[- ]?time|permanent|temporary|seasonal|contract|fixed[- ]term(?: contract)?"
              + "|freelance|internship|apprenticeship|per diem|volunteer");

  private static final Pattern MODE = Pattern.compile("(?i)remote|hybrid work|hybrid remote");

  /** The marks of a list whose items have a key of that name and a label. */
  static List<IndeedAttribute> list(Json attributes, String keyName) {
    return attributes.items().stream()
        .map(
            item ->
                new IndeedAttribute(
                    item.at(keyName).text().orElse(""), item.at("label").text().orElse("")))
        .toList();
  }

  /** The key by which Indeed finds one type; empty where it has none, or several. */
  static Optional<String> keyOf(EmploymentType type) {
    List<String> keys =
        TYPES.entrySet().stream()
            .filter(entry -> entry.getValue() == type)
            .map(Map.Entry::getKey)
            .toList();
    return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
  }

  /** The key by which Indeed finds one mode; work on site has none. */
  static Optional<String> keyOf(RemoteMode mode) {
    return switch (mode) {
      case REMOTE -> Optional.of(REMOTE);
      case HYBRID -> Optional.of(HYBRID);
      case ON_SITE -> Optional.empty();
    };
  }

  static Set<EmploymentType> types(Collection<IndeedAttribute> attributes) {
    var types = EnumSet.noneOf(EmploymentType.class);
    for (IndeedAttribute attribute : attributes) {
      types.addAll(attribute.types());
    }
    return types;
  }

  /** Hybrid before remote: a posting with both is not remote all of the time. */
  static Optional<RemoteMode> mode(Collection<IndeedAttribute> attributes) {
    if (attributes.stream().anyMatch(one -> one.key().equals(HYBRID))) {
      return Optional.of(RemoteMode.HYBRID);
    }
    return attributes.stream().anyMatch(one -> one.key().equals(REMOTE))
        ? Optional.of(RemoteMode.REMOTE)
        : Optional.empty();
  }

  /** Labels of what is neither a type nor a mode. */
  static List<String> tags(Collection<IndeedAttribute> attributes) {
    return attributes.stream()
        .filter(one -> one.types().isEmpty() && mode(List.of(one)).isEmpty())
        .map(IndeedAttribute::label)
        .filter(label -> !label.isEmpty() && !MODE.matcher(label).matches())
        .distinct()
        .toList();
  }

  private Set<EmploymentType> types() {
    EmploymentType known = TYPES.get(key);
    if (known != null) {
      return Set.of(known);
    }
    return TYPE.matcher(label).matches() ? EmploymentType.parse(label) : Set.of();
  }
}
