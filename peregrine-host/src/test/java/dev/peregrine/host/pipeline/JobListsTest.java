package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.pipeline.JobFilter.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JobListsTest extends JobsFixture {

  @ParameterizedTest
  @EnumSource
  void pagesFollowEachOtherWithoutGapOrRepetition(Order order) {
    List<Long> ids = addMany(130);
    Map<Long, Score> scores = new HashMap<>();
    for (long id : ids) {
      if (id % 5 != 0) {
        scores.put(id, match(id % 7 * 10));
      }
    }
    save(scores);
    for (JobFilter filter :
        List.of(
            JobFilter.stage(Stage.PENDING), JobFilter.all(), JobFilter.all().withWords("title"))) {
      List<Long> seen = new ArrayList<>();
      Optional<String> after = Optional.empty();
      do {
        Optional<String> from = after;
        JobPage page = home.with(() -> jobs.page(filter.withOrder(order), from, 40));
        assertThat(page.total()).isEqualTo(130);
        page.rows().forEach(row -> seen.add(row.id()));
        after = page.next();
      } while (after.isPresent());
      assertThat(seen).hasSize(130).doesNotHaveDuplicates();
    }
  }

  @Test
  void theBestMatchComesFirstAndThoseWithoutAScoreLast() {
    List<Long> ids = addMany(4);
    save(
        Map.of(
            ids.get(0),
            match(10),
            ids.get(1),
            new Score.None("Only 3 words."),
            ids.get(2),
            match(90)));
    assertThat(ids(JobFilter.all()))
        .containsExactly(ids.get(2), ids.get(0), ids.get(3), ids.get(1));
    JobRow none = page(JobFilter.all()).rows().getLast();
    assertThat(none.unscorable()).isTrue();
    assertThat(none.score()).isEmpty();
    assertThat(page(JobFilter.all()).rows().getFirst().score()).contains(90.0);
  }

  @Test
  void aPositionThatNoPageGaveIsRefused() {
    assertThatThrownBy(() -> home.with(() -> jobs.page(JobFilter.all(), Optional.of("x'; --"), 10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Page position \"x'; --\"");
  }

  @Test
  void filtersNarrowTheListAndItsCount() {
    Posting plain = posting("1", "Writer", "Lau");
    long remote = add(posting("2", "Coder", "Kern").withRemote(Optional.of(RemoteMode.REMOTE)));
    long old =
        add(posting("3", "Nurse", "Charité").withPosted(Optional.of(LocalDate.of(2026, 9, 1))));
    long rich = add(posting("4", "Boss", "Corp").withSalary(pay(40, PayPeriod.HOUR)));
    long poor = add(posting("5", "Aide", "Corp").withSalary(pay(30_000, PayPeriod.YEAR)));
    long elsewhere = store(found("elsewhere", plain)).getFirst().job();
    save(Map.of(remote, match(50), old, match(70)));

    assertThat(ids(JobFilter.all().withRemote(Set.of(RemoteMode.REMOTE, RemoteMode.HYBRID))))
        .containsExactly(remote);
    assertThat(ids(JobFilter.all().withBoard("elsewhere"))).containsExactly(elsewhere);
    assertThat(ids(JobFilter.all().withMinScore(60))).containsExactly(old);
    assertThat(ids(JobFilter.all().withMaxAgeDays(30))).doesNotContain(old).hasSize(4);
    assertThat(ids(JobFilter.all().withMinAnnualPay(BigDecimal.valueOf(80_000))))
        .containsExactly(rich);
    assertThat(ids(JobFilter.all().withMinAnnualPay(BigDecimal.ONE))).containsExactly(poor, rich);
    assertThat(page(JobFilter.all().withMinScore(60)).total()).isEqualTo(1);
    assertThat(ids(JobFilter.all().withMinScore(40).withMinAnnualPay(BigDecimal.ONE))).isEmpty();
  }

  @Test
  void aBoardFilterFindsJobsThatTheBoardHasToo() {
    long id = add(posting("1", "Writer", "Lau"));
    store(found("second", posting("2", "Writer", "Lau")));
    assertThat(ids(JobFilter.all().withBoard("second"))).containsExactly(id);
    assertThat(ids(JobFilter.all().withBoard("third"))).isEmpty();
  }

  @Test
  void companiesAreSortedAsPeopleSortThemAndTheNamelessComeLast() {
    long nameless = add(posting("1", "A", " "));
    long oe = add(posting("2", "B", "Örsted"));
    long lower = add(posting("3", "C", "acme"));
    long pear = add(posting("4", "D", "Pear"));
    assertThat(ids(JobFilter.all().withOrder(Order.COMPANY)))
        .containsExactly(lower, oe, pear, nameless);
  }

  @Test
  void wordsAreFoundInTitleCompanyTextAndTags() {
    long one =
        add(
            saying(
                    posting("1", "C++ Developer", "Größe AG"),
                    "<p>We use <b>Kubernetes</b>, node.js.</p>")
                .withTags(List.of("fintech")));
    long two = add(saying(posting("2", "C# Developer", "Lau"), "Kubernetes in C."));
    assertThat(ids(words("kubernetes developer"))).containsExactly(two, one);
    assertThat(ids(words("c++"))).containsExactly(one);
    assertThat(ids(words("C#"))).containsExactly(two);
    assertThat(ids(words("GRÖßE"))).containsExactly(one);
    assertThat(ids(words("fintech node.js"))).containsExactly(one);
    assertThat(ids(words("\"use kubernetes\""))).containsExactly(one);
    assertThat(ids(words("kubernetes -node.js"))).containsExactly(two);
    assertThat(ids(words("!!!"))).isEmpty();
    assertThat(ids(words("absent"))).isEmpty();
  }

  @Test
  void wordsAreFoundWithinAStageAndAFilterHoweverFewPassThem() {
    List<Long> ids = addMany(60);
    move(Stage.APPROVED, ids.get(0), ids.get(1));
    assertThat(ids(words("title").withStage(Optional.of(Stage.APPROVED))))
        .containsExactly(ids.get(1), ids.get(0));
    assertThat(ids(words("title").withStage(Optional.of(Stage.APPROVED)).withBoard("board")))
        .hasSize(2);
    assertThat(ids(words("title").withBoard("nowhere"))).isEmpty();
    assertThat(page(words("title").withStage(Optional.of(Stage.PENDING))).total()).isEqualTo(58);
  }

  @Test
  void aJobWhoseTextChangedIsFoundByItsNewWordsOnly() {
    long id = add(saying(posting("1", "Importing", "Lau"), "placeholder"));
    Job updated =
        home.with(
            () -> jobs.update(id, saying(posting("9", "UX Writer", "Bankhaus"), "<p>Real text")));
    assertThat(updated.posting().title()).isEqualTo("UX Writer");
    assertThat(updated.posting().nativeId()).isEqualTo("1");
    assertThat(updated.descriptionText()).isEqualTo("Real text");
    assertThat(ids(words("writer real"))).containsExactly(id);
    assertThat(ids(words("placeholder"))).isEmpty();
    assertThatThrownBy(() -> home.with(() -> jobs.update(99, posting("9", "x", "y"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Job \"99\"");
  }

  @Test
  void scoresComeBackWithTheirReasonsAndGaps() {
    long id = add(posting("1", "Writer", "Lau"));
    var score =
        new Score.Match(48.04, List.of(new Reason("Figma", 30.5, "text")), List.of("SQL", "C++"));
    save(Map.of(id, score));
    assertThat(job(id).scored())
        .contains(new Scored("keywords:1", score, home.now(), OptionalLong.empty()));
    save(Map.of(id, new Score.None("Only 3 words.")));
    assertThat(job(id).scored().orElseThrow().score()).isEqualTo(new Score.None("Only 3 words."));
    save(Map.of(99L, score));
  }

  @Test
  void whatHasNoScoreOrAnotherIsToBeScoredAndWhatIsDecidedIsNot() {
    List<Long> ids = addMany(5);
    store(hidden("board", posting("h", "Hidden", "Lau"), "age", "90"));
    move(Stage.REJECTED, ids.get(4));
    assertThat(toScore("1")).containsExactly(ids.get(3), ids.get(2), ids.get(1), ids.get(0));
    save(Map.of(ids.get(0), match(1), ids.get(3), match(2)));
    assertThat(toScore("1")).containsExactly(ids.get(2), ids.get(1));
    assertThat(toScore("another résumé"))
        .containsExactly(ids.get(2), ids.get(1), ids.get(3), ids.get(0));
    home.run(() -> jobs.update(ids.get(3), posting("n", "New title", "Lau")));
    assertThat(toScore("1")).containsExactly(ids.get(3), ids.get(2), ids.get(1));
    assertThat(home.with(() -> jobs.toScore("keywords:1", "1", 2))).hasSize(2);
  }

  @Test
  void aScoreMadeWhileTheTextChangedIsMadeAgain() {
    long id = add(posting("1", "Importing", "Lau"));
    assertThat(toScore("1")).containsExactly(id);
    home.run(() -> jobs.update(id, saying(posting("1", "UX Writer", "Lau"), "The text")));
    save(Map.of(id, new Score.None("Only 1 word.")));
    assertThat(toScore("1")).containsExactly(id);
    save(Map.of(id, match(70)));
    assertThat(toScore("1")).isEmpty();
  }

  @Test
  void whatIsToBeScoredCarriesItsPlainText() {
    add(saying(posting("1", "Writer", "Lau"), "<p>Write &amp; test</p>"));
    assertThat(home.with(() -> jobs.toScore("s", "h", 1)).getFirst().posting().description())
        .contains("Write & test");
  }

  @Test
  void onlyTheLastDaysFindsCountAsNew() {
    add(posting("1", "Writer", "Lau"));
    home.pass(Duration.ofHours(30));
    add(posting("2", "Coder", "Kern"));
    assertThat(counts().foundSince24h()).isEqualTo(1);
    assertThat(counts().of(Stage.PENDING)).isEqualTo(2);
  }

  private static JobFilter words(String text) {
    return JobFilter.all().withWords(text);
  }

  private static Score match(double value) {
    return new Score.Match(value, List.of(), List.of());
  }

  private static Optional<Salary> pay(long amount, PayPeriod period) {
    return Salary.of(Optional.of(BigDecimal.valueOf(amount)), Optional.empty(), "EUR", period);
  }

  private void save(Map<Long, Score> scores) {
    home.run(() -> jobs.saveScores("keywords:1", "1", scores));
  }

  private List<Long> toScore(String candidate) {
    return home.with(() -> jobs.toScore("keywords:1", candidate, 100)).stream()
        .map(JobToScore::id)
        .toList();
  }
}
