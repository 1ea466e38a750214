package dev.peregrine.host.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.peregrine.api.Posting;
import dev.peregrine.host.discovery.SearchHome;
import dev.peregrine.host.liveness.Opening.State;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.TaskState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LivenessTest {

  private static final String LONG =
      "We bake bread and look for a person who likes dough. ".repeat(9);

  private SearchHome home;
  private HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 200;
  private volatile String page = "";

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    home = new SearchHome(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = page.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          boolean moved = status == 302 && !exchange.getRequestURI().getPath().equals("/jobs");
          if (moved) {
            exchange.getResponseHeaders().set("Location", "/jobs");
          }
          exchange.sendResponseHeaders(status == 302 && !moved ? 200 : status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    home.close();
  }

  @Test
  void aPageThatStillShowsThePostingIsOpen() {
    page = "<h1>Baker</h1>" + jsonLd("2026-12-31") + LONG;

    assertThat(look(job()).state()).isEqualTo(State.OPEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void aPageThatIsGoneIsClosedAtTheSecondLookOnly(int gone) {
    status = gone;
    long job = job();

    assertThat(look(job).state()).isEqualTo(State.PROBABLY_CLOSED);
    home.clock.pass(Duration.ofMinutes(5));
    assertThat(look(job).state()).as("a server in repair").isEqualTo(State.PROBABLY_CLOSED);
    home.clock.pass(Duration.ofDays(1));
    Opening closed = look(job);

    assertThat(closed.state()).isEqualTo(State.CLOSED);
    assertThat(closed.evidence()).contains("no such page", Integer.toString(gone));
    assertThat(home.in(() -> home.jobs.findById(job))).as("never taken away").isPresent();
  }

  @Test
  void aPageThatComesBackIsOpenAgain() {
    long job = job();
    status = 404;
    look(job);
    home.clock.pass(Duration.ofDays(1));
    status = 200;
    page = LONG;

    assertThat(look(job).state()).isEqualTo(State.OPEN);
    home.clock.pass(Duration.ofDays(1));
    status = 404;
    assertThat(look(job).state()).as("the strikes begin anew").isEqualTo(State.PROBABLY_CLOSED);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429, 500, 503})
  void whatCannotBeSeenIsUncertainAndNeverClosed(int blocked) {
    status = blocked;
    long job = job();

    for (int day = 0; day < 3; day++) {
      assertThat(look(job).state()).isEqualTo(State.UNCERTAIN);
      home.clock.pass(Duration.ofDays(1));
    }
  }

  @Test
  void anAddressThatLeadsToTheListOfAllIsGone() {
    status = 302;
    page = LONG;

    Opening opening = look(job());

    assertThat(opening.state()).isEqualTo(State.PROBABLY_CLOSED);
    assertThat(opening.evidence()).contains("/jobs");
  }

  @Test
  void aClosingDateThatIsOverIsGone() {
    page = jsonLd("2026-05-01") + LONG;

    assertThat(look(job()).evidence()).contains("closed on 2 May 2026");
  }

  @Test
  void aClosingDateThatTheBoardGaveNeedsNoCall() {
    long job = store(posting().withCloses(Optional.of(Instant.parse("2026-05-01T00:00:00Z"))));

    assertThat(look(job).state()).isEqualTo(State.PROBABLY_CLOSED);
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sorry, this job is no longer available.                         | true
          This position has been filled                                   | true
          No longer accepting applications                                | true
          The job you are looking for is no longer open.                  | true
          Diese Stelle ist leider nicht mehr verfügbar.                   | true
          Cette offre d’emploi n’est plus disponible                      | true
          We will tell you when the position is filled by a good person.  | false
          Applications close at the end of May.                           | false
          You fill positions that were closed to others.                  | false
          """)
  void wordsCloseAPostingOnlyWhereTheySayIt(String sentence, boolean gone) {
    page = "<p>" + sentence + "</p>" + LONG;

    assertThat(look(job()).state()).isEqualTo(gone ? State.PROBABLY_CLOSED : State.OPEN);
  }

  @Test
  void anEmptyPageSaysNothing() {
    page = "<div id=root></div><script>render()</script>";

    assertThat(look(job()).state()).isEqualTo(State.UNCERTAIN);
  }

  @Test
  void onlyApprovedJobsAreLookedAtDailyAndNoneTwice() {
    page = LONG;
    long approved = job();
    long pending = store(Posting.of("2", "Cook", address("2")));
    home.in(() -> home.jobs.move(List.of(approved), Stage.APPROVED, Optional.empty()));

    daily();
    daily();

    assertThat(asked).hasValue(1);
    assertThat(home.in(() -> home.liveness.of(pending))).isEmpty();
    home.clock.pass(Duration.ofDays(1));
    daily();
    assertThat(asked).hasValue(2);
  }

  private void daily() {
    home.in(
        () -> {
          home.liveness.daily();
          return 0;
        });
    await();
  }

  private Opening look(long job) {
    home.in(
        () -> {
          home.liveness.now(job);
          return 0;
        });
    await();
    return home.in(() -> home.liveness.of(job)).orElseThrow();
  }

  private void await() {
    home.quiet();
    assertThat(home.in(() -> home.tasks.recent(1)))
        .allMatch(task -> task.state() == TaskState.COMPLETED);
  }

  private URI address(String id) {
    return URI.create(
        "http://127.0.0.1:%d/jobs/baker-%s".formatted(server.getAddress().getPort(), id));
  }

  private Posting posting() {
    return Posting.of("1", "Baker", address("1"));
  }

  private long job() {
    return store(posting());
  }

  private long store(Posting posting) {
    var found = new Found(posting, "nowhere", OptionalLong.empty(), Optional.empty());
    return home.in(() -> home.jobs.store(List.of(found))).getFirst().job();
  }

  private static String jsonLd(String end) {
    return """
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
        "title": "Baker", "validThrough": "%s"}</script>"""
        .formatted(end);
  }
}
