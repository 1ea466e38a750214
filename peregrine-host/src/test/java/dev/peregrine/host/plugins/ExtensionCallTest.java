package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExtensionCallTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Tenant ADA = new Tenant("ada", Path.of("unused"));

  @TempDir Path folder;
  private PluginHome home;
  private Extension<JobBoard> board;

  /** Its employer does what the last step of the address says. */
  @BeforeEach
  void load() {
    home = new PluginHome(folder);
    TestPlugin.board("board-test")
        .boardBody("return Optional.of(Employer.of(\"hello\"));")
        .board(
            """
            public Optional<Posting> fetch(URI address, BoardContext context)
                throws ExtensionException, InterruptedException {
              switch (address.getPath()) {
                case "/known" -> throw new ExtensionException(
                    ExtensionException.Kind.REFUSED, "It is blocked.");
                case "/bug" -> throw new IllegalStateException("password s3cret");
                case "/overflow" -> { return fetch(address, context); }
                case "/wait" -> Thread.sleep(1_000_000);
                case "/own-interrupt" -> throw new InterruptedException();
                case "/spin" -> { while (!stop) { Thread.onSpinWait(); } }
                default -> { }
              }
              return Optional.empty();
            }
            static volatile boolean stop;
            public Optional<Employer> employer(URI address) {
              stop = true;
              return Optional.of(Employer.of(Thread.currentThread().getContextClassLoader()
                  == getClass().getClassLoader() ? "own loader" : "other loader"));
            }
            """,
            "About.of(\"test\", \"Test board\", \"\")")
        .jar(home.shipped().resolve("board-test.jar"));
    board = home.start().find(JobBoard.class, "test").orElseThrow();
  }

  @AfterEach
  void close() {
    home.close();
  }

  private Callable<Object> fetching(String path, Duration limit) {
    var address = java.net.URI.create("http://any.test" + path);
    return () -> ADA.call(() -> board.call(limit, each -> each.fetch(address, context())));
  }

  /** Nothing looks at it. */
  private static BoardContext context() {
    return new LentContext(
        new EffectiveSettings(About.of("test", "Test", ""), java.util.Map.of()),
        new dev.peregrine.api.Http() {
          @Override
          public dev.peregrine.api.HttpReply fetch(dev.peregrine.api.HttpCall call) {
            throw new UnsupportedOperationException();
          }

          @Override
          public dev.peregrine.api.HttpReply exchange(dev.peregrine.api.HttpCall call) {
            throw new UnsupportedOperationException();
          }
        },
        java.time.InstantSource.system(),
        new MaskedLog("board/test", "ada", java.util.List.of()),
        new BoardListener() {});
  }

  private ExtensionInfo info() {
    return home.plugin("board-test").extensions().getFirst();
  }

  @Test
  void aCallIsCounted() throws Exception {
    fetching("/", LONG).call();
    fetching("/", LONG).call();

    assertThat(info().calls()).isEqualTo(2);
    assertThat(info().failures()).isZero();
  }

  @Test
  void itsOwnFailurePassesAndIsCounted() {
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> fetching("/known", LONG).call())
        .matches(e -> e.kind() == Kind.REFUSED);

    assertThat(info().failures()).isEqualTo(1);
    assertThat(info().lastProblem()).contains("It is blocked.");
  }

  @Test
  void aBugNamesPluginAndPlaceButNotItsText() {
    assertThatExceptionOfType(PluginBugException.class)
        .isThrownBy(() -> fetching("/bug", LONG).call())
        .withMessageMatching(
            "Plugin \"board-test\" 1\\.0 has a bug: board/test threw IllegalStateException in TheBoard\\.java:\\d+\\. Tell its author\\.")
        .withCauseInstanceOf(IllegalStateException.class);
    assertThat(info().lastProblem().orElseThrow()).doesNotContain("s3cret");
  }

  @Test
  void anErrorIsABugToo() {
    assertThatExceptionOfType(PluginBugException.class)
        .isThrownBy(() -> fetching("/overflow", LONG).call())
        .withMessageContaining("StackOverflowError");
    assertThatExceptionOfType(PluginBugException.class)
        .isThrownBy(() -> fetching("/own-interrupt", LONG).call())
        .withMessageContaining("InterruptedException");
  }

  /** As the host throws it out of something that it lent. */
  private static final class DiskFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void theHostsOwnFailurePassesThroughThePlugin() {
    assertThatExceptionOfType(DiskFullException.class)
        .isThrownBy(
            () ->
                ADA.call(
                    () ->
                        board.call(
                            LONG,
                            each -> {
                              throw new DiskFullException();
                            })));
  }

  @Test
  void aCallThatWaitsIsInterruptedAtItsLimit() {
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> fetching("/wait", SHORT).call())
        .matches(e -> e.kind() == Kind.UNAVAILABLE)
        .withMessage("\"Test board\" was not done after 1 s and was stopped.");
  }

  @Test
  void aCallIsInterruptedWithItsCaller() throws Exception {
    var thrown = new CompletableFuture<Throwable>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    fetching("/wait", LONG).call();
                  } catch (Exception e) {
                    thrown.complete(e);
                  }
                });
    Eventually.so(() -> info().calls() == 1, this::info);

    caller.interrupt();

    assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void callsThatCannotBeStoppedStopNothingElse() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> fetching("/spin", SHORT).call())
          .hasMessage(
              "\"Test board\" was not done after 1 s and was stopped, but it goes on regardless; what it still does is dropped.");
    }
    var ran = new CountDownLatch(1);
    Thread.ofVirtual().start(ran::countDown);
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();

    assertThatThrownBy(() -> fetching("/", LONG).call())
        .hasMessage(
            "\"Test board\" is not called: 3 earlier calls ignore that they were stopped. Restart Peregrine, or switch the plugin off.");
    stopSpinning();
    Eventually.so(
        () -> {
          try {
            fetching("/", LONG).call();
            return true;
          } catch (Exception e) {
            return false;
          }
        },
        this::info);
  }

  /** Past the refusal, straight at the instance. */
  private void stopSpinning() {
    board.instance().employer(java.net.URI.create("http://any.test/"));
  }

  @Test
  void theTenantAndThePluginsLoaderAreBound() throws Exception {
    assertThat(home.ask("test")).isEqualTo("own loader");
    String tenant = ADA.call(() -> board.call(LONG, each -> Tenant.current().id()));
    assertThat(tenant).isEqualTo("ada");
  }

  @Test
  void anExtensionKnowsItsPlugin() {
    assertThat(board.key()).isEqualTo("board/test");
    assertThat(board.plugin().id()).isEqualTo("board-test");
  }
}
