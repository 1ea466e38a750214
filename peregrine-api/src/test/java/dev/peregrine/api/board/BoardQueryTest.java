package dev.peregrine.api.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Posting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardQueryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final BoardQuery ALL = BoardQuery.all(10);
  private static final Posting POSTING =
      Posting.of("1", "Baker", URI.create("https://jobs.example.org/1"));

  @Test
  void aPostingIsYoungEnoughByItsDay() {
    BoardQuery query = ALL.withMaxAge(Optional.of(Duration.ofDays(2)));

    assertThat(query.fitsAge(postedOn("2026-11-18"), NOW)).isTrue();
    assertThat(query.fitsAge(postedOn("2026-11-17"), NOW)).isFalse();
    assertThat(query.fitsAge(POSTING, NOW)).isTrue();
    assertThat(ALL.fitsAge(postedOn("2001-01-01"), NOW)).isTrue();
  }

  @Test
  void aPostingOfAnotherTypeDoesNotFit() {
    BoardQuery query = ALL.withEmploymentTypes(Set.of(EmploymentType.CONTRACT));
    Posting fullTime = POSTING.withEmploymentTypes(Set.of(EmploymentType.FULL_TIME));

    assertThat(query.fitsEmploymentType(fullTime)).isFalse();
    assertThat(query.fitsEmploymentType(POSTING)).isTrue();
    assertThat(ALL.fitsEmploymentType(fullTime)).isTrue();
  }

  @Test
  void aTitleMayStandAmongTheTags() {
    BoardQuery query = ALL.withTitles(List.of("night baker"));

    assertThat(query.fitsTitle(POSTING)).isFalse();
    assertThat(query.fitsTitle(POSTING.withTags(List.of("Night")))).isTrue();
  }

  @Test
  void aDistanceIsToldInMilesToo() {
    assertThat(ALL.withDistanceKm(OptionalInt.of(40)).distanceMiles()).hasValue(25);
    assertThat(ALL.withDistanceKm(OptionalInt.of(0)).distanceMiles()).hasValue(1);
    assertThat(ALL.distanceMiles()).isEmpty();
  }

  @Test
  void aCountryIsToldInWordsToo() {
    assertThat(ALL.withCountry(Optional.of("DE")).countryName()).hasValue("Germany");
    assertThat(ALL.countryName()).isEmpty();
  }

  private static Posting postedOn(String day) {
    return POSTING.withPosted(Optional.of(LocalDate.parse(day)));
  }
}
