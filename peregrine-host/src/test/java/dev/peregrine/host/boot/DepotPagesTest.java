package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.applications.Content;
import dev.peregrine.host.applications.Paper;
import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.web.Browser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that were sent, in a folder for each application at a store. */
class DepotPagesTest {

  private static final String KEY = "integration/shelf";
  private static final String PAGE = "/settings/integrations/shelf/documents";

  private final AtomicLong later = new AtomicLong();
  private World world;
  private Browser browser;
  private LocalServer shelf;
  private volatile int status = 200;
  private volatile String refused = "";
  private long job;

  @BeforeEach
  void start(@TempDir Path home) throws Exception {
    IntegrationJar.shelf(home);
    shelf =
        LocalServer.answering(
            exchange ->
                LocalServer.reply(
                    exchange,
                    !refused.isEmpty()
                            && path(exchange.getRequestURI().toString()).contains(refused)
                        ? 422
                        : status,
                    "text/plain",
                    "there"));
    InstantSource clock = () -> World.NOW.plusSeconds(later.get());
    world = new World(home, 0, clock, false);
    browser = new Browser(world.port());
    job = world.seed().getFirst();
    world.as(() -> world.jobs.move(List.of(job), Stage.APPLIED, Optional.empty()));
    world.as(
        () ->
            world
                .connecting
                .integrations()
                .connect(KEY, Map.of("base-url", shelf.at("").toString())));
  }

  @AfterEach
  void stop() {
    world.close();
    shelf.close();
  }

  private static String path(String raw) {
    return URLDecoder.decode(raw, StandardCharsets.UTF_8);
  }

  private List<String> paths() {
    return shelf.calls().stream().map(call -> path(call.getRequestURI().toString())).toList();
  }

  private void sent(String... files) throws Exception {
    world.as(
        () -> {
          var papers = world.applications.papers();
          var then =
              List.of(files).stream()
                  .map(
                      file -> {
                        String[] parts = file.split("=", -1);
                        try {
                          Paper paper =
                              papers.attach(
                                  job, parts[0], parts[1].getBytes(StandardCharsets.UTF_8));
                          return Content.FileThen.of(paper);
                        } catch (Exception unexpected) {
                          throw new IllegalStateException(unexpected);
                        }
                      })
                  .toList();
          var posting =
              new Content.PostingThen("Clerk / Typist", "Müller: Söhne", "Bremen", "", "", "");
          var content =
              new Content(
                  posting, Optional.empty(), Optional.empty(), then, List.of(), List.of(), "");
          return world.applications.keep(job, content, World.NOW, 0);
        });
  }

  private void choose(Map<String, String> more) throws Exception {
    var values = new java.util.HashMap<>(Map.of("on", "yes", "papers", "yes"));
    values.put("folder", "{company}/{title} {date}");
    values.putAll(more);
    assertThat(browser.submit(PAGE, values).statusCode()).isEqualTo(303);
    done();
  }

  private void tick() throws Exception {
    world.tenant.run(world.connecting.depositing().depots()::tick);
    done();
  }

