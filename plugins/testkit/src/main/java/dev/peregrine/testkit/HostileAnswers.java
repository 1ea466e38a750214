package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What a board does when its service answers with nonsense or not at all. */
abstract class HostileAnswers extends BoardScene {

  private static final String WALL =
      "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><h1>Are you human?</h1>"
          + "<p>%s</p></body></html>".formatted(RecordedAnswer.SERVER_TEXT);

  private static final int LARGE = 15 * 1024 * 1024;

  @Test
  void aWallInPlaceOfTheAnswerIsBlockedAndNotNothingFound() throws InterruptedException {
    serve(RecordedAnswer.html(WALL));

    Kind kind = failure(search(query(10))).kind();

    assertThat(kind)
        .isIn(isHtml() ? List.of(Kind.REFUSED, Kind.CHANGED_REMOTE) : List.of(Kind.REFUSED));
  }

  @Test
  void anEmptyBodyIsNotNothingFound() throws InterruptedException {
    serve(RecordedAnswer.of(contentType(), ""));

    assertThat(failure(search(query(10))).kind()).isEqualTo(Kind.CHANGED_REMOTE);
  }

  @TestFactory
  Stream<DynamicTest> anAnswerOfAnotherShapeIsAChangeOfTheService() {
    List<String> shapes =
        isJson()
            ? List.of(
                "{}", "[]", "null", "17", "\"text\"", "{\"zq\":[]}", "[[[]]]", "{\"jobs\":17}")
            : List.of("<nothing/>", "text", "<nothing><at/><all/></nothing>");
    String ownEmpty = answer(List.of()).replaceAll("\\s", "");
    return shapes.stream()
        .filter(shape -> !shape.equals(ownEmpty))
        .map(
            shape ->
                test(
                    shape,
                    () -> {
                      serve(RecordedAnswer.of(contentType(), shape));
                      assertThat(failure(search(query(10))).kind()).isEqualTo(Kind.CHANGED_REMOTE);
                    }));
  }

  @Test
  void anAnswerWithoutRowsGivesNothing() throws InterruptedException {
    serve(good(List.of()));

    Searched searched = search(query(10));

    assertThat(searched.postings()).isEmpty();
    if (board().descriptor().searchesEmployers()) {
      assertThat(searched.failure()).as("an employer may have no postings").isEmpty();
    } else {
      // A feed that always has postings may take their absence for a change.
      assertThat(searched.failure().map(ExtensionException::kind))
          .isIn(Optional.empty(), Optional.of(Kind.CHANGED_REMOTE));
    }
  }

  @TestFactory
  Stream<DynamicTest> aBrokenRowCostsOnlyItself() {
    return brokenRows().stream()
        .map(
            broken ->
                test(
                    broken,
                    () -> {
                      serveRows(row(0), broken, row(1));
                      Searched searched = search(query(10));
                      assertThat(searched.failure()).isEmpty();
                      assertThat(searched.postings()).as("the good rows").hasSize(2);
                      assertThat(searched.skipped()).as("the report of the broken row").hasSize(1);
                    }));
  }

  @Test
  void onlyBrokenRowsAreAChangeOfTheService() throws InterruptedException {
    serve(good(brokenRows()));

    assertThat(failure(search(query(10))).kind()).isEqualTo(Kind.CHANGED_REMOTE);
  }

  @Test
  void aTruncatedAnswerIsNotNothingFound() throws InterruptedException {
    RecordedAnswer good = good(rows(0, 3));
    serve(good.cutAfter(good.bytes().length * 3 / 5));

    Searched searched = search(query(10));

    if (isJson()) {
      assertThat(failure(searched).kind()).isEqualTo(Kind.CHANGED_REMOTE);
    } else {
      assertThat(searched.postings().isEmpty() && searched.failure().isEmpty()).isFalse();
    }
  }

  @Test
  void brokenBytesInATextCostNothing() throws InterruptedException {
    byte[] bytes = good(rows(0, 3)).bytes();
    int broken = 0;
    while (broken < bytes.length && bytes[broken] >= 0) {
      broken++;
    }
    assertThat(broken).as("a row holds a letter that is not ASCII").isLessThan(bytes.length);
    bytes[broken] = (byte) 0xff;
    serve(good(List.of()).withBytes(bytes));

    Searched searched = search(query(10));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(3);
  }

  @Test
  void aHugeAnswerIsReadUpToTheLimit() throws InterruptedException {
    int length = row(0).getBytes(StandardCharsets.UTF_8).length + 20;
    serve(good(rows(0, Math.clamp(LARGE / length, 100, 20_000))));

    Searched searched = search(query(40));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(40);
  }

  @Test
  void anAnswerOverTheSizeLimitIsRefused() throws InterruptedException {
    serve(good(List.of()).withBytes(new byte[FakeHttp.MOST_BYTES + 1]));

    assertThat(failure(search(query(10))).kind()).isEqualTo(Kind.CHANGED_REMOTE);
  }

  @Test
  void theSamePostingTwiceIsHandedOverOnce() throws InterruptedException {
    serveRows(row(0), row(0), row(1), row(0));

    assertThat(search(query(10)).postings()).hasSize(2);
  }

  @TestFactory
  Stream<DynamicTest> aStatusMeansWhatItMeans() {
    Kind unknown =
        board().descriptor().searchesEmployers() ? Kind.BAD_SETTINGS : Kind.CHANGED_REMOTE;
    return Stream.of(
        status(401, Kind.REFUSED, Kind.BAD_SETTINGS),
        status(403, Kind.REFUSED, Kind.BAD_SETTINGS),
        status(404, unknown),
        status(418, Kind.CHANGED_REMOTE),
        status(451, Kind.REFUSED),
        status(500, Kind.UNAVAILABLE),
        status(503, Kind.UNAVAILABLE));
  }

  @Test
  void tooManyCallsAreReportedWithTheTimeToWait() throws InterruptedException {
    serve(RecordedAnswer.status(429).withHeader("Retry-After", "120"));

    ExtensionException failure = failure(search(query(10)));

    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(120));
    assertThat(server().requests()).as("no call after being asked for fewer").hasSize(1);
  }

  @Test
  void aServiceThatIsNotThereIsUnavailable() throws InterruptedException {
    FakeBoardContext context = context();
    server().close();

    assertThat(failure(search(query(10), context)).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  static ExtensionException failure(Searched searched) {
    assertThat(searched.failure()).as("a failure, and not nothing found").isPresent();
    return searched.failure().orElseThrow();
  }

  /** A dynamic test on a server of its own. */
  final DynamicTest test(String name, Executable body) {
    return DynamicTest.dynamicTest(
        name.substring(0, Math.min(name.length(), 60)),
        () -> {
          startServer();
          body.execute();
        });
  }

  private DynamicTest status(int status, Kind... kinds) {
    return test(
        Integer.toString(status),
        () -> {
          serve(RecordedAnswer.status(status));
          var expected = new ArrayList<>(List.of(kinds));
          assertThat(failure(search(query(10))).kind()).isIn(expected);
        });
  }
}
