package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.FullDisk;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes nothing more, with files that are encrypted, as people meet it. */
@Timeout(180)
class CloudFullDiskTest {

  private static final String POSTING =
      "Ornithologist at the observatory\n\nWe look for somebody who counts birds. ";

  @TempDir Path folder;
  private Cloud cloud;
  private Cloud.Person ann;

  @BeforeEach
  void start() throws Exception {
    cloud = new Cloud(folder, Map.of());
    ann = cloud.person(Tokens.ANN);
    assertThat(add(ann, POSTING + "Before.").statusCode()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private Tenant tenant(String user) {
    return new Tenant(user, cloud.folder(user));
  }

  private HttpResponse<String> add(Cloud.Person person, String posting, String... headers)
      throws Exception {
    return person.post(
        "/jobs/text",
        Browser.encoded(
            Map.of("_token", person.token(), "text", posting, "link", "", "company", "")),
        headers);
  }

  private int jobs(String user) {
    return tenant(user).calling(() -> cloud.peregrine().jobs().named("Ornithologist", 50).size());
  }

  @Test
  void whoseDatabaseTakesNothingMoreReadsThatAndLosesNothingWhileOthersGoOn() throws Exception {
    String large = POSTING + "We count them twice. ".repeat(400);
    try (var full = new FullDisk(cloud.peregrine().databases(), tenant(Tokens.ANN))) {
      HttpResponse<String> answer = add(ann, large);
      for (int more = 0; more < 100 && answer.statusCode() == 200; more++) {
        // Pages that are there and free are used up first.
        answer = add(ann, large + more);
      }
      int there = jobs(Tokens.ANN);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .contains("The disk of this service is full, so nothing was stored")
          .contains("What was stored before is not lost", "what you typed is still there")
          .doesNotContain(folder.toString(), "staging.db", "--home", "StorageException");

      full.still();
      large = POSTING + "And once more. ".repeat(2_000);
      HttpResponse<String> part = add(ann, large, "HX-Request", "true", "Accept-Language", "de");
      assertThat(part.statusCode()).isEqualTo(503);
      assertThat(part.headers().firstValue("HX-Retarget")).contains("#problem");
      assertThat(part.body()).contains("Die Platte dieses Dienstes ist voll");

      assertThat(jobs(Tokens.ANN)).as("all or nothing").isEqualTo(there);
      assertThat(ann.get("/review?view=list").body()).as("what is there").contains("Ornithologist");
      Cloud.Person bob = cloud.person(Tokens.BOB);
      assertThat(add(bob, large).statusCode()).as("another person").isEqualTo(200);
      assertThat(jobs(Tokens.BOB)).isEqualTo(1);
    }
    int before = jobs(Tokens.ANN);
    assertThat(add(ann, large).statusCode()).as("once there is room").isEqualTo(200);
    assertThat(jobs(Tokens.ANN)).isEqualTo(before + 1);
  }

  /** The device says "no space left" to whoever writes. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileOfSettingsThatCannotBeWrittenStaysAsItWas() throws Exception {
    assertThat(ann.never("Grim Works", ann.token()).statusCode()).isEqualTo(303);
    Path file = cloud.folder(Tokens.ANN).resolve("config/blocklist.yaml");
    String kept = Files.readString(file);
    Path draft = file.resolveSibling("." + file.getFileName() + ".new");
    Files.createSymbolicLink(draft, Path.of("/dev/full"));

    HttpResponse<String> answer = ann.never("Other Works", ann.token());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("the disk of this service takes nothing more", "what you typed is still there")
        .doesNotContain(folder.toString(), "Free some space");
    assertThat(file).hasContent(kept);
    assertThat(ann.never()).contains("Grim Works").doesNotContain("Other Works");
    Cloud.Person bob = cloud.person(Tokens.BOB);
    assertThat(bob.never("Bobs Works", bob.token()).statusCode()).isEqualTo(303);

    Files.delete(draft);
    assertThat(ann.never("Other Works", ann.token()).statusCode()).isEqualTo(303);
    assertThat(ann.never()).contains("Other Works");
  }
}
