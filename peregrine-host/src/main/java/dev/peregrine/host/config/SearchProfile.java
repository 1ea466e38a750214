package dev.peregrine.host.config;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.schedules.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person looks for.
 *
 * @param name unique among the profiles
 * @param titles of which one should fit; none: every posting
 * @param locations of which one should fit, without the word "remote"; none: anywhere
 * @param remote the modes that are wanted; none: any
 * @param country ISO 3166-1 alpha-2 of where the person may work
 * @param boards ids of the boards to search; none: all that are searched by default
 * @param employers board id → short names of employers; a board that is missing here uses its own
 *     first choice
 * @param excludedWords words that hide a posting
 * @param limitPerBoard how many new postings a board may bring in a run, 1 to 10,000
 * @param maxAge how old a posting may be
 * @param minPay the least pay
 * @param employmentTypes types of which one should fit; none: any
 * @param resume the name of the résumé to score with; empty: whichever fits best
 * @param schedule when it is searched by itself
 */
public record SearchProfile(
    String name,
    List<String> titles,
    List<String> locations,
    Set<RemoteMode> remote,
    Optional<String> country,
    List<String> boards,
    Map<String, List<String>> employers,
    List<ExcludedWord> excludedWords,
    int limitPerBoard,
    Optional<Duration> maxAge,
    Optional<MinPay> minPay,
    Set<EmploymentType> employmentTypes,
    Optional<String> resume,
    Timing schedule) {

  /** How many new postings a board may bring where the profile does not say. */
  public static final int USUAL_LIMIT = 200;

  /** The largest {@link #limitPerBoard}. */
  public static final int MOST = 10_000;

  public SearchProfile {
    name = name.strip();
    if (name.isEmpty() || name.length() > 80) {
      throw new IllegalArgumentException(
          "Search profile name \"%s\": expected 1 to 80 characters.".formatted(name));
    }
    if (limitPerBoard < 1 || limitPerBoard > MOST) {
      throw new IllegalArgumentException(
          "Search profile \"%s\": results per board are \"%d\", expected 1 to %,d."
              .formatted(name, limitPerBoard, MOST));
    }
    titles = texts(titles);
    locations = texts(locations);
    remote = remote.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(remote));
    boards = texts(boards);
    var copy = new LinkedHashMap<String, List<String>>();
    employers.forEach((board, slugs) -> copy.put(board, texts(slugs)));
    employers = Collections.unmodifiableMap(copy);
    excludedWords = List.copyOf(excludedWords);
    employmentTypes =
        employmentTypes.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(employmentTypes));
    resume = resume.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A profile that says only what work and where. */
  public static SearchProfile of(String name, List<String> titles, List<String> locations) {
    return new SearchProfile(
        name,
        titles,
        locations,
        Set.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        List.of(),
        USUAL_LIMIT,
        Optional.of(Duration.ofDays(30)),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        new Timing.Off());
  }

  /**
   * Locations as people type them, among them the word "remote", taken apart: the places, and the
   * modes that follow. A place beside "remote" means that either will do.
   */
  public SearchProfile withTypedLocations(List<String> typed) {
    var places = new ArrayList<String>();
    boolean remoteToo = false;
    for (String location : typed) {
      String plain = location.strip();
      if (RemoteMode.parse(plain).filter(mode -> mode == RemoteMode.REMOTE).isPresent()) {
        remoteToo = true;
      } else if (!plain.isEmpty() && !places.contains(plain)) {
        places.add(plain);
      }
    }
    if (!remoteToo || remote.contains(RemoteMode.REMOTE)) {
      return withLocations(places);
    }
    return withLocations(places)
        .withRemote(places.isEmpty() ? Set.of(RemoteMode.REMOTE) : Set.of());
  }

  /** This with another name. */
  public SearchProfile withName(String newName) {
    return new SearchProfile(
        newName,
        titles,
        locations,
        remote,
        country,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with other titles. */
  public SearchProfile withTitles(List<String> newTitles) {
    return new SearchProfile(
        name,
        newTitles,
        locations,
        remote,
        country,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with other locations. */
  public SearchProfile withLocations(List<String> newLocations) {
    return new SearchProfile(
        name,
        titles,
        newLocations,
        remote,
        country,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with other remote modes. */
  public SearchProfile withRemote(Set<RemoteMode> newRemote) {
    return new SearchProfile(
        name,
        titles,
        locations,
        newRemote,
        country,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with another country. */
  public SearchProfile withCountry(Optional<String> newCountry) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        newCountry,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with other boards. */
  public SearchProfile withBoards(List<String> newBoards) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        country,
        newBoards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with other employers. */
  public SearchProfile withEmployers(Map<String, List<String>> newEmployers) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        country,
        boards,
        newEmployers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with other excluded words. */
  public SearchProfile withExcludedWords(List<ExcludedWord> newWords) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        country,
        boards,
        employers,
        newWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with another limit. */
  public SearchProfile withLimitPerBoard(int newLimit) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        country,
        boards,
        employers,
        excludedWords,
        newLimit,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with another greatest age. */
  public SearchProfile withMaxAge(Optional<Duration> newMaxAge) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        country,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        newMaxAge,
        minPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with another least pay. */
  public SearchProfile withMinPay(Optional<MinPay> newMinPay) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        country,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        newMinPay,
        employmentTypes,
        resume,
        schedule);
  }

  /** This with other employment types. */
  public SearchProfile withEmploymentTypes(Set<EmploymentType> newTypes) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        country,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        newTypes,
        resume,
        schedule);
  }

  /** This with another résumé. */
  public SearchProfile withResume(Optional<String> newResume) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        country,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        newResume,
        schedule);
  }

  /** This with another schedule. */
  public SearchProfile withSchedule(Timing newSchedule) {
    return new SearchProfile(
        name,
        titles,
        locations,
        remote,
        country,
        boards,
        employers,
        excludedWords,
        limitPerBoard,
        maxAge,
        minPay,
        employmentTypes,
        resume,
        newSchedule);
  }

  private static List<String> texts(List<String> typed) {
    return typed.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
  }
}
