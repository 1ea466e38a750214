package dev.peregrine.host.intake;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A posting as JSON, in the shape that the command line reads and writes: unknown is {@code null},
 * never an empty text, zero or a guess. Keys are added at the end and never renamed: scripts rely
 * on them.
 */
public final class PostingJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * A posting that was read.
   *
   * @param id as it stood there; the posting's native id where none did
   * @param source the board that it names; empty where it names none
   */
  public record Item(String id, Optional<String> source, Posting posting) {}

  private PostingJson() {}

  /**
   * The posting as values that any JSON writer takes, in the order of the format.
   *
   * @param description plain text
   */
  public static Map<String, @Nullable Object> of(
      String id, Posting posting, String source, Optional<String> description) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    Optional<Salary> salary = posting.salary();
    json.put("id", id);
    json.put("title", posting.title());
    json.put("company", posting.company().orElse(null));
    json.put("url", posting.url().toString());
    json.put("apply_url", posting.applyUrl().map(URI::toString).orElse(null));
    json.put("source", source);
    json.put(
        "location",
        posting.places().isEmpty()
            ? null
            : String.join("; ", posting.places().stream().map(Place::text).toList()));
    json.put("is_remote", posting.remote().map(mode -> mode == RemoteMode.REMOTE).orElse(null));
    json.put("salary_min", salary.flatMap(Salary::min).orElse(null));
    json.put("salary_max", salary.flatMap(Salary::max).orElse(null));
    json.put("salary_currency", salary.map(pay -> pay.currency().getCurrencyCode()).orElse(null));
    json.put("salary_period", salary.map(pay -> key(pay.period())).orElse(null));
    json.put("date_posted", posting.posted().map(LocalDate::toString).orElse(null));
    json.put(
        "employment_types",
        posting.employmentTypes().stream().map(PostingJson::key).sorted().toList());
    json.put("description", description.orElse(null));
    json.put("remote", posting.remote().map(PostingJson::key).orElse(null));
    json.put("places", posting.places().stream().map(PostingJson::place).toList());
    json.put("closes", posting.closes().map(Instant::toString).orElse(null));
    json.put("salary_annual_min", salary.flatMap(Salary::annualMin).orElse(null));
    json.put("salary_annual_max", salary.flatMap(Salary::annualMax).orElse(null));
    json.put("salary_origin", salary.map(pay -> key(pay.origin())).orElse(null));
    json.put("tags", posting.tags());
    json.put("details", details(posting));
    return json;
  }

  private static Map<String, @Nullable Object> place(Place place) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("text", place.text());
    json.put("city", place.city().orElse(null));
    json.put("region", place.region().orElse(null));
    json.put("country", place.country().orElse(null));
    return json;
  }

  /** All of them, so that who reads one line knows what others may hold. */
  private static Map<String, @Nullable Object> details(Posting posting) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    for (PostingDetail detail : PostingDetail.values()) {
      json.put(key(detail), posting.details().get(detail));
    }
    return json;
  }

  /** The posting as one line of JSON. */
  public static String line(
      String id, Posting posting, String source, Optional<String> description) {
    return JSON.writeValueAsString(of(id, posting, source, description));
  }

  /**
   * Reads one posting. Only a title has to be there; without an address it gets one that leads
   * nowhere.
   *
   * @throws IntakeException with a sentence for the person
   */
  public static Item read(String line) throws IntakeException {
    try {
      return read(JSON.readTree(line));
    } catch (JacksonException broken) {
      throw new IntakeException(
          "This is not JSON, expected an object such as {\"title\": …, \"url\": …} in each line.");
    }
  }

  static Item read(JsonNode json) throws IntakeException {
    return new PostingJsonReader(json).read();
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
