package dev.peregrine.host.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many of a board's postings have a field: what shows at a glance that a board reads less than
 * its service tells.
 *
 * @param field key in {@link PostingJson}; {@code details.level} for one within another
 * @param filled how many have it
 * @param of how many there are
 * @param example its first value, cut; empty where none has it
 */
public record FillRate(String field, int filled, int of, String example) {

  private static final int LONGEST = 60;

  /** What is the same for all, or follows from another field. */
  private static final Set<String> NOT_COUNTED =
      Set.of("id", "source", "is_remote", "places", "salary_annual_min", "salary_annual_max");

  /** The rates of all fields, in the order of the format. */
  public static List<FillRate> of(List<? extends Map<String, ? extends @Nullable Object>> json) {
    var filled = new LinkedHashMap<String, Integer>();
    var examples = new LinkedHashMap<String, String>();
    for (Map<String, ? extends @Nullable Object> posting : json) {
      flat(posting)
          .forEach(
              (field, value) -> {
                boolean has = has(value);
                filled.merge(field, has ? 1 : 0, Integer::sum);
                if (has) {
                  examples.putIfAbsent(field, example(value));
                }
              });
    }
    return filled.entrySet().stream()
        .map(
            field ->
                new FillRate(
                    field.getKey(),
                    field.getValue(),
                    json.size(),
                    examples.getOrDefault(field.getKey(), "")))
        .toList();
  }

  /** What is filled, as a table with a head. */
  public static List<List<String>> table(List<FillRate> rates) {
    var table = new ArrayList<List<String>>();
    table.add(List.of("FIELD", "FILLED", "SHARE", "EXAMPLE"));
    for (FillRate rate : rates) {
      if (rate.filled() > 0) {
        String filled = "%d of %d".formatted(rate.filled(), rate.of());
        table.add(List.of(rate.field(), filled, rate.share(), rate.example()));
      }
    }
    return table;
  }

  /** The fields that no posting has. */
  public static List<String> neverFilled(List<FillRate> rates) {
    return rates.stream().filter(rate -> rate.filled() == 0).map(FillRate::field).toList();
  }

  /** Never 100 % where one has it not, and never 0 % where one has it. */
  private String share() {
    long percent = Math.round(100.0 * filled / of);
    return (filled == of ? 100 : Math.clamp(percent, 1, 99)) + " %";
  }

  private static Map<String, @Nullable Object> flat(
      Map<String, ? extends @Nullable Object> posting) {
    var flat = new LinkedHashMap<String, @Nullable Object>();
    posting.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> inner) {
            inner.forEach((name, one) -> flat.put(key + "." + name, one));
          } else if (!NOT_COUNTED.contains(key)) {
            flat.put(key, value);
          }
        });
    return flat;
  }

  private static boolean has(@Nullable Object value) {
    return value != null && !(value instanceof List<?> list && list.isEmpty());
  }

  private static String example(@Nullable Object value) {
    String all =
        value instanceof List<?> list
            ? String.join(", ", list.stream().map(String::valueOf).toList())
            : String.valueOf(value);
    String text = all.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
