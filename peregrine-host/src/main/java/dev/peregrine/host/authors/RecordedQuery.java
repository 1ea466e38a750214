package dev.peregrine.host.authors;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a board was asked for, as it stands in a recording. */
record RecordedQuery(
    List<String> titles,
    List<String> locations,
    @Nullable Integer distanceKm,
    @Nullable String country,
    Set<RemoteMode> remote,
    @Nullable Long hoursOld,
    Set<EmploymentType> employmentTypes,
    int limit,
    int offset,
    boolean fullDescriptions) {

  RecordedQuery {
    Stream.of(titles, locations, remote, employmentTypes).forEach(Objects::requireNonNull);
  }

  static RecordedQuery of(BoardQuery query) {
    return new RecordedQuery(
        query.titles(),
        query.locations(),
        query.distanceKm().isPresent() ? query.distanceKm().getAsInt() : null,
        query.country().orElse(null),
        query.remote(),
        query.maxAge().map(Duration::toHours).orElse(null),
        query.employmentTypes(),
        query.limit(),
        query.offset(),
        query.fullDescriptions());
  }

  BoardQuery query() {
    return BoardQuery.all(limit)
        .withTitles(titles)
        .withLocations(locations)
        .withDistanceKm(distanceKm == null ? OptionalInt.empty() : OptionalInt.of(distanceKm))
        .withCountry(Optional.ofNullable(country))
        .withRemote(remote)
        .withMaxAge(Optional.ofNullable(hoursOld).map(Duration::ofHours))
        .withEmploymentTypes(employmentTypes)
        .withOffset(offset)
        .withFullDescriptions(fullDescriptions);
  }
}
