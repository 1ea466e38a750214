package dev.peregrine.host.intake;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a posting that {@link PostingJson} wrote, or somebody else in its shape. */
record PostingJsonReader(JsonNode json) {

  PostingJson.Item read() throws IntakeException {
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
            .withPlaces(places())
            .withRemote(remote())
            .withPosted(text(json, "date_posted").flatMap(PostingJsonReader::date))
            .withCloses(text(json, "closes").flatMap(Posting::moment))
            .withEmploymentTypes(types(json.path("employment_types")))
            .withSalary(salary())
            .withDescription(description)
            .withTags(tags());
    for (PostingDetail detail : PostingDetail.values()) {
      String key = detail.name().toLowerCase(Locale.ROOT);
      posting = posting.withDetail(detail, text(json.path("details"), key));
    }
    return new PostingJson.Item(id.orElse(posting.nativeId()), text(json, "source"), posting);
  }

  private static Optional<String> text(JsonNode json, String key) {
    JsonNode value = json.path(key);
    return value.isString() || value.isNumber()
        ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** The places with their parts; where there are none, what the person would read. */
  private List<Place> places() {
    var places = new ArrayList<Place>();
    for (JsonNode place : json.path("places")) {
      text(place, "text")
          .map(
              text ->
                  new Place(
                      text,
                      text(place, "city"),
                      text(place, "region"),
                      text(place, "country").flatMap(Place::countryCode)))
          .ifPresent(places::add);
    }
    return places.isEmpty() ? text(json, "location").flatMap(Place::of).stream().toList() : places;
  }

  private Optional<RemoteMode> remote() {
    // "Not remote" may be hybrid as well; only a yes says what it is.
    return text(json, "remote")
        .flatMap(RemoteMode::parse)
        .or(
            () ->
                json.path("is_remote").asBoolean(false)
                    ? Optional.of(RemoteMode.REMOTE)
                    : Optional.empty());
  }

  private Optional<Salary> salary() {
    Optional<PayPeriod> period = text(json, "salary_period").flatMap(PayPeriod::parse);
    Optional<String> currency = text(json, "salary_currency");
    return period.isEmpty() || currency.isEmpty()
        ? Optional.empty()
        : Salary.of(
                amount(json.path("salary_min")),
                amount(json.path("salary_max")),
                currency.get(),
                period.get())
            .map(salary -> origin().map(salary::withOrigin).orElse(salary));
  }

  private Optional<Salary.Origin> origin() {
    return text(json, "salary_origin")
        .flatMap(
            text ->
                EnumSet.allOf(Salary.Origin.class).stream()
                    .filter(origin -> origin.name().equalsIgnoreCase(text))
                    .findFirst());
  }

  private static Optional<BigDecimal> amount(JsonNode value) {
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  private List<String> tags() {
    var tags = new ArrayList<String>();
    for (JsonNode tag : json.path("tags")) {
      if (tag.isString()) {
        tags.add(tag.asString());
      }
    }
    return tags;
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

  private static String start(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
