package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.llm.LlmDescriptor.Capability;
import dev.peregrine.testkit.StreamedAnswer.End;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a backend does when its server answers with nonsense, too late or not to the end. */
abstract class LlmServerTrouble extends LlmServerScene {

  @Test
  void anInterruptedRequestStops() throws Exception {
    serve(good(PIECES).gated().ending(End.SILENT));
    var first = new CountDownLatch(1);
    var thrown = new AtomicReference<@Nullable Throwable>();
    FakeLlmContext context = context();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    backend().complete(request(), context, piece -> first.countDown());
                  } catch (Throwable stopped) {
                    thrown.set(stopped);
                  }
                });
    if (can(Capability.STREAMING)) {
      assertThat(first.await(20, TimeUnit.SECONDS)).as("a piece came").isTrue();
    }

    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(20))).as("the request stopped").isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aBrokenConnectionIsUnavailable() throws Exception {
    List<String> all = answer(PIECES);
    List<String> begun = all.subList(0, Math.max(1, all.size() / 2));
    serve(StreamedAnswer.of(contentType(), begun).ending(End.BROKEN));

    assertThat(answered().why().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void anAnswerThatEndsWithoutItsEndIsUnavailable() throws Exception {
    if (!can(Capability.STREAMING)) {
      return;
    }
    serve(StreamedAnswer.of(contentType(), answer(PIECES).subList(0, 3)));

    Answered answered = answered();

    assertThat(answered.why().kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(answered.pieces()).as("what came before").isNotEmpty();
  }

  @Test
  void aSilenceLongerThanThePersonsPatienceIsUnavailable() throws Exception {
    serve(good(PIECES).gated().ending(End.SILENT));

    Answered answered = answered(request(), context(Map.of(), Duration.ofMillis(400)));

    assertThat(answered.why().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @TestFactory
  Stream<DynamicTest> anEmptyAnswerIsUnavailable() {
    return Stream.of(List.<String>of(), List.of(""), List.of(" ", "\n"))
        .map(
            pieces ->
                test(
                    pieces.toString(),
                    () -> {
                      serve(good(pieces));
                      assertThat(answered().why().kind()).isEqualTo(Kind.UNAVAILABLE);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> anAnswerThatNobodyUnderstandsIsAChangeOfTheServer() {
    return Stream.of(
            "nonsense",
            "{}",
            "[]",
            "17",
            "{\"zq\":[1,2]}",
            "data: nonsense\n\n",
            "data: {\"zq\":1}\n\n",
            "<!DOCTYPE html><html><body>%s</body></html>".formatted(RecordedAnswer.SERVER_TEXT))
        .map(
            nonsense ->
                test(
                    nonsense.strip(),
                    () -> {
                      serve(StreamedAnswer.of(contentType(), List.of(nonsense + "\n")));
                      Answered answered = answered();
                      assertThat(answered.why().kind()).isIn(Kind.CHANGED_REMOTE, Kind.REFUSED);
                      assertThat(answered.why())
                          .hasMessageNotContaining(RecordedAnswer.SERVER_TEXT);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aStatusMeansWhatItMeans() {
    return Stream.of(
        status(401, Kind.BAD_SETTINGS),
        status(403, Kind.BAD_SETTINGS, Kind.REFUSED),
        status(500, Kind.UNAVAILABLE),
        status(502, Kind.UNAVAILABLE),
        status(503, Kind.UNAVAILABLE));
  }

  @Test
  void anUnknownModelIsNamed() throws Exception {
    if (can(Capability.IMAGES_ONLY)) {
      return;
    }
    serve(unknownModel("nobody:1b"));

    ExtensionException why = answered(request().withModel("nobody:1b"), context()).why();

    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(why).hasMessageContaining("\"nobody:1b\"");
  }

  @Test
  void tooManyRequestsAreReportedWithTheTimeToWait() throws Exception {
    serve(
        RecordedAnswer.json(failure(429, "slow down"))
            .withStatus(429)
            .withHeader("Retry-After", "120"));

    ExtensionException why = answered().why();

    assertThat(why.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(why.retryAfter()).contains(Duration.ofSeconds(120));
    assertThat(server().requests().stream().filter(asked -> asked.path().equals(path())))
        .as("no request after being asked for fewer")
        .hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> aServerThatRepeatsTheSecretDoesNotMakeUsRepeatIt() {
    String everything =
        backend().descriptor().about().settings().stream()
            .map(spec -> secret(spec.key()))
            .reduce("", (all, each) -> all + " " + each);
    return Stream.of(400, 401, 403, 404, 429, 500)
        .map(
            status ->
                test(
                    "" + status,
                    () -> {
                      serve(
                          RecordedAnswer.json(failure(status, "zq" + everything))
                              .withStatus(status));
                      assertThat(answered().failure()).isPresent();
                    }));
  }

  @Test
  void aFailureWithinAnAnswerIsNoText() throws Exception {
    if (failureWithin().isEmpty()) {
      return;
    }
    List<String> first = answer(PIECES).subList(0, 2);
    serve(
        StreamedAnswer.of(
            contentType(), List.of(first.get(0), first.get(1), failureWithin().orElseThrow())));

    assertThat(answered().why().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  private DynamicTest status(int status, Kind... kinds) {
    return test(
        Integer.toString(status),
        () -> {
          serve(RecordedAnswer.status(status));
          ExtensionException raw = answered().why();
          assertThat(raw.kind()).isIn((Object[]) kinds);
          assertThat(raw).hasMessageNotContaining(RecordedAnswer.SERVER_TEXT);
          serve(RecordedAnswer.json(failure(status, "no")).withStatus(status));
          assertThat(answered().why().kind()).isIn((Object[]) kinds);
        });
  }
}
