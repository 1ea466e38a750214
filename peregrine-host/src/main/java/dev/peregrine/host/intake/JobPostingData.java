package dev.peregrine.host.intake;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A schema.org JobPosting in a page's JSON-LD, however carelessly it is written. */
final class JobPostingData {

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private static final int DEEPEST = 8;

  private JobPostingData() {}

  /** The first JobPosting of a page: the object itself, in an array, in a graph, or within. */
  static Optional<JsonNode> find(Document page) {
    for (Element script : page.select("script[type~=(?i)application/ld\\+json]")) {
      Optional<JsonNode> found = parsed(script.data()).flatMap(root -> find(root, 0));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> parsed(String data) {
    String json =
        data.strip()
            .replaceFirst("^\\s*(?:/[*/]\\s*)?<!\\[CDATA\\[(?:\\s*\\*/)?", "")
            .replaceFirst("(?:/[*/]\\s*)?\\]\\]>(?:\\s*\\*/)?\\s*$", "")
            .replaceFirst("^\\s*<!--", "")
            .replaceFirst("-->\\s*$", "")
            .strip();
    for (String attempt : List.of(json, Parser.unescapeEntities(json, false))) {
      try {
        return Optional.of(LENIENT.readTree(attempt));
      } catch (JacksonException notYet) {
        // A second look, with entities resolved, or the next script.
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> find(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (node.isObject() && isJobPosting(node.path("@type"))) {
      return Optional.of(node);
    }
    if (node.isObject() || node.isArray()) {
      for (JsonNode child : node) {
        Optional<JsonNode> found = find(child, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isJobPosting(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isJobPosting(one)) {
          return true;
        }
      }
    }
    return type.isString() && type.asString().matches("(?i)(?:https?://schema\\.org/)?JobPosting");
  }

  /** The posting; empty where it has no title. */
  static Optional<Posting> posting(JsonNode data, URI address) {
    Optional<String> title =
        text(data.path("title")).or(() -> text(data.path("name"))).map(JobPostingData::plain);
    if (title.isEmpty() || title.get().isBlank()) {
      return Optional.empty();
    }
    String shown = title.get().length() > 300 ? title.get().substring(0, 300) : title.get();
    JsonNode employer = first(data.path("hiringOrganization"));
    Posting posting =
        Posting.of(address.toString(), shown, address)
            .withCompany(
                text(employer).or(() -> text(employer.path("name"))).map(JobPostingData::plain))
            .withPlaces(places(data))
            .withRemote(remote(data))
            .withPosted(text(data.path("datePosted")).flatMap(JobPostingData::day))
            .withCloses(text(data.path("validThrough")).flatMap(JobPostingData::moment))
            .withEmploymentTypes(types(data.path("employmentType")))
            .withSalary(JobPostingPay.of(data))
            .withDescription(text(data.path("description")).map(JobPostingData::html))
            .withTags(tags(data))
            .withDetail(PostingDetail.REMOTE_FROM, remoteFrom(data))
            .withDetail(PostingDetail.INDUSTRY, text(first(data.path("industry"))))
            .withDetail(
                PostingDetail.REQUISITION,
                text(data.path("identifier"))
                    .or(() -> text(data.path("identifier").path("value"))));
    return Optional.of(
        posting
            .withDetail(PostingDetail.COMPANY_SITE, link(employer.path("sameAs")))
            .withDetail(PostingDetail.COMPANY_LOGO, link(employer.path("logo"))));
  }

  private static Optional<String> link(JsonNode value) {
    return text(first(value))
        .or(() -> text(first(value).path("url")))
        .flatMap(Links::of)
        .map(URI::toString);
  }

  private static List<Place> places(JsonNode data) {
    var places = new LinkedHashSet<Place>();
    for (JsonNode location : all(data.path("jobLocation"))) {
      JsonNode address = first(location.path("address"));
      text(location)
          .or(() -> text(address))
          .map(JobPostingData::plain)
          .flatMap(Place::of)
          .or(
              () ->
                  Place.of(
                      text(address.path("addressLocality")),
                      text(address.path("addressRegion")),
                      name(address.path("addressCountry"))))
          .or(() -> text(location.path("name")).flatMap(Place::of))
          .ifPresent(places::add);
      if (places.size() >= 50) {
        break;
      }
    }
    return List.copyOf(places);
  }

  private static Optional<RemoteMode> remote(JsonNode data) {
    return all(data.path("jobLocationType")).stream()
        .flatMap(node -> text(node).stream())
        .flatMap(text -> RemoteMode.parse(text).stream())
        .findFirst();
  }

  private static Optional<String> remoteFrom(JsonNode data) {
    var names = new ArrayList<String>();
    for (JsonNode place : all(data.path("applicantLocationRequirements"))) {
      name(place).ifPresent(names::add);
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private static List<String> tags(JsonNode data) {
    var tags = new LinkedHashSet<String>();
    for (JsonNode skill : all(data.path("skills"))) {
      name(skill)
          .ifPresent(
              text -> {
                for (String part : text.split("[,;•\\n]")) {
                  if (!part.isBlank() && part.strip().length() <= 60 && tags.size() < 50) {
                    tags.add(part.strip());
                  }
                }
              });
    }
    return List.copyOf(tags);
  }

  private static Set<EmploymentType> types(JsonNode value) {
    var types = EnumSet.noneOf(EmploymentType.class);
    for (JsonNode one : all(value)) {
      text(one)
          .map(text -> text.replace('_', ' '))
          .ifPresent(text -> types.addAll(parsedType(text)));
    }
    return types;
  }

  private static Set<EmploymentType> parsedType(String text) {
    Set<EmploymentType> types = EmploymentType.parse(text);
    return types.isEmpty() && !text.isBlank() ? EmploymentType.parse(text.replace(" ", "")) : types;
  }

  static Optional<LocalDate> day(String text) {
    return PostingJsonReader.date(text.strip());
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeParseException onlyDay) {
      return day(text).map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  private static Optional<String> name(JsonNode value) {
    // Some pages repeat a country's name in an array.
    return text(first(value))
        .or(() -> text(first(first(value).path("name"))))
        .map(JobPostingData::plain);
  }

  /** Some pages write their HTML as entities, and some those twice. */
  private static String html(String text) {
    String html = text.replace("\\n", "\n");
    for (int times = 0; times < 2 && !html.contains("<") && html.contains("&lt;"); times++) {
      html = Parser.unescapeEntities(html, false);
    }
    return html;
  }

  private static String plain(String text) {
    return Parser.unescapeEntities(text, false)
        .replaceAll("<[^>]{0,200}>", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  static List<JsonNode> all(JsonNode value) {
    var all = new ArrayList<JsonNode>();
    if (value.isArray()) {
      value.forEach(all::add);
    } else if (!value.isMissingNode() && !value.isNull()) {
      all.add(value);
    }
    return all;
  }

  static JsonNode first(JsonNode value) {
    return value.isArray() ? value.path(0) : value;
  }

  static Optional<String> text(JsonNode value) {
    return value.isString()
        ? Optional.of(value.asString().strip())
            .filter(
                text -> !text.isEmpty() && !text.toLowerCase(Locale.ROOT).matches("null|nan|n/a"))
        : Optional.empty();
  }
}
