package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ContextsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

  @TempDir Path folder;
  private Databases databases;
  private OutgoingHttp http;
  private Contexts contexts;
  private Extension<JobBoard> board;
  private final List<String> heard = new ArrayList<>();

  /** A board as a plugin would bring it. */
  private static final class SampleBoard implements JobBoard {

    @Override
    public BoardDescriptor descriptor() {
      return BoardDescriptor.feed(
          About.of("sample", "Sample", "")
              .withSettings(
                  SettingSpec.baseUrl("https://api.sample.test"),
                  new SettingSpec.Secret("key", "Key", "", false)));
    }

    @Override
    public void search(BoardQuery query, BoardContext context, Consumer<Posting> found) {}
  }

  private final BoardListener listener =
      new BoardListener() {
        @Override
        public void skipped(String what, ExtensionException why) {
          heard.add(what + ": " + why.getMessage());
        }

        @Override
        public void step(String text) {
          heard.add(text);
        }

        @Override
        public void of(long done, long total) {
          heard.add(done + "/" + total);
        }
      };

  @BeforeEach
  void open() {
    databases = new Databases(ExtensionSettings.mappers(), InstantSource.system());
    http = new OutgoingHttp(OutgoingOptions.usual(), CLOCK);
    contexts = new Contexts(http, new ExtensionSettings(databases, TestSecrets.in(folder)), CLOCK);
    var instance = new SampleBoard();
    var point =
        new ExtensionPoint<>("board", JobBoard.class, BoardDescriptor.class, JobBoard::descriptor);
    board = new Extension<>(point, instance, instance.descriptor());
  }

  @AfterEach
  void close() {
    http.close();
    databases.close();
  }

  private BoardContext context(Map<String, String> overrides) throws Exception {
    return new Tenant("ada", folder).call(() -> contexts.board(board, overrides, listener));
  }

  @Test
  void aContextReachesTheServerThatThePersonNamedAndTheLedgerSaysSo() throws Exception {
    try (LocalServer server = LocalServer.saying(200, "application/json", "{\"jobs\":[]}")) {
      BoardContext context = context(Map.of("base-url", server.at("").toString()));

      var base = context.settings().address("base-url").orElseThrow();
      var reply = context.http().fetch(HttpCall.get(HttpCall.under(base, "jobs")));

      assertThat(reply.json().at("jobs").isArray()).isTrue();
      assertThat(http.ledger().of("ada"))
          .singleElement()
          .matches(entry -> entry.caller().equals("board/sample"));
      assertThat(context.clock().instant()).isEqualTo(CLOCK.instant());
    }
  }

  @Test
  void whatAnExtensionReportsIsCutAndCleaned() throws Exception {
    BoardContext context = context(Map.of());

    context.progress().step("Company\n5 of\u0007 18" + "x".repeat(500));
    context.progress().of(-3, -1);
    context.progress().of(7, 5);
    context.skipped(
        "row\r\n17", new ExtensionException(ExtensionException.Kind.CHANGED_REMOTE, "No title."));

    assertThat(heard).hasSize(4);
    assertThat(heard.get(0)).startsWith("Company 5 of 18xxx").hasSize(120);
    assertThat(heard.subList(1, 4)).containsExactly("0/0", "7/7", "row 17: No title.");
  }

  @Test
  void secretsAreMaskedInTheLog() throws Exception {
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    Logger log = (Logger) LoggerFactory.getLogger("extension.board.sample");
    log.addAppender(lines);
    try {
      System.Logger lent = context(Map.of("key", "s3cret-token")).log();

      lent.log(System.Logger.Level.WARNING, "Called with {0}", "s3cret-token");
      lent.log(
          System.Logger.Level.ERROR,
          "Failed\nINFO forged line",
          new IllegalStateException("key=s3cret-token"));
    } finally {
      log.detachAppender(lines);
    }

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("[ada] Called with ***"),
            second ->
                assertThat(second)
                    .startsWith("[ada] Failed\\nINFO forged line\njava.lang.IllegalStateException")
                    .contains("key=***")
                    .doesNotContain("s3cret"));
  }

  @Test
  void aContextShowsNoSecretInItsText() throws Exception {
    assertThat(context(Map.of("key", "s3cret-token")).toString()).doesNotContain("s3cret");
  }
}
