package dev.peregrine.host.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.http.LocalServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How boards are said to be, how long they rest, and that they come back by themselves. */
@Timeout(120)
class SourcesTest {

  @TempDir private Path root;
  private SearchHome home;
  private volatile String answer = "[]";
  private volatile int status = 200;

  @AfterEach
  void close() {
    home.close();
  }

  private void start(BoardJar boards) {
    boards.into(root.resolve("shipped"));
    home = new SearchHome(root);
    home.save(SearchProfile.of("all", List.of(), List.of()));
  }

  private LocalServer feed() {
    start(new BoardJar().feed("one"));
    LocalServer server =
        LocalServer.answering(
            exchange -> LocalServer.reply(exchange, status, "application/json", answer));
    home.point("one", server.at(""));
    return server;
  }

  /** Rows with numbers from one to another, with a company and a text. */
  private static String rows(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                "{\"id\": \"%d\", \"title\": \"Cook %d\", \"company\": \"Inn %d\", \"text\": \"Soup %d.\"}"
                    .formatted(i, i, i, i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private SourceHealth source(String board) {
    return home.in(() -> home.discovery.sources().all()).stream()
        .filter(each -> each.board().equals(board))
        .findFirst()
        .orElseThrow();
  }

  private SourceState state() {
    return source("one").state();
  }

  @Test
  void aBoardIsNewThenFineThenQuiet() {
    try (LocalServer server = feed()) {
      assertThat(state()).isEqualTo(SourceState.NEW);
      answer = rows(0, 3);
      home.run();
      assertThat(state()).isEqualTo(SourceState.FINE);
      home.clock.pass(Duration.ofDays(2));
      home.run();
      assertThat(state()).isEqualTo(SourceState.FINE);
      home.clock.pass(Duration.ofDays(2));
      home.run();
      assertThat(state()).isEqualTo(SourceState.QUIET);
      answer = rows(0, 4);
      home.run();
      assertThat(state()).isEqualTo(SourceState.FINE);
      assertThat(server.calls()).hasSize(4);
    }
  }

  @Test
  void itsReadingsAreKeptWithWhatThePostingsSay() {
    try (LocalServer server = feed()) {
      answer = rows(0, 4).replace("\"company\": \"Inn 1\"", "\"nobody\": 1");
      home.run();
      BoardRead read = source("one").lastWell().orElseThrow();
      assertThat(read.found()).isEqualTo(4);
      assertThat(read.kept()).isEqualTo(4);
      assertThat(read.percent(PostingField.COMPANY)).isEqualTo(75);
      assertThat(read.percent(PostingField.DESCRIPTION)).isEqualTo(100);
      assertThat(read.percent(PostingField.SALARY)).isZero();
      assertThat(server.calls()).hasSize(1);
    }
  }

  @Test
  void aFailingBoardIsAskedAtGrowingIntervalsAndRecoversByItself() {
    try (LocalServer server = feed()) {
      answer = "{\"error\": 1}";
      home.run();
      SourceHealth broken = source("one");
      assertThat(broken.state()).isEqualTo(SourceState.CHANGED);
      assertThat(broken.isTrouble()).isTrue();
      assertThat(pause()).isEqualTo(Duration.ofMinutes(15));
      for (Duration next :
          List.of(
              Duration.ofHours(1),
              Duration.ofHours(4),
              Duration.ofHours(23),
              Duration.ofHours(23))) {
        int calls = server.calls().size();
        home.run();
        assertThat(server.calls()).hasSize(calls);
        home.clock.pass(pause());
        home.run();
        assertThat(server.calls()).hasSize(calls + 1);
        assertThat(pause()).isEqualTo(next);
      }
      answer = rows(0, 3);
      home.clock.pass(Duration.ofHours(23));
      home.run();
      assertThat(state()).isEqualTo(SourceState.FINE);
      status = 503;
      home.run();
      assertThat(state()).isEqualTo(SourceState.AWAY);
      assertThat(pause()).isEqualTo(Duration.ofMinutes(15));
    }
  }

  private Duration pause() {
    return Duration.between(home.clock.instant(), source("one").until().orElseThrow());
  }

  @Test
  void tryingNowAsksAtOnceAndMakesNoPauseLonger() {
    try (LocalServer server = feed()) {
      answer = "{}";
      home.run();
      home.run("one");
      home.run("one");
      assertThat(server.calls()).hasSize(3);
      assertThat(pause()).isEqualTo(Duration.ofMinutes(15));
      answer = rows(0, 1);
      home.run("one");
      assertThat(state()).isEqualTo(SourceState.FINE);
    }
  }

  @Test
  void onlyAWaitThatTheOperatorAskedForHoldsAgainstTryingNow() {
    start(new BoardJar().feed("asked").feed("silent"));
    try (LocalServer asking =
            LocalServer.answering(
                exchange -> {
                  exchange.getResponseHeaders().set("Retry-After", "600");
                  LocalServer.reply(exchange, 429, "text/plain", "slow down");
                });
        LocalServer silent = LocalServer.saying(429, "text/plain", "slow down")) {
      home.point("asked", asking.at(""));
      home.point("silent", silent.at(""));
      home.run();
      int calls = silent.calls().size();
      assertThat(source("asked").isAsked()).isTrue();
      assertThat(source("asked").until())
          .contains(home.clock.instant().plus(Duration.ofMinutes(10)));
      assertThat(source("silent").isAsked()).isFalse();
      assertThat(source("silent").state()).isEqualTo(SourceState.RESTING);
      home.run("asked", "silent");
      assertThat(asking.calls()).hasSize(1);
      assertThat(silent.calls().size()).isGreaterThan(calls);
    }
  }

  @Test
  void aServerThatIsNotFoundIsRatherAComputerThatIsOffline() {
    start(new BoardJar().feed("one"));
    home.point("one", java.net.URI.create("http://jobs.invalid/"));
    home.run();
    home.run();
    assertThat(source("one").state()).isEqualTo(SourceState.AWAY);
    assertThat(source("one").until()).isEmpty();
  }

  @Test
  void aYieldThatCollapsesAndFieldsThatThinOutAreChangesUntilTheyAreMended() {
    try (LocalServer server = feed()) {
      for (int run = 0; run < 4; run++) {
        answer = rows(run * 5, run * 5 + 40);
        home.run();
        home.clock.pass(Duration.ofHours(8));
      }
      assertThat(state()).isEqualTo(SourceState.FINE);
      answer = rows(20, 60).replace("\"company\"", "\"employer\"");
      assertThat(home.run().boards().getFirst().sentence())
          .contains("company in 0 % (usually 100 %). The board may have changed.");
      assertThat(state()).isEqualTo(SourceState.CHANGED);
      assertThat(home.in(() -> home.discovery.sources().changed())).isEqualTo(1);
      answer = "[]";
      home.run();
      assertThat(source("one").sentence()).startsWith("It showed no posting for the same search");
      assertThat(source("one").isDrift()).isTrue();
      answer = rows(20, 60);
      home.run();
      assertThat(state()).isEqualTo(SourceState.FINE);
      assertThat(server.calls()).hasSize(7);
    }
  }

  @Test
  void whatThePersonTakesAsRightIsNoChangeAnyMore() {
    try (LocalServer server = feed()) {
      answer = rows(0, 40);
      home.run();
      home.run();
      home.run();
      answer = "[]";
      home.run();
      assertThat(state()).isEqualTo(SourceState.CHANGED);
      assertThat(home.in(() -> home.discovery.sources().accept("one"))).isTrue();
      assertThat(home.in(() -> home.discovery.sources().changed())).isZero();
      home.run();
      assertThat(state()).isEqualTo(SourceState.FINE);
      assertThat(home.in(() -> home.discovery.sources().accept("one"))).isFalse();
      assertThat(server.calls()).hasSize(5);
    }
  }

  @Test
  void anotherSearchIsNotHeldAgainstTheOldOne() {
    try (LocalServer server = feed()) {
      answer = rows(0, 40);
      home.run();
      home.run();
      home.run();
      home.save(SearchProfile.of("all", List.of("Astronaut"), List.of()));
      answer = "[]";
      home.run();
      assertThat(state()).isEqualTo(SourceState.FINE);
      assertThat(server.calls()).hasSize(4);
    }
  }

  @Test
  void whatIsMissingIsNamedBeforeTheBoardIsEverAsked() {
    start(
        new BoardJar()
            .board(
                "keyed",
                "BoardDescriptor.keyed(about.withSettings(new SettingSpec.Secret(\"api-key\", \"Key\", \"\", true)))",
                "throw new IllegalStateException();")
            .board(
                "page",
                "BoardDescriptor.scraped(about.withHosts(\"page.example\"))",
                "context.http().render(URI.create(\"https://page.example/\"));")
            .board(
                "browser",
                "BoardDescriptor.scraped(about).withKind(BoardKind.BROWSER_PAGES)",
                "throw new ExtensionException(ExtensionException.Kind.UNSUPPORTED, \"No browser.\");"));
    assertThat(source("keyed").state()).isEqualTo(SourceState.NEEDS_KEY);
    assertThat(source("keyed").sentence()).contains("needs \"Key\"");
    assertThat(source("keyed").isTrouble()).as("nobody searches it").isFalse();
    List<BoardOutcome> boards = home.run("page", "browser").boards();
    assertThat(boards).allMatch(each -> each.state() == OutcomeState.NEEDS_BROWSER);
    assertThat(source("page").state()).isEqualTo(SourceState.NEEDS_BROWSER);
    assertThat(source("browser").state()).isEqualTo(SourceState.NEEDS_BROWSER);
    assertThat(source("browser").isTrouble()).isTrue();
    home.tenant.run(
        () ->
            home.settings.save(
                home.plugins.find(JobBoard.class, "keyed").orElseThrow().descriptor(),
                Map.of("api-key", "k")));
    assertThat(source("keyed").state()).isEqualTo(SourceState.NEW);
  }

  @Test
  void aBlockedBoardSaysUntilWhen() {
    try (LocalServer server = feed()) {
      status = 403;
      home.run();
      assertThat(state()).isEqualTo(SourceState.BLOCKED);
      assertThat(source("one").until()).contains(Instant.parse("2026-05-21T09:00:00Z"));
      home.clock.pass(Duration.ofDays(1));
      assertThat(state()).isEqualTo(SourceState.BLOCKED);
      assertThat(source("one").until()).isEmpty();
      assertThat(server.calls()).hasSize(1);
    }
  }

  @Test
  void onlyTheNewestReadingsAreKept() {
    try (LocalServer server = feed()) {
      var reads = new ReadStore(home.databases);
      var read =
          new BoardRead(
              home.clock.instant(), OutcomeState.DONE, 1, 1, 0, 0, Map.of(), Duration.ZERO, "", "");
      for (int i = 0; i < 70; i++) {
        home.in(() -> reads.add("one", "x", read));
      }
      long kept =
          home.in(
              () ->
                  home.databases
                      .current()
                      .read(mappers -> mappers.of(BoardReadMapper.class).latest(1_000).size()));
      assertThat(kept).isEqualTo(60);
      assertThat(server.calls()).isEmpty();
    }
  }
}
