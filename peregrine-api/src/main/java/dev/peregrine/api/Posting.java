package dev.peregrine.api;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One advertised position as a board shows it. A board fills what it was told and leaves the rest
 * empty: nothing is guessed, and a text such as {@code null} or {@code N/A} is not a value.
 *
 * @param nativeId the board's own id of the posting, stable over time and unique within the board
 * @param title the position's title
 * @param company the employer's name; empty where the board does not tell
 * @param url where a person reads the posting; absolute, {@code http} or {@code https}. Of one that
 *     came as a mail {@code email}: it names the mail and cannot be opened; no board gives such
 * @param applyUrl where a person applies, if it is another address: {@code http}, {@code https} or
 *     {@code mailto}; any other, such as {@code javascript}, is left out
 * @param places where the work is done; empty where the board does not tell
 * @param remote whether it is done from home; empty where the board does not tell
 * @param posted the day on which it was first shown
 * @param closes when it closes
 * @param employmentTypes full time, contract and so on
 * @param salary the pay
 * @param description HTML or plain text as found; hostile, the host sanitises it
 * @param tags the board's own words for it: skills, categories, department; blank ones are left out
 * @param details what else the board tells
 * @since 0.1
 */
public record Posting(
    String nativeId,
    String title,
    Optional<String> company,
    URI url,
    Optional<URI> applyUrl,
    List<Place> places,
    Optional<RemoteMode> remote,
    Optional<LocalDate> posted,
    Optional<Instant> closes,
    Set<EmploymentType> employmentTypes,
    Optional<Salary> salary,
    Optional<String> description,
    List<String> tags,
    Map<PostingDetail, String> details) {

  public Posting {
    if (nativeId.isBlank()) {
      throw new IllegalArgumentException("Posting \"%s\": the native id is blank.".formatted(url));
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("Posting \"%s\": the title is blank.".formatted(url));
    }
    String scheme = url.getScheme();
    if (url.getHost() == null
        || !("http".equalsIgnoreCase(scheme)
            || "https".equalsIgnoreCase(scheme)
            || "email".equalsIgnoreCase(scheme))) {
      throw new IllegalArgumentException(
          "Posting \"%s\": address \"%s\", expected an absolute http or https address."
              .formatted(title, url));
    }
    title = title.strip();
    company = company.map(String::strip).filter(text -> !text.isEmpty());
    description = description.filter(text -> !text.isBlank());
    applyUrl = applyUrl.filter(Posting::isForPeople);
    Objects.requireNonNull(remote);
    Objects.requireNonNull(posted);
    Objects.requireNonNull(closes);
    Objects.requireNonNull(salary);
    places = List.copyOf(places);
    tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).toList();
    var types = EnumSet.noneOf(EmploymentType.class);
    types.addAll(employmentTypes);
    employmentTypes = Collections.unmodifiableSet(types);
    var copy = new EnumMap<PostingDetail, String>(PostingDetail.class);
    copy.putAll(details);
    details = Collections.unmodifiableMap(copy);
  }

  /** A posting of which only the essentials are known. */
  public static Posting of(String nativeId, String title, URI url) {
    return new Posting(
        nativeId,
        title,
        Optional.empty(),
        url,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  /**
   * Reads one schema.org JobPosting, however carelessly it is written: values alone or in arrays,
   * organisations and places as objects or as their names, texts with entities, pay as a number, a
   * range or a text. Pay without a currency or a period is left out, and so is everything that
   * cannot be read. What stands beside the description, such as the qualifications, is put below
   * it, unless it stands in it already.
   *
   * <p><b>Source:</b> <a href="https://schema.org/JobPosting">schema.org, JobPosting</a>, version
   * 29, and pages met so far.
   *
   * @param data the object itself
   * @param address where a person reads it; the native id, too
   * @return empty where it has no title
   * @throws IllegalArgumentException where the address is not one of the web
   */
  public static Optional<Posting> fromSchema(Json data, URI address) {
    return SchemaPosting.of(data).posting(address.toString(), address);
  }

  /**
   * Reads the schema.org JobPostings of a page: those in its JSON-LD, wherever they stand in it,
   * else those in its microdata; where both tell of one and the same, each what the other leaves
   * out. Each is read as {@link #fromSchema} does.
   *
   * <p>The only posting of a page has the page's address and has it as its native id. Of several,
   * each has the address that it names as its own; one that names none, or the same as another, has
   * the page's address and a native id that its number, else its title and places tell apart. The
   * same posting twice is one.
   *
   * @param page the whole page
   * @param context reads what stands in the page's scripts
   * @param address where the page was found
   * @return in the page's order; empty where there is none
   * @throws IllegalArgumentException where the address is not one of the web
   */
  public static List<Posting> inPage(Markup page, ExtensionContext context, URI address) {
    return SchemaPage.postings(page, context, address);
  }

  /**
   * The day that a text names: ISO with or without time and zone, {@code 2026-08-05 09:41:37 UTC},
   * RFC 822, seconds or milliseconds since 1970, {@code 31/12/2026} and {@code 31.12.2026} (the day
   * first, unless only the month first makes a date), {@code Nov 22, 2026}, {@code 3 days ago},
   * {@code yesterday}, {@code just posted}.
   *
   * <p>A day with a time is the day that stands there, whatever its zone; one counted from now or
   * from 1970 is the day in UTC. Empty where the text names no day between 2000 and 2100, and for
   * {@code 30+ days ago}, which could be any.
   *
   * @param clock what "ago" is counted from
   */
  public static Optional<LocalDate> day(String text, InstantSource clock) {
    return DateText.day(text, clock);
  }

  /**
   * The moment that a text names, in the ways of {@link #day} that have a time. A time without a
   * zone is taken for UTC; a day alone is no moment.
   */
  public static Optional<Instant> moment(String text) {
    return DateText.moment(text);
  }

  /** This with another id of the board's own. */
  public Posting withNativeId(String newNativeId) {
    return new Posting(
        newNativeId,
        title,
        company,
        url,
        applyUrl,
        places,
        remote,
        posted,
        closes,
        employmentTypes,
        salary,
        description,
        tags,
        details);
  }

  /** This with the employer's name, where there is one. */
  public Posting withCompany(Optional<String> newCompany) {
    return new Posting(
        nativeId,
        title,
        newCompany,
        url,
        applyUrl,
        places,
        remote,
        posted,
        closes,
        employmentTypes,
        salary,
        description,
        tags,
        details);
  }

  /** This with another address for people to read at. */
  public Posting withUrl(URI newUrl) {
    return new Posting(
        nativeId,
        title,
        company,
        newUrl,
        applyUrl,
        places,
        remote,
        posted,
        closes,
        employmentTypes,
        salary,
        description,
        tags,
        details);
  }

  /** This with the address where a person applies. */
  public Posting withApplyUrl(Optional<URI> newApplyUrl) {
    return new Posting(
        nativeId,
        title,
        company,
        url,
        newApplyUrl,
        places,
        remote,
        posted,
        closes,
        employmentTypes,
        salary,
        description,
        tags,
        details);
  }

  /** This with other places. */
  public Posting withPlaces(List<Place> newPlaces) {
    return new Posting(
        nativeId,
        title,
        company,
        url,
        applyUrl,
        newPlaces,
        remote,
        posted,
        closes,
        employmentTypes,
        salary,
        description,
        tags,
        details);
  }

  /** This with another remote mode. */
  public Posting withRemote(Optional<RemoteMode> newRemote) {
    return new Posting(
        nativeId,
        title,
        company,
        url,
        applyUrl,
        places,
        newRemote,
        posted,
        closes,
        employmentTypes,
        salary,
        description,
        tags,
        details);
  }

  /** This with another first day. */
  public Posting withPosted(Optional<LocalDate> newPosted) {
    return new Posting(
        nativeId,
        title,
        company,
        url,
        applyUrl,
        places,
        remote,
        newPosted,
        closes,
        employmentTypes,
        salary,
        description,
        tags,
        details);
  }

  /** This with another closing time. */
  public Posting withCloses(Optional<Instant> newCloses) {
    return new Posting(
        nativeId,
        title,
        company,
        url,
        applyUrl,
        places,
        remote,
        posted,
        newCloses,
        employmentTypes,
        salary,
        description,
        tags,
        details);
  }

  /** This with other employment types. */
  public Posting withEmploymentTypes(Set<EmploymentType> newTypes) {
    return new Posting(
        nativeId,
        title,
        company,
        url,
        applyUrl,
        places,
        remote,
        posted,
        closes,
        newTypes,
        salary,
        description,
        tags,
        details);
  }

  /** This with another salary. */
  public Posting withSalary(Optional<Salary> newSalary) {
    return new Posting(
        nativeId,
        title,
        company,
        url,
        applyUrl,
        places,
        remote,
        posted,
        closes,
        employmentTypes,
        newSalary,
        description,
        tags,
        details);
  }

  /** This with another description. */
  public Posting withDescription(Optional<String> newDescription) {
    return new Posting(
        nativeId,
        title,
        company,
        url,
        applyUrl,
        places,
        remote,
        posted,
        closes,
        employmentTypes,
        salary,
        newDescription,
        tags,
        details);
  }

  /** This with other tags. */
  public Posting withTags(List<String> newTags) {
    return new Posting(
        nativeId,
        title,
        company,
        url,
        applyUrl,
        places,
        remote,
        posted,
        closes,
        employmentTypes,
        salary,
        description,
        newTags,
        details);
  }

  /** This with a detail more; an empty value leaves it as it is. */
  public Posting withDetail(PostingDetail detail, Optional<String> value) {
    if (value.isEmpty() || value.get().isBlank()) {
      return this;
    }
    Map<PostingDetail, String> more = new EnumMap<>(PostingDetail.class);
    more.putAll(details);
    more.put(detail, value.get().strip());
    return new Posting(
        nativeId,
        title,
        company,
        url,
        applyUrl,
        places,
        remote,
        posted,
        closes,
        employmentTypes,
        salary,
        description,
        tags,
        more);
  }

  private static boolean isForPeople(URI address) {
    String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http", "https" -> address.getHost() != null;
      case "mailto" -> true;
      default -> false;
    };
  }
}
