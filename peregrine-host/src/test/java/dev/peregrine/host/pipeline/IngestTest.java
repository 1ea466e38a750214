package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.host.tenancy.Tenant;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class IngestTest extends JobsFixture {

  private static final String LONG = text(1, 200);
  private static final String OTHER = text(2, 200);

  @Test
  void aPostingComesBackAsItWasFound() {
    Posting posting =
        new Posting(
            "n-1",
            "UX Writer",
            Optional.of("Bankhaus Lau"),
            URI.create("https://jobs.example.com/1"),
            Optional.of(URI.create("https://apply.example.com/1?x=y#z")),
            List.of(
                Place.of(Optional.of("Berlin"), Optional.empty(), Optional.of("Germany"))
                    .orElseThrow(),
                Place.of("Anywhere else").orElseThrow()),
            Optional.of(RemoteMode.HYBRID),
            Optional.of(LocalDate.of(2026, 11, 2)),
            Optional.of(Instant.parse("2026-12-24T12:00:00Z")),
            Set.of(EmploymentType.FULL_TIME, EmploymentType.PERMANENT),
            Salary.of(
                Optional.of(new BigDecimal("52000.50")),
                Optional.of(new BigDecimal("64000")),
                "EUR",
                PayPeriod.YEAR),
            Optional.of("<p>Write &amp; test</p>"),
            List.of("Figma", "Größe"),
            Map.of(PostingDetail.INDUSTRY, "Banks"));
    Job job = job(add(posting));
    assertThat(job.posting()).isEqualTo(posting);
    assertThat(job.descriptionText()).isEqualTo("Write & test");
    assertThat(job.board()).isEqualTo("board");
    assertThat(job.found()).isEqualTo(home.now());
    assertThat(job.stage()).isEqualTo(Stage.PENDING);
    assertThat(job.sightings()).singleElement().returns("board", Sighting::board);
    assertThat(job.events()).singleElement().returns("Found", JobEvent::text);
    JobRow row = page(JobFilter.stage(Stage.PENDING)).rows().getFirst();
    assertThat(row.place()).contains("Berlin, Germany +1");
    assertThat(row.salary()).isEqualTo(posting.salary());
    assertThat(row.score()).isEmpty();
  }

  @Test
  void theSameAddressIsKnownWhateverLinkLedToIt() {
    var first = found("a", posting("1", "Writer", "Lau"));
    var again =
        found("b", posting("other", "Writer?", "Lau?"))
            .posting()
            .withUrl(URI.create("https://JOBS.example.com/1/?utm_source=mail#apply"));
    List<Stored> stored = store(first, found("b", again));
    assertThat(stored.get(0)).isEqualTo(new Stored.New(1));
    assertThat(stored.get(1)).isEqualTo(new Stored.SeenBefore(1));
    assertThat(store(first)).containsExactly(new Stored.SeenBefore(1));
  }

  @Test
  void theSameIdOnTheSameBoardIsKnownAndOnAnotherItIsNot() {
    Posting moved =
        posting("1", "Writer", "Lau").withUrl(URI.create("https://jobs.example.com/moved"));
    Posting others =
        posting("1", "Nurse", "Charité").withUrl(URI.create("https://other.example.com/1"));
    assertThat(
            store(found("a", posting("1", "Writer", "Lau")), found("a", moved), found("b", others)))
        .containsExactly(new Stored.New(1), new Stored.SeenBefore(1), new Stored.New(2));
  }

  @Test
  void theSameJobOnAnotherBoardIsASightingOfTheFirst() {
    long first =
        add(in(saying(posting("1", "Senior UX Writer (m/w/d)", "Lau GmbH"), LONG), "Berlin"));
    home.pass(Duration.ofDays(1));
    Posting same =
        in(saying(posting("x", "Senior UX Writer", "LAU"), LONG + "Apply."), "Berlin, Germany");
    assertThat(store(found("second", same))).containsExactly(new Stored.AlsoOn(first, "board"));
    assertThat(store(found("second", same))).containsExactly(new Stored.SeenBefore(first));
    assertThat(job(first).sightings())
        .extracting(Sighting::board)
        .containsExactly("board", "second");
    assertThat(job(first).sightings().getLast().seen()).isEqualTo(home.now());
    assertThat(page(JobFilter.all()).rows()).singleElement().returns(2, JobRow::boards);
  }

  @Test
  void theSameTitleInAnotherCityStaysAJobOfItsOwn() {
    assertNew(
        in(saying(posting("1", "UX Writer", "Lau"), LONG), "Berlin"),
        in(saying(posting("2", "UX Writer", "Lau"), LONG), "Hamburg"));
  }

  @Test
  void anotherTitleOfTheSameTextStaysAJobOfItsOwn() {
    assertNew(
        saying(posting("1", "UX Writer", "Lau"), LONG),
        saying(posting("2", "UX Designer", "Lau"), LONG));
  }

  @Test
  void anotherTextUnderTheSameTitleStaysAJobOfItsOwn() {
    assertNew(
        saying(posting("1", "UX Writer", "Lau"), LONG),
        saying(posting("2", "UX Writer", "Lau"), OTHER));
  }

  @Test
  void twoEmployersWithTheSameTitleAndNoTextStayTwoJobs() {
    assertNew(posting("1", "UX Writer", "Lau"), posting("2", "UX Writer", "Kern"));
  }

  @Test
  void withoutACompanyOnlyTheSameTitleAndNearlyTheSameTextAreTheSame() {
    Posting nameless = posting("1", "UX Writer", " ");
    assertNew(nameless, posting("2", "UX Writer", " "));
    long first = add(saying(posting("3", "Nurse", " "), LONG));
    assertThat(store(found("b", saying(posting("4", "Nurse", " "), LONG))))
        .containsExactly(new Stored.AlsoOn(first, "board"));
    assertThat(store(found("b", saying(posting("5", "Nurse", "Charité"), LONG))))
        .containsExactly(new Stored.AlsoOn(first, "board"));
    assertThat(job(first).posting().company()).contains("Charité");
    assertThat(store(found("b", saying(posting("6", "Nurse", " "), OTHER))).getFirst())
        .isInstanceOf(Stored.New.class);
  }

  @Test
  void aCutTextIsTheSameAsTheWholeOne() {
    long first = add(saying(posting("1", "UX Writer", "Lau"), LONG));
    assertThat(store(found("b", saying(posting("2", "UX Writer", "Lau"), LONG.substring(0, 300)))))
        .containsExactly(new Stored.AlsoOn(first, "board"));
  }

  @Test
  void withoutATextAnotherBoardsIsTheSameButOneBoardsTwoIdsAreTwoJobs() {
    long first = add(posting("1", "UX Writer", "Lau"));
    assertThat(store(found("b", posting("2", "UX Writer", "Lau"))))
        .containsExactly(new Stored.AlsoOn(first, "board"));
    assertThat(store(found("board", posting("3", "UX Writer", "Lau"))).getFirst())
        .isInstanceOf(Stored.New.class);
  }

  @Test
  void aSecondSightingTellsWhatTheFirstLacked() {
    long first = add(posting("1", "UX Writer", "Lau"));
    Optional<Salary> pay =
        Salary.of(Optional.of(BigDecimal.TEN), Optional.empty(), "EUR", PayPeriod.HOUR);
    store(found("b", saying(posting("2", "UX Writer", "Lau"), LONG).withSalary(pay)));
    assertThat(job(first).posting().description()).contains(LONG);
    assertThat(job(first).posting().salary()).isEqualTo(pay);
    assertThat(ids(JobFilter.all().withWords("w10007"))).containsExactly(first);
  }

  @Test
  void withinOneBatchDuplicatesAreFoundToo() {
    Posting one = saying(posting("1", "UX Writer", "Lau"), LONG);
    Posting same = saying(posting("2", "UX Writer", "Lau"), LONG);
    assertThat(store(found("a", one), found("b", same), found("a", one), found("b", same)))
        .containsExactly(
            new Stored.New(1),
            new Stored.AlsoOn(1, "a"),
            new Stored.SeenBefore(1),
            new Stored.SeenBefore(1));
    assertThat(page(JobFilter.all()).total()).isEqualTo(1);
  }

  @Test
  void moreThanABatchKeepsItsOrder() {
    List<Long> ids = addMany(450);
    assertThat(ids).hasSize(450).isSorted().doesNotHaveDuplicates();
    assertThat(page(JobFilter.all()).total()).isEqualTo(450);
    assertThat(counts().foundSince24h()).isEqualTo(450);
  }

  @Test
  void aHiddenPostingIsKeptWithItsRuleAndShownWhenItIsFoundWithoutOne() {
    Posting posting = posting("1", "Sales Lead", "Lau");
    long id = store(hidden("board", posting, "excluded-word", "sales")).getFirst().job();
    assertThat(ids(JobFilter.stage(Stage.PENDING))).isEmpty();
    assertThat(ids(JobFilter.hidden())).containsExactly(id);
    assertThat(ids(JobFilter.all().withHiddenBy("excluded-word"))).containsExactly(id);
    assertThat(ids(JobFilter.all().withHiddenBy("age"))).isEmpty();
    assertThat(job(id).hidden()).contains(new Hidden("excluded-word", "sales"));
    assertThat(counts().hidden()).isEqualTo(1);
    assertThat(counts().foundSince24h()).isZero();

    store(found("board", posting));
    assertThat(ids(JobFilter.stage(Stage.PENDING))).containsExactly(id);
    assertThat(counts().foundSince24h()).isEqualTo(1);
    assertThat(job(id).events())
        .extracting(JobEvent::text)
        .containsExactly(
            "Found and hidden by rule excluded-word: sales",
            "Shown although hidden by rule excluded-word: sales");
  }

  @Test
  void hiddenInOneProfileAndNotInTheNextOfTheSameBatchIsShown() {
    Posting posting = posting("1", "Sales Lead", "Lau");
    store(hidden("board", posting, "location", "Paris"), found("board", posting));
    assertThat(ids(JobFilter.stage(Stage.PENDING))).hasSize(1);
    assertThat(job(1).events()).extracting(JobEvent::text).containsExactly("Found");
  }

  @Test
  void nonsenseOfABoardIsStoredWithoutHarm() {
    Posting nonsense =
        Posting.of(
                "'; DROP TABLE jobs; --",
                "x".repeat(100_000),
                URI.create("https://jobs.example.com/nonsense"))
            .withCompany(Optional.of("c\0c"))
            .withDescription(Optional.of("<".repeat(500_000)))
            .withPosted(Optional.of(LocalDate.MAX))
            .withCloses(Optional.of(Instant.MAX))
            .withTags(List.of("a\"b", "\u0000", "😀".repeat(1_000)))
            .withSalary(
                Salary.of(
                    Optional.of(new BigDecimal("1E+999999999")),
                    Optional.empty(),
                    "EUR",
                    PayPeriod.YEAR));
    long id = add(nonsense);
    Job job = job(id);
    assertThat(job.posting().title()).hasSize(500);
    assertThat(job.posting().salary()).isEmpty();
    assertThat(job.posting().posted()).contains(LocalDate.MAX);
    assertThat(page(JobFilter.all().withOrder(JobFilter.Order.NEWEST)).rows()).hasSize(1);
    long later =
        add(posting("2", "Later", "Lau").withPosted(Optional.of(LocalDate.of(2026, 11, 20))));
    assertThat(ids(JobFilter.all().withOrder(JobFilter.Order.NEWEST))).containsExactly(later, id);
  }

  @Test
  void anEmployerWithOneTitleForAllDoesNotHoldABatchUp() {
    List<Found> all = new ArrayList<>();
    for (int at = 0; at < 400; at++) {
      all.add(found("a", saying(posting("n" + at, "Driver", "Fleet"), text(at, 60))));
    }
    assertThat(home.with(() -> jobs.store(all))).allMatch(Stored.New.class::isInstance);
  }

  @Test
  void pagesAreToldThatJobsChanged() {
    var told = new AtomicInteger();
    live.listen("test", topic -> told.addAndGet(topic.equals("jobs") ? 1 : 0));
    add(posting("1", "Writer", "Lau"));
    assertThat(told).hasValue(1);
  }

  @Test
  void tenantsSeeNothingOfEachOthersJobs() {
    add(posting("1", "Writer", "Lau"));
    var other = new Tenant("other", folder.resolve("other"));
    assertThat(other.calling(() -> jobs.page(JobFilter.all(), Optional.empty(), 10)).rows())
        .isEmpty();
    assertThat(other.calling(() -> jobs.findById(1))).isEmpty();
    assertThat(
            other.calling(() -> jobs.store(List.of(found("board", posting("1", "Writer", "Lau"))))))
        .containsExactly(new Stored.New(1));
    assertThat(other.calling(() -> jobs.undo())).isEmpty();
    assertThat(other.calling(() -> jobs.toScore("s", "h", 10))).hasSize(1);
    assertThat(counts().of(Stage.PENDING)).isEqualTo(1);
  }

  private void assertNew(Posting one, Posting other) {
    assertThat(store(found("a", one)).getFirst()).isInstanceOf(Stored.New.class);
    assertThat(store(found("b", other)).getFirst()).isInstanceOf(Stored.New.class);
  }
}
