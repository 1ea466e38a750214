package dev.peregrine.host.boot;

import static dev.peregrine.host.texts.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.texts.Languages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which language a person is spoken to while they ask for no page. */
class LastLanguageTest {

  @TempDir Path home;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private World world;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    world.tasks.register(
        "speaks",
        run -> {
          said.add(t("web.language-auto"));
          return "";
        });
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void reads(String language, String mode) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> page =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:%d/today".formatted(world.port())))
                  .header("Accept-Language", language)
                  .header("Sec-Fetch-Mode", mode)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
    }
  }

  private String task() throws Exception {
    world.as(() -> world.tasks.submit("speaks", "", "Speaks", ""));
    return said.take();
  }

  private static String in(String language) {
    return Languages.named(language).orElseThrow().calling(() -> t("web.language-auto"));
  }

  @Test
  void aTaskSpeaksTheLanguageInWhichAPageWasReadLast() throws Exception {
    assertThat(task()).isEqualTo(in("en"));
    reads("de-DE", "navigate");
    assertThat(task()).isEqualTo(in("de")).isNotEqualTo(in("en"));
  }

  @Test
  void whatAPageFetchesByItselfChangesNothing() throws Exception {
    reads("de-DE", "navigate");
    reads("en-GB", "cors");
    assertThat(task()).isEqualTo(in("de"));
  }

  @Test
  void aFileThatNamesNoLanguageIsEnglish() throws Exception {
    Files.writeString(world.tenant.config().resolve("language"), "klingon ".repeat(50));
    assertThat(task()).isEqualTo(in("en"));
  }
}
