package dev.peregrine.host.intake;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A posting as JSON, in the shape that the command line reads and writes: unknown is {@code null},
 * never an empty text, zero or a guess.
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
    if (!json.isObject()) {
      throw new IntakeException(
          "A posting is \"%s\", expected an object such as {\"title\": …, \"url\": …}."
              .formatted(start(json.toString())));
    }
    Optional<String> title = text(json, "title");
    if (title.isEmpty()) {
      throw new IntakeException(
          "A posting has no title: \"%s\".".formatted(start(json.toString())));
    }
    Optional<String> id = text(json, "id");
    Optional<String> description = text(json, "description");
    URI url =
        text(json, "url")
            .flatMap(Links::of)
            .orElseGet(
                () -> Pasted.address(title.get() + "\n" + id.orElse("") + description.orElse("")));
    Posting posting =
        Posting.of(id.orElse(url.toString()), title.get(), url)
            .withCompany(text(json, "company"))
            .withApplyUrl(text(json, "apply_url").flatMap(Links::of))
            .withPlaces(text(json, "location").flatMap(Place::of).stream().toList())
            .withRemote(remote(json.path("is_remote")))
            .withPosted(text(json, "date_posted").flatMap(PostingJson::date))
            .withEmploymentTypes(types(json.path("employment_types")))
            .withSalary(salary(json))
            .withDescription(description);
    return new Item(id.orElse(posting.nativeId()), text(json, "source"), posting);
  }

  private static Optional<String> text(JsonNode json, String key) {
    JsonNode value = json.path(key);
    return value.isString() || value.isNumber()
        ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static Optional<RemoteMode> remote(JsonNode value) {
    // "Not remote" may be hybrid as well; only a yes says what it is.
    return value.isBoolean() && value.asBoolean()
        ? Optional.of(RemoteMode.REMOTE)
        : Optional.empty();
  }

  private static Optional<Salary> salary(JsonNode json) {
    Optional<PayPeriod> period = text(json, "salary_period").flatMap(PayPeriod::parse);
    Optional<String> currency = text(json, "salary_currency");
    return period.isEmpty() || currency.isEmpty()
        ? Optional.empty()
        : Salary.of(
            amount(json.path("salary_min")),
            amount(json.path("salary_max")),
            currency.get(),
            period.get());
  }

  private static Optional<BigDecimal> amount(JsonNode value) {
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
    } catch (DateTimeParseException notDate) {
      return Optional.empty();
    }
  }

  private static Set<EmploymentType> types(JsonNode values) {
    var types = EnumSet.noneOf(EmploymentType.class);
    for (JsonNode value : values) {
      if (value.isString()) {
        types.addAll(EmploymentType.parse(value.asString()));
      }
    }
    return types;
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String start(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
