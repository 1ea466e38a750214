package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.Integration;
import dev.peregrine.api.integration.IntegrationDescriptor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/**
 * What every {@link Integration} keeps, whatever its kind; the contract of the kind extends it. An
 * author says which integration it is and what its service answers, in the service's own shape.
 */
@Timeout(120)
public abstract class IntegrationContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private RecordedServer server = RecordedServer.start();
  private FakeStateStore state = new FakeStateStore();

  /** The integration under test, a new one each time. */
  protected abstract Integration integration();

  /** Lets the service answer everything well. */
  protected abstract void prepare(RecordedServer ready);

  /** The path below {@code base-url} that is asked when the person tries the settings. */
  protected abstract String testPath();

  /** The answer of the service to a failed call, with its own message. */
  protected abstract String failure(int status, String message);

  /** Values of settings beside {@code base-url}; secrets are set already. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  /**
   * Whether there is a service somewhere else that can refuse and fail; not so with what stays on
   * the own machine, which then has no address among its settings.
   */
  protected boolean isElsewhere() {
    return true;
  }

  @BeforeEach
  final void startServer() {
    server.close();
    server = RecordedServer.start();
    state = new FakeStateStore();
    prepare(server);
  }

  @AfterEach
  final void stopServer() {
    server.close();
  }

  @Test
  void theDescriptorIsAConstantAndQuick() {
    IntegrationDescriptor descriptor =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> integration().descriptor(), "constructor and descriptor");

    assertThat(integration().descriptor()).isEqualTo(descriptor);
    assertThat(descriptor.about().summary()).isNotBlank();
    assertThat(
            descriptor.about().settings().stream()
                .anyMatch(
                    spec -> spec.key().equals("base-url") && spec instanceof SettingSpec.Address))
        .as("an address that a test or a mirror can change")
        .isEqualTo(isElsewhere());
    descriptor
        .signIn()
        .ifPresent(
            signIn ->
                assertThat(descriptor.about().settings())
                    .as("the settings that the sign-in names")
                    .extracting(SettingSpec::key)
                    .contains(signIn.clientId())
                    .containsAll(signIn.clientSecret().stream().toList()));
  }

  @Test
  void settingsThatWorkAreToldInOneSentence() throws Exception {
    assertThat(integration().test(context())).isNotBlank().doesNotContain("\n");
  }

  @TestFactory
  Stream<DynamicTest> aStatusMeansWhatItMeans() {
    return elsewhere(
        Stream.of(
            status(401, Kind.BAD_SETTINGS),
            status(403, Kind.BAD_SETTINGS, Kind.REFUSED),
            status(404, Kind.BAD_SETTINGS),
            status(500, Kind.UNAVAILABLE),
            status(502, Kind.UNAVAILABLE),
            status(503, Kind.UNAVAILABLE)));
  }

  @Test
  void tooManyCallsAreReportedWithTheTimeToWait() throws Exception {
    if (!isElsewhere()) {
      return;
    }
    server.answer(
        testPath(),
        RecordedAnswer.json(failure(429, "slow down"))
            .withStatus(429)
            .withHeader("Retry-After", "120"));

    ExtensionException why = failed();

    assertThat(why.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(why.retryAfter()).contains(Duration.ofSeconds(120));
  }

  @TestFactory
  Stream<DynamicTest> aServiceThatRepeatsTheSecretDoesNotMakeUsRepeatIt() {
    return elsewhere(
        Stream.of(400, 401, 403, 404, 429, 500)
            .map(
                status ->
                    test(
                        "" + status,
                        () -> {
                          server.answer(
                              testPath(),
                              RecordedAnswer.json(failure(status, "zq " + repeated(status)))
                                  .withStatus(status));
                          assertThat(failed()).isNotNull();
                        })));
  }

  @TestFactory
  Stream<DynamicTest> anAnswerThatNobodyUnderstandsIsNoFailureOfOurs() {
    return elsewhere(
        Stream.of(
                "nonsense",
                "{}",
                "[]",
                "17",
                "",
                "<!DOCTYPE html><html><body>%s</body></html>".formatted(RecordedAnswer.SERVER_TEXT))
            .map(
                nonsense ->
                    test(
                        "\"" + nonsense + "\"",
                        () -> {
                          server.answer(testPath(), RecordedAnswer.json(nonsense));
                          Optional<ExtensionException> why = tried(context());
                          why.ifPresent(
                              failed ->
                                  assertThat(failed)
                                      .hasMessageNotContaining(RecordedAnswer.SERVER_TEXT));
                        })));
  }

  @Test
  void aServiceThatIsNotThereIsUnavailable() throws Exception {
    if (!isElsewhere()) {
      return;
    }
    FakeIntegrationContext context = context();
    server.close();

    assertThat(tried(context).orElseThrow().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aServiceThatSaysNothingIsUnavailable() throws Exception {
    if (!isElsewhere()) {
      return;
    }
    server.hold(testPath(), RecordedAnswer.status(200));

    assertThat(tried(context(Map.of(), Duration.ofMillis(400))).orElseThrow().kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void anInterruptedCallStops() throws Exception {
    if (!isElsewhere()) {
      return;
    }
    RecordedServer.Hold hold = server.hold(testPath(), RecordedAnswer.status(200));
    var thrown = new AtomicReference<@Nullable Throwable>();
    FakeIntegrationContext context = context();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    String _ = integration().test(context);
                  } catch (Throwable stopped) {
                    thrown.set(stopped);
                  }
                });
    hold.awaitRequest();

    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(20))).as("the call stopped").isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aSignInThatWasRefusedIsRenewedOnce() throws Exception {
    if (integration().descriptor().signIn().isEmpty()) {
      return;
    }
    server.answer(testPath(), RecordedAnswer.json(failure(401, "expired")).withStatus(401));

    assertThat(failed().kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(server.requests().stream().map(IntegrationContract::pass).distinct())
        .containsExactly(
            "Bearer " + FakeIntegrationContext.TOKEN, "Bearer " + FakeIntegrationContext.RENEWED);
  }

  private static String pass(RecordedRequest request) {
    return request.headers().getOrDefault("authorization", "");
  }

  @TestFactory
  Stream<DynamicTest> aSecretThatIsMissingIsAskedFor() {
    return integration().descriptor().about().settings().stream()
        .filter(spec -> spec instanceof SettingSpec.Secret && spec.required())
        .map(
            spec ->
                test(
                    spec.key(),
                    () -> {
                      ExtensionException why = tried(context(Map.of(spec.key(), ""))).orElseThrow();
                      assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
                      assertThat(why).hasMessageContaining(spec.label());
                    }));
  }

  @Test
  void twentyCallsAtOnceGiveTheSame() throws Exception {
    Integration integration = integration();
    String alone = integration.test(context());
    var together = new CountDownLatch(20);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return integration.test(context());
                }));
      }
      for (Future<String> call : calls) {
        assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo(alone);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> architecture() {
    return PluginArchitecture.tests(integration().getClass());
  }

  /** The service of this test. */
  protected final RecordedServer server() {
    return server;
  }

  /** What the integration noted in this test. */
  protected final FakeStateStore state() {
    return state;
  }

  /** A context in which all is set; what was noted in this test is there. */
  protected final FakeIntegrationContext context() {
    return context(Map.of());
  }

  /** The same with other settings. */
  protected final FakeIntegrationContext context(Map<String, String> more) {
    return context(more, PATIENCE);
  }

  final FakeIntegrationContext context(Map<String, String> more, Duration patience) {
    var values = new HashMap<String, String>();
    for (SettingSpec spec : integration().descriptor().about().settings()) {
      if (spec instanceof SettingSpec.Secret) {
        values.put(spec.key(), secret(spec.key()));
      }
    }
    values.putAll(settings());
    if (isElsewhere()) {
      values.put("base-url", server.address().toString());
    }
    values.putAll(more);
    values.values().removeIf(String::isEmpty);
    return new FakeIntegrationContext(
        integration().descriptor(),
        values,
        SettableClock.at("2026-11-22T09:00:00Z"),
        state,
        patience);
  }

  /**
   * The value that every secret setting has in these tests, unless {@link #settings} says other.
   */
  protected static String secret(String key) {
    return "s3cret-" + key + "-9f8e7d";
  }

  /** The secrets that a service has seen when it answers with that status. */
  final String repeated(int status) {
    var seen = new ArrayList<>(secrets());
    if (status != 401) {
      // Nothing was renewed.
      boolean _ = seen.remove(FakeIntegrationContext.RENEWED);
    }
    return String.join(" ", seen);
  }

  final List<String> secrets() {
    var all = new ArrayList<String>();
    if (integration().descriptor().signIn().isPresent()) {
      all.add(FakeIntegrationContext.TOKEN);
      all.add(FakeIntegrationContext.RENEWED);
    }
    for (SettingSpec spec : integration().descriptor().about().settings()) {
      if (spec instanceof SettingSpec.Secret) {
        all.add(settings().getOrDefault(spec.key(), secret(spec.key())));
      }
    }
    all.removeIf(String::isEmpty);
    return all;
  }

  /** Something that an integration is asked to do. */
  protected interface Deed {
    void run() throws ExtensionException, InterruptedException;
  }

  /**
   * Does something and gives the failure, if there is one, after looking whether it tells secrets.
   */
  protected final Optional<ExtensionException> tried(Deed deed, FakeIntegrationContext context)
      throws InterruptedException {
    Optional<ExtensionException> failure = Optional.empty();
    try {
      deed.run();
    } catch (ExtensionException failed) {
      failure = Optional.of(failed);
    }
    var trace = new StringWriter();
    failure.ifPresent(why -> why.printStackTrace(new PrintWriter(trace)));
    for (String secret : secrets()) {
      assertThat(trace + " " + context.said())
          .as("what a person or a log would see")
          .doesNotContain(secret);
    }
    return failure;
  }

  private Optional<ExtensionException> tried(FakeIntegrationContext context)
      throws InterruptedException {
    return tried(
        () -> {
          String _ = integration().test(context);
        },
        context);
  }

  private ExtensionException failed() throws InterruptedException {
    return tried(context())
        .orElseThrow(() -> new AssertionError("A failure was expected, but the test succeeded."));
  }

  private DynamicTest status(int status, Kind... kinds) {
    return test(
        Integer.toString(status),
        () -> {
          server.answer(testPath(), RecordedAnswer.status(status));
          ExtensionException raw = failed();
          assertThat(raw.kind()).isIn((Object[]) kinds);
          assertThat(raw).hasMessageNotContaining(RecordedAnswer.SERVER_TEXT);
          server.answer(testPath(), RecordedAnswer.json(failure(status, "no")).withStatus(status));
          assertThat(failed().kind()).isIn((Object[]) kinds);
        });
  }

  /** These tests where there is a service that can refuse and fail. */
  final Stream<DynamicTest> elsewhere(Stream<DynamicTest> tests) {
    return isElsewhere() ? tests : Stream.of();
  }

  /** A dynamic test on a service of its own. */
  protected final DynamicTest test(String name, Executable body) {
    return DynamicTest.dynamicTest(
        name.substring(0, Math.min(name.length(), 60)),
        () -> {
          startServer();
          body.execute();
        });
  }
}
