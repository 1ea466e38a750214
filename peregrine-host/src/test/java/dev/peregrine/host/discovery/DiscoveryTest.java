package dev.peregrine.host.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {

  private static final String TWO_COOKS =
      """
      [{"id": 1, "title": "Cook", "company": "Ofen", "place": "Berlin"},
       {"id": 2, "title": "Pastry Cook", "company": "Herd", "place": "Paris, France"},
       {"id": 3, "title": "Driver", "company": "Rad", "place": "Berlin"}]
      """;

  @TempDir Path root;
  private SearchHome home;

  @AfterEach
  void close() {
    if (home != null) {
      home.close();
    }
  }

  @Test
  void whatFitsIsKeptAndTheRestIsHiddenWithItsReason() {
    start(new BoardJar().feed("one"));
    try (LocalServer server = LocalServer.saying(200, "application/json", TWO_COOKS)) {
      home.point("one", server.at(""));
      RunView run = home.run();
      assertThat(run.finished()).isPresent();
      BoardOutcome outcome = run.boards().getFirst();
      assertThat(outcome)
          .isEqualTo(
              new BoardOutcome(
                  "one",
                  "Board one",
                  OutcomeState.DONE,
                  3,
                  1,
                  2,
                  "1 outside Berlin, 1 with another title",
                  java.util.OptionalInt.empty(),
                  java.util.OptionalInt.empty(),
                  Map.of("location", 1, "title", 1)));
    }
    assertThat(home.shown()).extracting(JobRow::title).containsExactly("Cook");
    assertThat(home.hidden())
        .extracting(row -> row.hidden().orElseThrow())
        .containsExactlyInAnyOrder(
            new Hidden("location", "It is in Paris, France."),
            new Hidden("title", "Its title is none of those you look for."));
  }

  @Test
  void whatIsToldGoesByTheSameRulesAndAsksNobody() throws Exception {
    start(new BoardJar().feed("one"));
    Posting cook =
        Posting.of("1", "Cook", java.net.URI.create("https://jobs.example/1"))
            .withCompany(Optional.of("Ofen"));
    Posting driver = Posting.of("2", "Driver", java.net.URI.create("https://jobs.example/2"));
    Map<String, List<Posting>> shown = Map.of("one", List.of(cook, driver));
    Map<String, Long> jobs = home.in(() -> home.discovery.retell(shown));
    assertThat(jobs).containsOnlyKeys("1", "2");
    assertThat(home.shown()).extracting(JobRow::id).containsExactly(jobs.get("1"));
    RunView run = home.in(() -> home.discovery.latest()).orElseThrow();
    assertThat(run.finished()).isPresent();
    assertThat(run.boards().getFirst().sentence()).isEqualTo("1 with another title");
    assertThat(home.in(() -> home.discovery.retell(shown))).isEqualTo(jobs);
    RunView again = home.in(() -> home.discovery.latest()).orElseThrow();
    assertThat(again.boards().getFirst().sentence()).isEqualTo("2 seen before");
    assertThat(home.http.ledger().of(home.tenant.id())).isEmpty();
  }

  @Test
  void noMoreBoardsAreReadAtOnceThanOneMayHaveAndTheOthersHaveTheirTurn() {
    var boards = new BoardJar();
    List<String> names = List.of("one", "two", "three", "four", "five");
    names.forEach(boards::feed);
    start(boards);
    home.discovery.readAtOnce(2);
    var here = new AtomicInteger();
    var most = new AtomicInteger();
    var asked = new AtomicInteger();
    var go = new Semaphore(0);
    try (LocalServer server =
        LocalServer.answering(
            exchange -> {
              most.accumulateAndGet(here.incrementAndGet(), Math::max);
              asked.incrementAndGet();
              go.acquireUninterruptibly();
              here.decrementAndGet();
              LocalServer.reply(exchange, 200, "application/json", "[]");
            })) {
      names.forEach(name -> home.point(name, server.at("")));
      Submitted submitted = home.in(() -> home.discovery.start(List.of(), List.of()));
      for (int first = 2; first <= names.size(); first++) {
        int expected = first;
        SearchHome.eventually(() -> asked.get() >= expected);
        go.release();
      }
      go.release();
      home.ended(submitted.id());
    }
    assertThat(asked).hasValue(names.size());
    assertThat(most).hasValue(2);
  }

  @Test
  void theSecondRunHasSeenThemBefore() {
    start(new BoardJar().feed("one"));
    try (LocalServer server = LocalServer.saying(200, "application/json", TWO_COOKS)) {
      home.point("one", server.at(""));
      home.run();
      BoardOutcome again = home.run().boards().getFirst();
      assertThat(again.kept()).isZero();
      assertThat(again.sentence()).isEqualTo("3 seen before");
    }
  }

  @Test
  void theSamePostingTwiceIsOneJob() {
    start(new BoardJar().feed("one"));
    String twice = "[{\"id\": 1, \"title\": \"Cook\"}, {\"id\": 1, \"title\": \"Cook\"}]";
    try (LocalServer server = LocalServer.saying(200, "application/json", twice)) {
      home.point("one", server.at(""));
      assertThat(home.run().boards().getFirst().sentence()).isEqualTo("1 listed twice");
    }
    assertThat(home.shown()).hasSize(1);
  }

  @Test
  void theSameJobOnAnotherBoardIsASightingOfTheFirst() {
    start(new BoardJar().feed("one").feed("two"));
    String here =
        "[{\"id\": 1, \"title\": \"Cook\", \"company\": \"Ofen\", \"place\": \"Berlin\"}]";
    String there = here.replace("1", "9");
    try (LocalServer first = LocalServer.saying(200, "application/json", here);
        LocalServer second = LocalServer.saying(200, "application/json", there)) {
      home.point("one", first.at(""));
      home.point("two", second.at(""));
      home.run("one");
      assertThat(home.run("two").boards().getFirst().sentence())
          .isEqualTo("1 already here from Board one");
    }
    assertThat(home.shown()).singleElement().matches(row -> row.boards() == 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          html   | BLOCKED | answered with a web page where data was expected                | That says nothing about the jobs there. It rests until tomorrow 09:00.
          403    | BLOCKED | refused the call (status 403)                                   | That says nothing about the jobs there. It rests until tomorrow 09:00.
          429    | RESTING | was called too often (status 429) and asks to wait 120 s        | It is asked again after 12:02.
          500    | FAILED  | has a problem of its own (status 500)                           | It is asked again after 12:15.
          object | BROKEN  | There is no list of postings any more.                          | It is asked again after 12:15.
          huge   | BROKEN  | answered with more than 20 MiB                                  | It is asked again after 12:15.
          """)
  void aBadAnswerIsThatBoardsLineAndNothingElse(
      String kind, OutcomeState state, String what, String then) {
    start(new BoardJar().feed("bad").feed("good"));
    try (LocalServer bad = LocalServer.answering(exchange -> answer(exchange, kind));
        LocalServer good = LocalServer.saying(200, "application/json", TWO_COOKS)) {
      home.point("bad", bad.at(""));
      home.point("good", good.at(""));
      List<BoardOutcome> boards = home.run().boards();
      assertThat(boards.getFirst().state()).isEqualTo(state);
      assertThat(boards.getFirst().sentence()).contains(what).endsWith(then);
      assertThat(boards.getLast().state()).isEqualTo(OutcomeState.DONE);
      assertThat(boards.getLast().kept()).isEqualTo(1);
    }
  }

  private static void answer(com.sun.net.httpserver.HttpExchange exchange, String kind)
      throws java.io.IOException {
    switch (kind) {
      case "html" ->
          LocalServer.reply(exchange, 200, "text/html", "<!doctype html><title>Robot?</title>");
      case "429" -> {
        exchange.getResponseHeaders().set("Retry-After", "120");
        LocalServer.reply(exchange, 429, "text/plain", "slow down");
      }
      case "object" -> LocalServer.reply(exchange, 200, "application/json", "{\"error\": 1}");
      case "huge" -> {
        byte[] body = new byte[50 << 20];
        java.util.Arrays.fill(body, (byte) ' ');
        LocalServer.reply(exchange, 200, "application/json", body);
      }
      default -> LocalServer.reply(exchange, Integer.parseInt(kind), "text/plain", "no");
    }
  }

  @Test
  void brokenCharactersCostNoPosting() {
    start(new BoardJar().feed("one"));
    byte[] body =
        "[{\"id\": 1, \"title\": \"Cook in K\u00f6ln\"}, {\"id\": 2, \"title\": \"Cook\"}]"
            .getBytes(StandardCharsets.ISO_8859_1);
    try (LocalServer server =
        LocalServer.answering(
            exchange -> LocalServer.reply(exchange, 200, "application/json", body))) {
      home.point("one", server.at(""));
      assertThat(home.run().boards().getFirst().kept()).isEqualTo(2);
    }
  }

  @Test
  void aSilentBoardIsGivenUpAtItsDeadline() {
    start(
        new BoardJar()
            .board(
                "mute",
                "BoardDescriptor.feed(about).withDeadline(Duration.ofSeconds(1))",
                cook("1") + "Thread.sleep(60_000);"));
    BoardOutcome outcome = home.run().boards().getFirst();
    assertThat(outcome.state()).isEqualTo(OutcomeState.FAILED);
    assertThat(outcome.sentence())
        .isEqualTo(
            "\"Board mute\" was not done after 1 s and was stopped. It is asked again after 12:15."
                + " The posting it had shown is kept.");
    assertThat(home.shown()).hasSize(1);
  }

  @Test
  void aMillionPostingsEndAtTheLimitEvenIfTheBoardGoesOn() {
    start(
        new BoardJar()
            .board(
                "flood",
                "BoardDescriptor.feed(about, BoardFilter.TITLE, BoardFilter.LOCATION)",
                """
                for (int id = 0; id < 1_000_000; id++) {
                  try {
                    found.accept(Posting.of("f" + id, "Cook " + id, URI.create("https://jobs.example.com/f" + id)));
                  } catch (RuntimeException ignored) {
                    if (Thread.interrupted()) {
                      throw new InterruptedException();
                    }
                  }
                }
                """));
    home.save(profile().withLimitPerBoard(300));
    BoardOutcome outcome = home.run().boards().getFirst();
    assertThat(outcome.state()).isEqualTo(OutcomeState.DONE);
    assertThat(outcome.found()).isEqualTo(300);
    assertThat(outcome.sentence())
        .isEqualTo("It has more; the search profile sets how many are taken from a board.");
    assertThat(home.shown()).hasSize(300);
  }

  @Test
  void aFaultOfThePluginNamesItAndKeepsWhatCameBefore() {
    start(
        new BoardJar()
            .board(
                "buggy",
                "BoardDescriptor.feed(about)",
                cook("1") + "throw new IllegalStateException(\"oops\");"));
    BoardOutcome outcome = home.run().boards().getFirst();
    assertThat(outcome.state()).isEqualTo(OutcomeState.FAILED);
    assertThat(outcome.sentence()).contains("sample").endsWith("The posting it had shown is kept.");
    assertThat(home.shown()).hasSize(1);
  }

  @Test
  void employersThatCouldNotBeReadAreNamed() {
    start(
        new BoardJar()
            .board(
                "ats",
                "BoardDescriptor.employers(about, List.of(Employer.of(\"acme\"), Employer.of(\"gone\")))",
                """
                for (Employer employer : query.employers()) {
                  if (employer.slug().equals("gone")) {
                    context.skipped("Employer \\"gone\\"", new ExtensionException(
                        ExtensionException.Kind.UNAVAILABLE, "There is none."));
                  } else {
                    found.accept(Posting.of(employer.slug(), "Cook", URI.create("https://jobs.example.com/" + employer.slug())));
                  }
                }
                """));
    assertThat(home.run().boards().getFirst().sentence())
        .isEqualTo("Could not be read: Employer \"gone\".");
    home.save(profile().withEmployers(Map.of("ats", List.of("herd"))));
    home.run();
    assertThat(home.shown()).hasSize(2);
  }

  @Test
  void aBlockedBoardRestsUntilTheNextMorningOrUntilItIsNamed() {
    start(new BoardJar().feed("one"));
    try (LocalServer server = LocalServer.saying(403, "text/plain", "no")) {
      home.point("one", server.at(""));
      home.run();
      assertThat(home.run().boards().getFirst().state()).isEqualTo(OutcomeState.BLOCKED);
      assertThat(server.calls()).hasSize(1);
      home.run("one");
      assertThat(server.calls()).hasSize(2);
      home.clock.pass(Duration.ofHours(20));
      assertThat(home.run().boards().getFirst().sentence()).endsWith("It rests until 09:00.");
      assertThat(server.calls()).hasSize(2);
      home.clock.pass(Duration.ofHours(2));
      home.run();
      assertThat(server.calls()).hasSize(3);
    }
  }

  @Test
  void aBoardThatAsksToWaitIsNotAskedEvenByName() {
    start(new BoardJar().feed("one"));
    try (LocalServer server = LocalServer.answering(exchange -> answer(exchange, "429"))) {
      home.point("one", server.at(""));
      home.run();
      int calls = server.calls().size();
      assertThat(home.run("one").boards().getFirst().state()).isEqualTo(OutcomeState.RESTING);
      assertThat(server.calls()).hasSize(calls);
      home.clock.pass(Duration.ofSeconds(121));
      home.run();
      assertThat(server.calls().size()).isGreaterThan(calls);
    }
  }

  @Test
  void badSettingsRestUntilTheyChange() {
    start(
        new BoardJar()
            .board(
                "keyed",
                "BoardDescriptor.feed(about)",
                """
                if (base(context).getPort() == 9) {
                  throw new ExtensionException(ExtensionException.Kind.BAD_SETTINGS, "The key is refused.");
                }
                """
                    + cook("1")));
    assertThat(home.run().boards().getFirst())
        .matches(outcome -> outcome.state() == OutcomeState.NEEDS_SETTINGS)
        .matches(
            outcome ->
                outcome
                    .sentence()
                    .equals("The key is refused. It rests until its settings change."));
    assertThat(home.run().boards().getFirst().state()).isEqualTo(OutcomeState.NEEDS_SETTINGS);
    home.point("keyed", java.net.URI.create("http://127.0.0.1:10"));
    assertThat(home.run().boards().getFirst().kept()).isEqualTo(1);
  }

  @Test
  void aBoardThatChangedIsAskedAtOnceWhenItsPluginIsReplaced() {
    String changed =
        "throw new ExtensionException(ExtensionException.Kind.CHANGED_REMOTE, \"Another shape.\");";
    start(new BoardJar().board("one", "BoardDescriptor.feed(about)", changed));
    assertThat(home.run().boards().getFirst().state()).isEqualTo(OutcomeState.BROKEN);
    home.close();
    new BoardJar()
        .version("1.1")
        .board("one", "BoardDescriptor.feed(about)", cook("1"))
        .into(root.resolve("shipped"));
    home = new SearchHome(root);
    assertThat(home.run().boards().getFirst().kept()).isEqualTo(1);
  }

  @Test
  void aBoardThatWantsRestShowsItsLastOutcomeMeanwhile() {
    start(
        new BoardJar()
            .board(
                "slow", "BoardDescriptor.feed(about).withRest(Duration.ofMinutes(30))", cook("1")));
    home.run();
    home.clock.pass(Duration.ofMinutes(10));
    BoardOutcome outcome = home.run("slow").boards().getFirst();
    assertThat(outcome.state()).isEqualTo(OutcomeState.RESTING);
    assertThat(outcome.sentence())
        .isEqualTo(
            "It asks for 30 minutes between two searches and was read 10 minutes ago. Then it said: 1 found, 1 new.");
    home.clock.pass(Duration.ofMinutes(20));
    assertThat(home.run().boards().getFirst().state()).isEqualTo(OutcomeState.DONE);
  }

  @Test
  void cancellingStopsAtOnceAndKeepsWhatWasFound() {
    start(
        new BoardJar()
            .board("long", "BoardDescriptor.feed(about)", cook("1") + "Thread.sleep(50_000);"));
    Submitted submitted = home.in(() -> home.discovery.start(List.of(), List.of()));
    SearchHome.eventually(() -> !home.shown().isEmpty());
    long begun = System.nanoTime();
    home.in(() -> home.tasks.cancel(submitted.id()));
    assertThat(home.ended(submitted.id()).state()).isEqualTo(TaskState.CANCELLED);
    SearchHome.eventually(
        () -> home.in(() -> home.discovery.latest()).orElseThrow().finished().isPresent());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    BoardOutcome outcome = home.in(() -> home.discovery.latest()).orElseThrow().boards().getFirst();
    assertThat(outcome.state()).isEqualTo(OutcomeState.STOPPED);
    assertThat(outcome.sentence())
        .isEqualTo("Stopped before its end. The posting it had shown is kept.");
    assertThat(home.shown()).hasSize(1);
  }

  @Test
  void aRunThatTheProgramsEndCutOffIsShownAsStopped() {
    start(
        new BoardJar()
            .board("long", "BoardDescriptor.feed(about)", cook("1") + "Thread.sleep(50_000);"));
    Submitted submitted = home.in(() -> home.discovery.start(List.of(), List.of()));
    SearchHome.eventually(() -> keptInFile(submitted.id()) == 1);
    // Another one that knows only the files sees what the next start would see.
    RunView left = home.in(() -> home.afterNewStart().byTask(submitted.id())).orElseThrow();
    assertThat(left.finished()).isPresent();
    assertThat(left.boards().getFirst().state()).isEqualTo(OutcomeState.STOPPED);
    assertThat(left.boards().getFirst().kept()).isEqualTo(1);
    assertThat(left.boards().getFirst().sentence())
        .isEqualTo(
            "Peregrine ended before this board was read to its end. What it had shown is kept.");
    home.in(() -> home.tasks.cancel(submitted.id()));
    home.ended(submitted.id());
  }

  /** What the run's board has kept as the database file says, whatever memory knows. */
  private int keptInFile(long task) {
    return home.in(
        () ->
            home.discovery
                .byTask(task)
                .map(
                    run ->
                        home
                            .databases
                            .current()
                            .read(m -> m.of(DiscoveryMapper.class).boards(run.id()))
                            .stream()
                            .mapToInt(DiscoveryMapper.BoardRow::kept)
                            .sum())
                .orElse(0));
  }

  @Test
  void oneTenantSeesNothingOfAnothersRun() {
    start(
        new BoardJar()
            .board("long", "BoardDescriptor.feed(about)", cook("1") + "Thread.sleep(50_000);"));
    Submitted submitted = home.in(() -> home.discovery.start(List.of(), List.of()));
    SearchHome.eventually(() -> !home.shown().isEmpty());
    var other = new Tenant("other", root.resolve("other"));
    assertThat(other.calling(() -> home.discovery.latest())).isEmpty();
    assertThat(other.calling(() -> home.discovery.byTask(submitted.id()))).isEmpty();
    assertThat(home.in(() -> home.discovery.latest()).orElseThrow().finished()).isEmpty();
    home.in(() -> home.tasks.cancel(submitted.id()));
    home.ended(submitted.id());
  }

  @Test
  void whenNothingCanBeStoredTheBoardsAreStopped() throws Exception {
    start(new BoardJar().feed("one"));
    home.databases.close();
    var shelf = new Shelf(home.jobs, 1, () -> {});
    Thread storing = Thread.ofVirtual().start(() -> home.tenant.run(shelf::storeAll));
    var line = new BoardLine("one", "Board one");
    assertThatThrownBy(
            () -> {
              while (true) {
                shelf.put(
                    Posting.of("1", "Cook", java.net.URI.create("https://jobs.example.com/1")),
                    "one",
                    line,
                    Optional.empty());
              }
            })
        .isInstanceOf(InterruptedException.class);
    storing.join();
    assertThat(shelf.failure().orElseThrow()).isInstanceOf(StorageException.class);
  }

  @Test
  void severalProfilesAskAFeedOnce() {
    start(new BoardJar().feed("one"));
    home.save(SearchProfile.of("Drivers", List.of("Driver"), List.of("Berlin")));
    try (LocalServer server = LocalServer.saying(200, "application/json", TWO_COOKS)) {
      home.point("one", server.at(""));
      home.run();
      assertThat(server.calls()).hasSize(1);
    }
    assertThat(home.shown()).extracting(JobRow::title).containsExactlyInAnyOrder("Cook", "Driver");
  }

  @Test
  void aBoardWithoutAPluginHasALineOfItsOwn() {
    start(new BoardJar().board("one", "BoardDescriptor.feed(about)", cook("1")));
    home.save(profile().withBoards(List.of("one", "monster")));
    assertThat(home.run().boards())
        .filteredOn(outcome -> outcome.board().equals("monster"))
        .extracting(BoardOutcome::sentence)
        .containsExactly(
            "There is no board \"monster\" here. Install or switch on its plugin, or take it out of the search profile.");
    assertThat(home.shown()).hasSize(1);
  }

  @Test
  void aBrokenProfileFailsTheTaskWithItsLine() throws Exception {
    start(new BoardJar().feed("one"));
    Files.writeString(root.resolve("config/search_profiles.yaml"), "profiles:\n  - name: 'x\n");
    Submitted submitted = home.in(() -> home.discovery.start(List.of(), List.of()));
    assertThat(home.ended(submitted.id()).error())
        .startsWith("config/search_profiles.yaml, line 3: ");
  }

  @Test
  void aTryFiltersAndStoresNothing() throws Exception {
    start(new BoardJar().feed("one"));
    try (LocalServer server = LocalServer.saying(200, "application/json", TWO_COOKS)) {
      BoardTry tried =
          home.in(
              () ->
                  home.discovery.tryBoard(
                      "one",
                      BoardQuery.all(1).withTitles(List.of("Cook")),
                      Map.of("base-url", server.at("").toString())));
      assertThat(tried.postings()).extracting(Posting::title).containsExactly("Cook");
      assertThat(tried.outcome().kept()).isEqualTo(1);
    }
    assertThat(home.shown()).isEmpty();
    assertThatThrownBy(
            () ->
                home.tenant.call(
                    () -> home.discovery.tryBoard("none", BoardQuery.all(1), Map.of())))
        .isInstanceOf(ExtensionException.class)
        .hasMessage("There is no board \"none\", expected one of: one.");
  }

  @Test
  void aTryTakesEmployersByTheNameCompany() throws Exception {
    start(
        new BoardJar()
            .board(
                "ats",
                "BoardDescriptor.employers(about, List.of())",
                "for (Employer employer : query.employers()) { found.accept(Posting.of(employer.slug(),"
                    + " employer.slug(), URI.create(\"https://jobs.example.com/1\"))); }"));
    assertThat(
            home.in(
                    () ->
                        home.discovery.tryBoard(
                            "ats", BoardQuery.all(9), Map.of("company", "acme, herd")))
                .postings())
        .extracting(Posting::title)
        .containsExactly("acme", "herd");
    assertThat(home.in(() -> home.discovery.tryBoard("ats", BoardQuery.all(9), Map.of())).outcome())
        .matches(outcome -> outcome.state() == OutcomeState.NEEDS_SETTINGS);
  }

  /** Starts with these boards and a profile for cooks in Berlin. */
  private void start(BoardJar boards) {
    boards.into(root.resolve("shipped"));
    home = new SearchHome(root);
    home.save(profile());
  }

  private static SearchProfile profile() {
    return SearchProfile.of("Cooks", List.of("Cook"), List.of("Berlin"))
        .withRemote(Set.of(RemoteMode.ON_SITE, RemoteMode.HYBRID, RemoteMode.REMOTE));
  }

  private static String cook(String id) {
    return "found.accept(Posting.of(\"%s\", \"Cook\", URI.create(\"https://jobs.example.com/%s\")));\n"
        .formatted(id, id);
  }
}
