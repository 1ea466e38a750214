package dev.peregrine.host.boot;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a board is asked for, as options of a command. */
final class QueryOptions {

  private static final Pattern DISTANCE =
      Pattern.compile("(\\d{1,5})\\s*(km|mi|miles)?", Pattern.CASE_INSENSITIVE);
  private static final double KM_PER_MILE = 1.609344;

  @Option(
      names = "--title",
      paramLabel = "T",
      description = "A title to look for; may be repeated. Empty: every posting.")
  private List<String> titles = List.of();

  @Option(names = "--location", paramLabel = "L", description = "A place; may be repeated.")
  private List<String> locations = List.of();

  @Option(
      names = "--distance",
      paramLabel = "N",
      description = "How far from the place: kilometres, or miles as in 30mi.")
  private @Nullable String distance;

  @Option(
      names = "--country",
      paramLabel = "C",
      description = "The country to search in: a name or a code such as DE.")
  private @Nullable String country;

  @Option(names = "--remote", description = "Only remote work.")
  private boolean remote;

  @Option(
      names = "--job-type",
      paramLabel = "TYPE",
      description = "Such as full-time, part-time, contract or internship; may be repeated.")
  private List<String> types = List.of();

  @Option(names = "--hours-old", paramLabel = "N", description = "How old a posting may be.")
  private @Nullable Integer hoursOld;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many at most (default: ${DEFAULT-VALUE})",
      defaultValue = "50")
  private int limit;

  @Option(
      names = "--offset",
      paramLabel = "N",
      description = "How many to leave out at the beginning, on boards that page.",
      defaultValue = "0")
  private int offset;

  @Option(
      names = "--no-descriptions",
      description = "Leave out descriptions that need a call for each posting.")
  private boolean noDescriptions;

  BoardQuery query() {
    if (hoursOld != null && hoursOld < 1) {
      throw new UsageException("--hours-old \"%d\": expected 1 or more.".formatted(hoursOld));
    }
    try {
      return BoardQuery.all(limit)
          .withTitles(filled(titles))
          .withLocations(filled(locations))
          .withDistanceKm(distanceKm())
          .withCountry(Optional.ofNullable(country).map(QueryOptions::countryCode))
          .withRemote(remote ? Set.of(RemoteMode.REMOTE) : Set.of())
          .withEmploymentTypes(employmentTypes())
          .withMaxAge(Optional.ofNullable(hoursOld).map(Duration::ofHours))
          .withOffset(offset)
          .withFullDescriptions(!noDescriptions);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  private static List<String> filled(List<String> texts) {
    return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  private OptionalInt distanceKm() {
    if (distance == null) {
      return OptionalInt.empty();
    }
    Matcher parts = DISTANCE.matcher(distance.strip());
    if (!parts.matches()) {
      throw new UsageException(
          "--distance \"%s\": expected kilometres, or miles as in 30mi.".formatted(distance));
    }
    int number = Integer.parseInt(parts.group(1));
    boolean inMiles = parts.group(2) != null && !parts.group(2).equalsIgnoreCase("km");
    return OptionalInt.of(inMiles ? (int) Math.round(number * KM_PER_MILE) : number);
  }

  private static String countryCode(String name) {
    return Place.countryCode(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "--country \"%s\": expected a country's name, or a code such as DE."
                        .formatted(name)));
  }

  private Set<EmploymentType> employmentTypes() {
    var wanted = EnumSet.noneOf(EmploymentType.class);
    for (String type : types) {
      Set<EmploymentType> read = EmploymentType.parse(type);
      if (read.isEmpty()) {
        throw new UsageException(
            "--job-type \"%s\": expected one of: %s."
                .formatted(
                    type,
                    String.join(
                        ", ",
                        EnumSet.allOf(EmploymentType.class).stream()
                            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .toList())));
      }
      wanted.addAll(read);
    }
    return wanted;
  }
}
