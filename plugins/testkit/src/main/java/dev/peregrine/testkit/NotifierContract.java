package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.IntegrationDescriptor.ForNotifier;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link Notifier} keeps. */
public abstract class NotifierContract extends IntegrationContract {

  @Override
  protected abstract Notifier integration();

  /** The path below {@code base-url} to which a notice is sent. */
  protected abstract String sendPath();

  /**
   * What the person would read of a notice that was sent: title, text, items and link, with what
   * the service takes as markup resolved as the service does it.
   */
  protected abstract String shown(RecordedRequest sent);

  /** Whether a notice that was sent would call people by mentioning them. */
  protected boolean mentionsPeople(RecordedRequest sent) {
    return false;
  }

  /** The id of the notice in what was sent, for services that take one. */
  protected Optional<String> idOf(RecordedRequest sent) {
    return Optional.empty();
  }

  /** A notice with something of everything. */
  protected static Notice notice() {
    return SampleNotices.notice();
  }

  @Test
  void everythingThatANoticeSaysArrives() throws Exception {
    send(notice());

    assertThat(shown(sent()))
        .contains(
            "2 neue Stellen über 80 👩‍💻",
            "Zwei passen besonders gut.",
            "Müllerin & Söhne: Designer",
            "Berlin, 92",
            "Hafenlicht: UX",
            "http://127.0.0.1:8501/review");
    idOf(sent()).ifPresent(id -> assertThat(id).isEqualTo("n-17"));
  }

  @Test
  void oneNoticeIsOneMessage() throws Exception {
    server().forgetRequests();
    send(notice());

    assertThat(server().requests().stream().filter(asked -> asked.path().equals(sendPath())))
        .hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> textsOfStrangersAreOnlyTexts() {
    return SampleNotices.hostile().stream()
        .map(
            text ->
                test(
                    text,
                    () -> {
                      send(
                          Notice.of("n-1", Event.TEST, text, text, Instant.EPOCH)
                              .withItems(List.of(new Notice.Item(text, text, Optional.empty()))));
                      assertThat(mentionsPeople(sent())).as("calls nobody").isFalse();
                      assertThat(SampleNotices.plain(shown(sent())))
                          .contains(SampleNotices.plain(text));
                    }));
  }

  @Test
  void theLongestTextsGoThrough() throws Exception {
    ForNotifier limits = integration().descriptor();
    String title = "ü".repeat(limits.longestTitle());
    String text = "wört ".repeat(limits.longestText() / 5);

    send(Notice.of("n-2", Event.DIGEST, title, text, Instant.EPOCH));

    assertThat(shown(sent())).contains(title).contains("wört wört");
  }

  @Test
  void aNoticeOfATitleAloneIsEnough() throws Exception {
    for (Event event : Event.values()) {
      send(Notice.of("n-3", event, "Nur ein Titel", "", Instant.EPOCH));

      assertThat(shown(sent())).contains("Nur ein Titel");
    }
  }

  @Test
  void everyPriorityIsTaken() throws Exception {
    for (Notice.Priority priority : Notice.Priority.values()) {
      send(notice().withPriority(priority));
    }
  }

  @TestFactory
  Stream<DynamicTest> aRefusedNoticeSaysWhetherItComesAgain() {
    return Stream.of(
        refused(401, Kind.BAD_SETTINGS),
        refused(403, Kind.BAD_SETTINGS, Kind.REFUSED),
        refused(404, Kind.BAD_SETTINGS),
        refused(500, Kind.UNAVAILABLE),
        refused(503, Kind.UNAVAILABLE));
  }

  @Test
  void anAnswerThatGotLostIsUnavailableSoThatItComesAgain() throws Exception {
    server().hold(sendPath(), RecordedAnswer.status(200));
    FakeIntegrationContext context = context(Map.of(), Duration.ofMillis(400));

    assertThat(tried(() -> integration().send(notice(), context), context).orElseThrow().kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void tooManyNoticesWaitAsLongAsTheServiceAsks() throws Exception {
    server()
        .answer(
            sendPath(),
            RecordedAnswer.json(failure(429, "slow down"))
                .withStatus(429)
                .withHeader("Retry-After", "30"));
    FakeIntegrationContext context = context();

    ExtensionException why =
        tried(() -> integration().send(notice(), context), context).orElseThrow();

    assertThat(why.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(why.retryAfter()).contains(Duration.ofSeconds(30));
  }

  private DynamicTest refused(int status, Kind... kinds) {
    return test(
        Integer.toString(status),
        () -> {
          server()
              .answer(
                  sendPath(),
                  RecordedAnswer.json(failure(status, repeated(status))).withStatus(status));
          FakeIntegrationContext context = context();
          assertThat(
                  tried(() -> integration().send(notice(), context), context).orElseThrow().kind())
              .isIn((Object[]) kinds);
        });
  }

  /** Sends a notice in the context of the contract. */
  protected final void send(Notice notice) throws ExtensionException, InterruptedException {
    integration().send(notice, context());
  }

  /** The last message that was sent. */
  protected final RecordedRequest sent() {
    return server().requests().stream()
        .filter(request -> request.path().equals(sendPath()))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("Nothing was sent to " + sendPath()));
  }
}
