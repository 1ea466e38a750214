package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeHttpTest {

  private static final BoardDescriptor BOARD =
      BoardDescriptor.feed(
          About.of("test", "Test", "A board for tests.")
              .withHosts("api.test.example")
              .withSettings(SettingSpec.baseUrl("https://api.test.example")));

  private final RecordedServer server = RecordedServer.start();
  private final FakeBoardContext context = FakeBoardContext.at(server, BOARD);

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "401, REFUSED, 1",
    "403, REFUSED, 1",
    "451, REFUSED, 1",
    "999, REFUSED, 1",
    "404, CHANGED_REMOTE, 1",
    "422, CHANGED_REMOTE, 1",
    "429, RATE_LIMITED, 3",
    "500, UNAVAILABLE, 3",
    "501, UNAVAILABLE, 1",
    "503, UNAVAILABLE, 3",
  })
  void aStatusHasAKindAndIsTriedAgainWhereThatMayHelp(int status, Kind kind, int calls) {
    server.answer("/a", RecordedAnswer.status(status));

    assertThat(failure(call("/a")).kind()).isEqualTo(kind);
    assertThat(server.requests()).hasSize(calls);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 503})
  void anAcceptedStatusIsAnAnswerAtOnce(int status) throws Exception {
    server.answer("/a", RecordedAnswer.status(status));

    assertThat(context.http().fetch(call("/a").accepting(404, 503)).status()).isEqualTo(status);
    assertThat(server.requests()).hasSize(1);
    assertThat(failure(call("/a").accepting(410))).isNotNull();
  }

  @Test
  void aPassingFaultIsForgotten() throws Exception {
    var asked = new AtomicInteger();
    server.answer(
        "/a",
        request ->
            asked.incrementAndGet() < 3 ? RecordedAnswer.status(503) : RecordedAnswer.json("[1]"));

    assertThat(context.http().fetch(call("/a")).json().at(0).text()).contains("1");
  }

  @Test
  void aPostIsNotRepeated() {
    server.answer("/a", RecordedAnswer.status(500));

    failure(HttpCall.postJson(call("/a").address(), "{}"));

    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "'Sun, 22 Nov 2026 09:02:00 GMT', 120"})
  void theTimeToWaitIsReadAsSecondsOrAsADate(String header, int seconds) {
    server.answer("/a", RecordedAnswer.status(429).withHeader("Retry-After", header));

    assertThat(failure(call("/a")).retryAfter()).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void exchangeAnswersWhateverTheStatusIs() throws Exception {
    server.answer("/a", RecordedAnswer.status(409));

    assertThat(context.http().exchange(call("/a")).status()).isEqualTo(409);
  }

  @Test
  void aHostThatIsNotNamedIsNotCalled() {
    assertThat(failure(HttpCall.get("https://other.example/")).kind()).isEqualTo(Kind.BAD_SETTINGS);
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() {
    server.answer(
        "/a", RecordedAnswer.status(302).withHeader("Location", "https://other.example/"));

    assertThat(failure(call("/a")).kind()).isEqualTo(Kind.BAD_SETTINGS);
  }

  @Test
  void aRedirectOnTheSameHostIsFollowed() throws Exception {
    server.answer("/a", RecordedAnswer.status(301).withHeader("Location", "/b"));
    server.answer("/b", RecordedAnswer.json("{}"));

    assertThat(context.http().fetch(call("/a")).address().getPath()).isEqualTo("/b");
  }

  @Test
  void theOwnMachineIsNotCalledUnlessTheAddressWasEntered() {
    var plain = new FakeBoardContext(BOARD, Map.of(), SettableClock.at("2026-11-22T09:00:00Z"));

    var refused =
        catchThrowableOfType(ExtensionException.class, () -> plain.http().fetch(call("/a")));

    assertThat(refused.kind()).isEqualTo(Kind.BAD_SETTINGS);
  }

  @Test
  void aPageInPlaceOfDataIsAWall() throws Exception {
    server.answer("/a", RecordedAnswer.json("\n<!-- x --> <!DOCTYPE html><html></html>"));

    var wall =
        catchThrowableOfType(
            ExtensionException.class, () -> context.http().fetch(call("/a")).json());

    assertThat(wall.kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void numbersThatNobodyCanReckonWithAreNotThere() throws Exception {
    server.answer("/a", RecordedAnswer.json("[1e999999999, \"75.00\", \"nan\"]"));

    var json = context.http().fetch(call("/a")).json();

    assertThat(json.at(0).number()).isEmpty();
    assertThat(json.at(1).number().orElseThrow()).isEqualByComparingTo("75");
    assertThat(json.at(2).text()).isEmpty();
    assertThat(json.at(2).path()).isEqualTo("[2]");
  }

  @Test
  void aRecordingIsServedByPathAndQueryInOrder(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("calls.jsonl"),
        """
        {"method":"GET","host":"x","address":"/a?page=1","request":null,"status":200,"content_type":"application/json; charset=utf-8","body":"001.json"}
        {"method":"GET","host":"x","address":"/a?page=1","request":null,"status":200,"content_type":"application/json; charset=utf-8","body":"002.json"}
        {"method":"GET","host":"x","address":"/a?page=2","request":null,"status":404,"content_type":null,"body":null}
        """);
    Files.writeString(folder.resolve("001.json"), "[1]");
    Files.writeString(folder.resolve("002.json"), "[2]");
    server.replay(folder);

    assertThat(context.http().fetch(call("/a?page=1")).text()).isEqualTo("[1]");
    assertThat(context.http().fetch(call("/a?page=1")).text()).isEqualTo("[2]");
    assertThat(context.http().fetch(call("/a?page=1")).text()).isEqualTo("[2]");
    assertThat(context.http().exchange(call("/a?page=2")).status()).isEqualTo(404);
    assertThat(context.http().exchange(call("/a?page=3")).status()).isEqualTo(404);
  }

  private HttpCall call(String path) {
    return HttpCall.get(URI.create(server.address() + path));
  }

  private ExtensionException failure(HttpCall call) {
    return catchThrowableOfType(ExtensionException.class, () -> context.http().fetch(call));
  }
}
