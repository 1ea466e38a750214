package dev.peregrine.api;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One schema.org JobPosting, however carelessly it is written. */
record SchemaPosting(SchemaValue data) {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_DETAIL = 300;
  private static final int MOST_TAGS = 50;

  static SchemaPosting of(Json data) {
    return new SchemaPosting(new SchemaValue(data));
  }

  /** The posting; empty where it has no title. */
  Optional<Posting> posting(String nativeId, URI address) {
    return title()
        .map(
            title ->
                detailed(
                    Posting.of(nativeId, title, address)
                        .withCompany(employer().name())
                        .withApplyUrl(data.at("applicationContact").at("url").link())
                        .withPlaces(places().places())
                        .withRemote(remote())
                        .withPosted(data.at("datePosted").text().flatMap(SchemaPosting::day))
                        .withCloses(data.at("validThrough").text().flatMap(SchemaPosting::end))
                        .withEmploymentTypes(types())
                        .withSalary(new SchemaPay(data).salary())
                        .withDescription(new SchemaText(data).description())
                        .withTags(tags())));
  }

  Optional<String> title() {
    return data.at("title")
        .text()
        .or(() -> data.at("name").text())
        .map(title -> title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title);
  }

  /** The employer's own number of it. */
  Optional<String> identifier() {
    SchemaValue identifier = data.at("identifier");
    SchemaValue value = identifier.at("value");
    return value.text().or(identifier::text);
  }

  SchemaPlaces places() {
    return SchemaPlaces.of(data);
  }

  private Posting detailed(Posting posting) {
    SchemaValue employer = employer();
    return posting
        .withDetail(PostingDetail.REMOTE_FROM, data.at("applicantLocationRequirements").joined())
        .withDetail(PostingDetail.INDUSTRY, detail(data.at("industry").joined()))
        .withDetail(PostingDetail.FUNCTION, detail(data.at("occupationalCategory").joined()))
        .withDetail(PostingDetail.DEPARTMENT, detail(data.at("employmentUnit").name()))
        .withDetail(PostingDetail.EXPERIENCE, detail(experience()))
        .withDetail(PostingDetail.VACANCIES, detail(data.at("totalJobOpenings").text()))
        .withDetail(PostingDetail.REQUISITION, detail(identifier()))
        .withDetail(PostingDetail.CONTACT_MAIL, mail())
        .withDetail(
            PostingDetail.COMPANY_SITE,
            employer.at("sameAs").link().or(() -> employer.at("url").link()).map(URI::toString))
        .withDetail(
            PostingDetail.COMPANY_LOGO,
            employer.at("logo").link().or(() -> employer.at("image").link()).map(URI::toString))
        .withDetail(PostingDetail.COMPANY_ABOUT, employer.at("description").text())
        .withDetail(PostingDetail.COMPANY_SIZE, size(employer.at("numberOfEmployees")));
  }

  private SchemaValue employer() {
    return data.at("hiringOrganization");
  }

  private Optional<RemoteMode> remote() {
    return data.at("jobLocationType").names().stream()
        .flatMap(word -> RemoteMode.parse(word).stream())
        .findFirst()
        .or(() -> places().remote());
  }

  private Set<EmploymentType> types() {
    var types = EnumSet.noneOf(EmploymentType.class);
    for (String name : data.at("employmentType").names()) {
      String words = name.replace('_', ' ');
      Set<EmploymentType> known = EmploymentType.parse(words);
      types.addAll(known.isEmpty() ? EmploymentType.parse(words.replace(" ", "")) : known);
    }
    return types;
  }

  /** Skills that are words; sentences stand in the description. */
  private List<String> tags() {
    return data.at("skills").all().stream()
        .flatMap(SchemaText::parts)
        .filter(SchemaText::isTag)
        .distinct()
        .limit(MOST_TAGS)
        .toList();
  }

  private Optional<String> experience() {
    SchemaValue wanted = data.at("experienceRequirements");
    return wanted
        .at("monthsOfExperience")
        .number()
        .filter(months -> months.signum() > 0 && months.compareTo(BigDecimal.valueOf(1200)) < 0)
        .map(BigDecimal::intValue)
        .map(months -> months % 12 == 0 ? count(months / 12, "year") : count(months, "month"))
        .or(wanted::name);
  }

  private Optional<String> mail() {
    return data.at("applicationContact")
        .at("email")
        .text()
        .map(text -> text.replaceFirst("(?i)^mailto:", ""))
        .filter(text -> text.matches("[^\\s@]{1,64}@[^\\s@]{1,190}"));
  }

  private static Optional<String> size(SchemaValue people) {
    Optional<String> least = people.at("minValue").text();
    Optional<String> most = people.at("maxValue").text();
    if (least.isPresent() && most.isPresent()) {
      return Optional.of(least.get() + " to " + most.get());
    }
    return people.at("value").text().or(people::text);
  }

  /** Nobody knows when a page wrote "3 days ago": counted from 1970 it is no day of a posting. */
  private static Optional<LocalDate> day(String text) {
    return Posting.day(text, InstantSource.fixed(Instant.EPOCH));
  }

  /** A posting that is valid through a day is so until its end. */
  private static Optional<Instant> end(String text) {
    return Posting.moment(text)
        .or(() -> day(text).map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private static Optional<String> detail(Optional<String> text) {
    return text.filter(detail -> detail.length() <= LONGEST_DETAIL);
  }

  private static String count(int many, String unit) {
    return String.format(Locale.ROOT, "%d %s%s", many, unit, many == 1 ? "" : "s");
  }
}
