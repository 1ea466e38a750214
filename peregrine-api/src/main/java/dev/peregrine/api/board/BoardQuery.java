package dev.peregrine.api.board;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a board is asked for. Empty parts mean "any".
 *
 * @param titles titles of which one should fit; none: every posting
 * @param locations places of which one should fit, as the person wrote them, without the word
 *     "remote"
 * @param country ISO 3166-1 alpha-2 of the country to search in, for boards that are one a country
 * @param remote the modes that are wanted; all or none: any
 * @param distanceKm how far from a location, in kilometres
 * @param maxAge how old a posting may be
 * @param employmentTypes types of which one should fit
 * @param minAnnualPay least pay for a year, in the person's currency
 * @param employers whose pages to read, for boards that search employers
 * @param limit how many postings at most, 1 to 1,000,000
 * @param offset how many to leave out at the beginning, for boards that page
 * @param fullDescriptions whether a description that needs a call of its own is wanted at once
 * @since 0.1
 */
public record BoardQuery(
    List<String> titles,
    List<String> locations,
    Optional<String> country,
    Set<RemoteMode> remote,
    OptionalInt distanceKm,
    Optional<Duration> maxAge,
    Set<EmploymentType> employmentTypes,
    Optional<BigDecimal> minAnnualPay,
    List<Employer> employers,
    int limit,
    int offset,
    boolean fullDescriptions) {

  private static final double KM_A_MILE = 1.609344;

  public BoardQuery {
    titles = List.copyOf(titles);
    locations = List.copyOf(locations);
    Objects.requireNonNull(country);
    var modes = EnumSet.noneOf(RemoteMode.class);
    modes.addAll(remote);
    remote = Collections.unmodifiableSet(modes);
    Objects.requireNonNull(distanceKm);
    if (maxAge.isPresent() && (maxAge.get().isNegative() || maxAge.get().isZero())) {
      throw new IllegalArgumentException(
          "Maximum age \"%s\": expected more than zero.".formatted(maxAge.get()));
    }
    var types = EnumSet.noneOf(EmploymentType.class);
    types.addAll(employmentTypes);
    employmentTypes = Collections.unmodifiableSet(types);
    Objects.requireNonNull(minAnnualPay);
    employers = List.copyOf(employers);
    if (limit < 1 || limit > 1_000_000) {
      throw new IllegalArgumentException(
          "Limit \"%d\": expected 1 to 1,000,000 postings.".formatted(limit));
    }
    if (offset < 0) {
      throw new IllegalArgumentException("Offset \"%d\": expected 0 or more.".formatted(offset));
    }
  }

  /** Every posting, up to a number. */
  public static BoardQuery all(int limit) {
    return new BoardQuery(
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of(),
        OptionalInt.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        List.of(),
        limit,
        0,
        true);
  }

  /**
   * Whether a posting has one of the wanted titles: all words of one stand in the posting's title,
   * or some there and the rest among its tags. Without titles every posting has.
   *
   * <p>The host asks this for boards that do not apply {@link BoardFilter#TITLE}; boards that apply
   * it to what they have read ask it too, so that a title finds the same everywhere. Words are
   * compared as {@link #words} makes them, in any order, without {@code (m/w/d)} and the like,
   * singular as plural, {@code back end} as {@code backend}, and developer, engineer, programmer
   * and their names in other languages as one.
   *
   * @param tags the posting's tags; none where they should not help
   */
  public boolean fitsTitle(String title, Collection<String> tags) {
    return WantedTitles.fit(titles, title, tags);
  }

  /** Whether a posting {@linkplain #fitsTitle(String, Collection) has a wanted title}. */
  public boolean fitsTitle(Posting posting) {
    return fitsTitle(posting.title(), posting.tags());
  }

  /** Whether a posting is young enough, by its day in UTC, or does not tell its day. */
  public boolean fitsAge(Posting posting, Instant now) {
    Optional<LocalDate> oldest =
        maxAge.map(age -> LocalDate.ofInstant(now.minus(age), ZoneOffset.UTC));
    return oldest.isEmpty()
        || posting.posted().map(day -> !day.isBefore(oldest.get())).orElse(true);
  }

  /** Whether a posting is of a wanted mode, or does not tell its mode. */
  public boolean fitsRemote(Posting posting) {
    return remote.isEmpty() || posting.remote().map(remote::contains).orElse(true);
  }

  /** Whether a posting is of a wanted type, or does not tell its type. */
  public boolean fitsEmploymentType(Posting posting) {
    return employmentTypes.isEmpty()
        || posting.employmentTypes().isEmpty()
        || !Collections.disjoint(employmentTypes, posting.employmentTypes());
  }

  /** {@link #distanceKm} in miles, rounded, 1 at least. */
  public OptionalInt distanceMiles() {
    return distanceKm.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.max(1, Math.round(distanceKm.getAsInt() / KM_A_MILE)));
  }

  /** The English name of {@link #country}, for boards that take places in words. */
  public Optional<String> countryName() {
    return country.map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
  }

  /**
   * A text as words that can be compared: without case, accents and punctuation, but with the signs
   * that make {@code C++}, {@code C#}, {@code .NET} and {@code node.js} words of their own. In
   * scripts that are written without blanks every letter is a word.
   */
  public static List<String> words(String text) {
    return Words.of(text);
  }

  /** This with other titles. */
  public BoardQuery withTitles(List<String> newTitles) {
    return new BoardQuery(
        newTitles,
        locations,
        country,
        remote,
        distanceKm,
        maxAge,
        employmentTypes,
        minAnnualPay,
        employers,
        limit,
        offset,
        fullDescriptions);
  }

  /** This with other locations. */
  public BoardQuery withLocations(List<String> newLocations) {
    return new BoardQuery(
        titles,
        newLocations,
        country,
        remote,
        distanceKm,
        maxAge,
        employmentTypes,
        minAnnualPay,
        employers,
        limit,
        offset,
        fullDescriptions);
  }

  /** This with another country. */
  public BoardQuery withCountry(Optional<String> newCountry) {
    return new BoardQuery(
        titles,
        locations,
        newCountry,
        remote,
        distanceKm,
        maxAge,
        employmentTypes,
        minAnnualPay,
        employers,
        limit,
        offset,
        fullDescriptions);
  }

  /** This with other remote modes. */
  public BoardQuery withRemote(Set<RemoteMode> newRemote) {
    return new BoardQuery(
        titles,
        locations,
        country,
        newRemote,
        distanceKm,
        maxAge,
        employmentTypes,
        minAnnualPay,
        employers,
        limit,
        offset,
        fullDescriptions);
  }

  /** This with another greatest age. */
  public BoardQuery withMaxAge(Optional<Duration> newMaxAge) {
    return new BoardQuery(
        titles,
        locations,
        country,
        remote,
        distanceKm,
        newMaxAge,
        employmentTypes,
        minAnnualPay,
        employers,
        limit,
        offset,
        fullDescriptions);
  }

  /** This with other employers. */
  public BoardQuery withEmployers(List<Employer> newEmployers) {
    return new BoardQuery(
        titles,
        locations,
        country,
        remote,
        distanceKm,
        maxAge,
        employmentTypes,
        minAnnualPay,
        newEmployers,
        limit,
        offset,
        fullDescriptions);
  }

  /** This with another limit. */
  public BoardQuery withLimit(int newLimit) {
    return new BoardQuery(
        titles,
        locations,
        country,
        remote,
        distanceKm,
        maxAge,
        employmentTypes,
        minAnnualPay,
        employers,
        newLimit,
        offset,
        fullDescriptions);
  }

  /** This with another distance. */
  public BoardQuery withDistanceKm(OptionalInt newDistanceKm) {
    return new BoardQuery(
        titles,
        locations,
        country,
        remote,
        newDistanceKm,
        maxAge,
        employmentTypes,
        minAnnualPay,
        employers,
        limit,
        offset,
        fullDescriptions);
  }

  /** This with other employment types. */
  public BoardQuery withEmploymentTypes(Set<EmploymentType> newTypes) {
    return new BoardQuery(
        titles,
        locations,
        country,
        remote,
        distanceKm,
        maxAge,
        newTypes,
        minAnnualPay,
        employers,
        limit,
        offset,
        fullDescriptions);
  }

  /** This with another least pay. */
  public BoardQuery withMinAnnualPay(Optional<BigDecimal> newLeast) {
    return new BoardQuery(
        titles,
        locations,
        country,
        remote,
        distanceKm,
        maxAge,
        employmentTypes,
        newLeast,
        employers,
        limit,
        offset,
        fullDescriptions);
  }

  /** This with another beginning. */
  public BoardQuery withOffset(int newOffset) {
    return new BoardQuery(
        titles,
        locations,
        country,
        remote,
        distanceKm,
        maxAge,
        employmentTypes,
        minAnnualPay,
        employers,
        limit,
        newOffset,
        fullDescriptions);
  }

  /** This with descriptions that need a call of their own, or without. */
  public BoardQuery withFullDescriptions(boolean wanted) {
    return new BoardQuery(
        titles,
        locations,
        country,
        remote,
        distanceKm,
        maxAge,
        employmentTypes,
        minAnnualPay,
        employers,
        limit,
        offset,
        wanted);
  }
}