  private void done() throws Exception {
    while (world.as(() -> world.tasks.active()).stream()
        .map(Task::type)
        .anyMatch("depot"::equals)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatWasSentIsStoredOnceInTheFolderOfItsApplication() throws Exception {
    sent("Letter.pdf=one", "Zeugnis Straße.pdf=two");
    assertThat(browser.open("/settings/integrations").text())
        .contains("Nothing is stored yet: choose what");
    choose(Map.of());
    assertThat(paths())
        .containsExactlyInAnyOrder(
            "/false/Müller: Söhne/Clerk - Typist 2026-03-12/Letter.pdf",
            "/false/Müller: Söhne/Clerk - Typist 2026-03-12/Zeugnis Straße.pdf");
    Document page = browser.open(PAGE);
    assertThat(page.select("#state").text()).contains("2 documents.", "Letter.pdf");
    assertThat(page.select("#state a[href=https://shelf.example/see]")).hasSize(2);
    tick();
    assertThat(paths()).hasSize(2);
    assertThat(browser.open("/settings/integrations").text()).contains("2 documents");
  }

  @Test
  void anotherVersionGoesWhereTheFirstWas() throws Exception {
    sent("Letter.pdf=one");
    choose(Map.of());
    sent("Letter.pdf=better");
    tick();
    assertThat(paths())
        .containsExactly(
            "/false/Müller: Söhne/Clerk - Typist 2026-03-12/Letter.pdf",
            "/true/Müller: Söhne/Clerk - Typist 2026-03-12/Letter.pdf");
  }

  @Test
  void whatIsSentLaterFollowsByItselfAndTheApplicationSaysWhereItIs() throws Exception {
    choose(Map.of());
    tick();
    assertThat(shelf.calls()).isEmpty();
    sent("Letter.pdf=one");
    tick();
    assertThat(paths()).hasSize(1);
    long sent = world.as(() -> world.applications.of(job)).getFirst().id();
    Document page = browser.open("/apply/sent/" + sent);
    assertThat(page.select("[aria-labelledby=elsewhere]").text())
        .contains("Letter.pdf", "Village shelf");
    assertThat(page.select("[aria-labelledby=elsewhere] a").attr("href"))
        .isEqualTo("https://shelf.example/see");
  }

  @Test
  void aStoreThatIsAwayIsTriedAgainByItself() throws Exception {
    sent("Letter.pdf=one");
    status = 503;
    choose(Map.of());
    assertThat(browser.open(PAGE).select("#state .note").text())
        .contains("The shelf fell (503).", "It is tried again");
    tick();
    assertThat(paths()).as("while it is left alone").hasSize(1);
    status = 200;
    later.set(Duration.ofMinutes(2).toSeconds());
    tick();
    assertThat(paths()).hasSize(2);
    assertThat(browser.open(PAGE).select("#state .note")).isEmpty();
  }

  @Test
  void aStoreThatIsLockedWaitsForThePerson() throws Exception {
    sent("Letter.pdf=one");
    status = 401;
    choose(Map.of());
    status = 200;
    later.set(Duration.ofDays(3).toSeconds());
    tick();
    assertThat(paths()).hasSize(1);
    assertThat(browser.open(PAGE).select("#state .note").text()).contains("Enter another key.");
    assertThat(browser.submit(PAGE + "/again", Map.of()).statusCode()).isEqualTo(303);
    done();
    assertThat(paths()).hasSize(2);
    assertThat(browser.open(PAGE).select("#state .note")).isEmpty();
  }

  @Test
  void aDocumentThatIsRefusedCostsOnlyItself() throws Exception {
    sent("Bad.exe=one", "Letter.pdf=two");
    refused = "Bad.exe";
    choose(Map.of());
    Document page = browser.open(PAGE);
    assertThat(page.select("#state").text())
        .contains("1 document could not be stored", "does not take that file", "1 document.");
    tick();
    assertThat(paths()).as("it is not asked for again by itself").hasSize(2);
    refused = "";
    browser.submit(PAGE + "/again", Map.of());
    done();
    assertThat(browser.open(PAGE).select("#state").text()).contains("2 documents.");
  }

  @Test
  void aFolderThatWouldBeTheSameForAllIsRefused() throws Exception {
    for (String folder : List.of("", "Applications", "{salary}")) {
      var answer = browser.submit(PAGE, Map.of("on", "yes", "folder", folder));
      assertThat(answer.statusCode()).as(folder).isEqualTo(422);
    }
    assertThat(browser.open(PAGE).select("#folder").val()).isEqualTo("{company} – {title}");
  }

  @Test
  void whatIsOffIsNotStored() throws Exception {
    sent("Letter.pdf=one");
    browser.submit(PAGE, Map.of("papers", "yes", "folder", "{company}"));
    tick();
    assertThat(shelf.calls()).isEmpty();
    assertThat(browser.open("/settings/integrations").text()).contains("it is switched off");
  }
}
