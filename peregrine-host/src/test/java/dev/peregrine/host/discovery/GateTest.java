package dev.peregrine.host.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.ExcludedWord;
import dev.peregrine.host.config.MinPay;
import dev.peregrine.host.pipeline.Hidden;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-20T10:00:00Z"));
  private static final BoardQuery ANY = BoardQuery.all(100);

  @Test
  void aTitleIsJudgedByTheRuleOfTheQueryWithTheTags() {
    BoardQuery query = ANY.withTitles(List.of("Java Developer"));
    assertThat(hidden(query, posting("Java Engineer (m/w/d)"))).isEmpty();
    assertThat(hidden(query, posting("Developer").withTags(List.of("java")))).isEmpty();
    assertThat(hidden(query, posting("Cook"))).map(Hidden::rule).contains("title");
    assertThat(
            hidden(
                query,
                posting("Recruiter").withDescription(Optional.of("Hire a Java Developer for us"))))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Berlin               | Berlin, Germany
          München              | Munich, Bavaria, Germany
          Koeln                | Köln
          Zurich               | Zürich (ZH)
          San Francisco, CA    | San Francisco, California, United States
          New York             | New York City, NY
          Germany              | Leipzig, Germany
          Deutschland          | Leipzig, Germany
          東京                  | 日本、東京都
          """)
  void aPlaceFitsInItsManyForms(String wanted, String place) {
    assertThat(
            hidden(ANY.withLocations(List.of(wanted)), posting("Cook").withPlaces(places(place))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Berlin               | Paris, France
          Germany              | Paris, France
          Rom                  | Romford, UK
          Berlin, Germany      | Berlin, Connecticut, United States
          """)
  void anotherPlaceIsHiddenAndNamed(String wanted, String place) {
    assertThat(
            hidden(ANY.withLocations(List.of(wanted)), posting("Cook").withPlaces(places(place))))
        .contains(new Hidden("location", "It is in " + place + "."));
  }

  @Test
  void anUnknownPlacePasses() {
    assertThat(hidden(ANY.withLocations(List.of("Berlin")), posting("Cook"))).isEmpty();
  }

  @Test
  void aCountryAloneMayBeTheCityToo() {
    BoardQuery query = ANY.withLocations(List.of("Berlin")).withCountry(Optional.of("DE"));
    assertThat(hidden(query, posting("Cook").withPlaces(places("Germany")))).isEmpty();
    assertThat(hidden(query, posting("Cook").withPlaces(places("France")))).isPresent();
  }

  @Test
  void remoteWorkPassesUnlessItIsForOtherCountries() {
    BoardQuery query = ANY.withLocations(List.of("Berlin")).withCountry(Optional.of("DE"));
    Posting remote = posting("Cook").withRemote(Optional.of(RemoteMode.REMOTE));
    assertThat(hidden(query, remote)).isEmpty();
    assertThat(hidden(query, from(remote, "Worldwide"))).isEmpty();
    assertThat(hidden(query, from(remote, "USA, Europe"))).isEmpty();
    assertThat(hidden(query, from(remote, "EMEA"))).isEmpty();
    assertThat(hidden(query, from(remote, "CET +-2"))).isEmpty();
    assertThat(hidden(query, from(remote, "USA")))
        .contains(new Hidden("location", "It is for people in United States only."));
    assertThat(hidden(query, remote.withPlaces(places("USA Only")))).isPresent();
    assertThat(hidden(query.withCountry(Optional.empty()), from(remote, "USA"))).isEmpty();
  }

  @Test
  void theModeCountsAsFarAsItIsTold() {
    BoardQuery remoteOnly = ANY.withRemote(Set.of(RemoteMode.REMOTE));
    assertThat(hidden(remoteOnly, posting("Cook").withRemote(Optional.of(RemoteMode.ON_SITE))))
        .contains(new Hidden("remote", "It is on site."));
    assertThat(hidden(remoteOnly, posting("Cook"))).isEmpty();
    assertThat(hidden(remoteOnly, posting("Cook").withPlaces(places("Remote - Germany"))))
        .isEmpty();
    assertThat(hidden(remoteOnly, posting("Cook").withPlaces(places("Berlin"))))
        .contains(new Hidden("remote", "It names Berlin and no work from home."));
    assertThat(
            hidden(
                remoteOnly,
                posting("Cook")
                    .withPlaces(places("Berlin"))
                    .withDescription(Optional.of("Fully <b>remote</b>."))))
        .isEmpty();
  }

  @Test
  void onlyAKnownAgeIsTooOld() {
    BoardQuery query = ANY.withMaxAge(Optional.of(Duration.ofDays(14)));
    assertThat(hidden(query, posting("Cook"))).isEmpty();
    assertThat(hidden(query, posted("2026-05-06"))).isEmpty();
    assertThat(hidden(query, posted("2026-05-05")))
        .contains(new Hidden("age", "It was posted 15 days ago."));
  }

  @Test
  void workingTimeSaysNothingAboutTheContract() {
    BoardQuery query = types(EmploymentType.FULL_TIME);
    assertThat(hidden(query, posting("Cook"))).isEmpty();
    assertThat(hidden(query, typed(EmploymentType.PERMANENT))).isEmpty();
    assertThat(hidden(query, typed(EmploymentType.FULL_TIME, EmploymentType.CONTRACT))).isEmpty();
    assertThat(hidden(query, typed(EmploymentType.PART_TIME)))
        .contains(new Hidden("type", "It is part time."));
    assertThat(hidden(query, typed(EmploymentType.INTERNSHIP))).isPresent();
    assertThat(hidden(types(EmploymentType.PERMANENT), typed(EmploymentType.FULL_TIME))).isEmpty();
  }

  @Test
  void payIsComparedForAYearInTheSameCurrencyOnly() {
    var pay = new MinPay(new BigDecimal("5000"), Currency.getInstance("EUR"), PayPeriod.MONTH);
    assertThat(paid(pay, "50000", "55000", "EUR"))
        .contains(new Hidden("pay", "It pays at most 55,000 EUR a year."));
    assertThat(paid(pay, "50000", "60000", "EUR")).isEmpty();
    assertThat(paid(pay, "50000", "55000", "USD")).isEmpty();
    assertThat(paid(pay, "50000", null, "EUR")).isEmpty();
  }

  @Test
  void aFilterThatTheBoardAppliesIsItsOwnMatter() {
    BoardQuery query = ANY.withTitles(List.of("Nurse"));
    var gate = gate(query, Set.of(BoardFilter.TITLE), Blocklist.NONE, List.of());
    assertThat(gate.hides(posting("Registered caregiver"))).isEmpty();
  }

  @Test
  void excludedWordsCountAsWholeWordsInTheirField() {
    var sales = List.of(new ExcludedWord("sales", ExcludedWord.In.BOTH));
    assertThat(excluded(sales, "Salesforce Admin", "Our <b>Salesforce</b> wholesales")).isEmpty();
    assertThat(excluded(sales, "Cook", "You do Sales&nbsp;calls"))
        .contains(new Hidden("excluded-word", "\"sales\" stands in its description."));
    assertThat(excluded(sales, "SALES-driven Cook", ""))
        .contains(new Hidden("excluded-word", "\"sales\" stands in its title."));
    var c = List.of(new ExcludedWord("C", ExcludedWord.In.TITLE));
    assertThat(excluded(c, "C++ Developer", "C")).isEmpty();
    assertThat(excluded(c, "C Developer", "")).isPresent();
    var phrase = List.of(new ExcludedWord("prêt à partir", ExcludedWord.In.BOTH));
    assertThat(excluded(phrase, "Cook", "PRET A PARTIR!")).isPresent();
    var han = List.of(new ExcludedWord("営業", ExcludedWord.In.BOTH));
    assertThat(excluded(han, "法人営業マネージャー", "")).isPresent();
  }

  @Test
  void theBlocklistCountsAsWholeWordsToo() {
    var blocklist = new Blocklist(List.of("Bank"), List.of("gambling"), List.of("Moon"));
    var gate = gate(ANY, Set.of(), blocklist, List.of());
    assertThat(gate.hides(posting("Cook").withCompany(Optional.of("Bankrate")))).isEmpty();
    assertThat(gate.hides(posting("Cook").withCompany(Optional.of("Example Bank AG"))))
        .contains(new Hidden("blocklist", "You block the company \"Bank\"."));
    assertThat(gate.hides(posting("Cook").withDescription(Optional.of("the gambling market"))))
        .contains(new Hidden("blocklist", "You block the industry \"gambling\"."));
    assertThat(gate.hides(posting("Cook").withPlaces(places("Sea of Tranquility, Moon"))))
        .contains(new Hidden("blocklist", "You block the place \"Moon\"."));
  }

  private static Optional<Hidden> hidden(BoardQuery query, Posting posting) {
    return gate(query, Set.of(), Blocklist.NONE, List.of()).hides(posting);
  }

  private static Optional<Hidden> excluded(
      List<ExcludedWord> words, String title, String description) {
    return gate(ANY, Set.of(), Blocklist.NONE, words)
        .hides(posting(title).withDescription(Optional.of(description)));
  }

  private static Gate gate(
      BoardQuery query, Set<BoardFilter> applied, Blocklist blocklist, List<ExcludedWord> words) {
    return new Gate(blocklist, words, new Filters(query, Optional.empty(), applied, CLOCK));
  }

  private static Optional<Hidden> paid(MinPay pay, String min, String max, String currency) {
    var salary =
        Salary.of(
            Optional.of(new BigDecimal(min)),
            Optional.ofNullable(max).map(BigDecimal::new),
            currency,
            PayPeriod.YEAR);
    return new Filters(ANY, Optional.of(pay), Set.of(), CLOCK)
        .hides(posting("Cook").withSalary(salary));
  }

  private static BoardQuery types(EmploymentType type) {
    return new BoardQuery(
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of(),
        java.util.OptionalInt.empty(),
        Optional.empty(),
        Set.of(type),
        Optional.empty(),
        List.of(),
        100,
        0,
        true);
  }

  private static Posting typed(EmploymentType... types) {
    return posting("Cook").withEmploymentTypes(Set.of(types));
  }

  private static Posting posted(String day) {
    return posting("Cook").withPosted(Optional.of(LocalDate.parse(day)));
  }

  private static Posting from(Posting posting, String countries) {
    return posting.withDetail(PostingDetail.REMOTE_FROM, Optional.of(countries));
  }

  private static List<Place> places(String text) {
    return Place.of(text).stream().toList();
  }

  private static Posting posting(String title) {
    return Posting.of("1", title, URI.create("https://jobs.example.com/1"));
  }
}
