package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.backup.BackupPlan;
import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of many restores a backup of theirs, or deletes all they have, and nobody else notices. */
class CloudRestoreTest {

  private static final String HERE = "/settings/backup";

  private static final Progress SILENT =
      new Progress() {
        @Override
        public void step(String text) {}

        @Override
        public void of(long done, long total) {}
      };

  @TempDir Path folder;
  private Cloud cloud;
  private Cloud.Person ann;
  private Cloud.Person bob;

  @BeforeEach
  void start() throws Exception {
    begin();
    ann.never("Annsworst", ann.token());
    bob.never("Bobsworst", bob.token());
    var _ =
        tenant(Tokens.ANN)
            .call(() -> cloud.peregrine().resumes().save("The first resume", "one.txt"));
  }

  private void begin() {
    cloud = new Cloud(folder, Map.of());
    ann = cloud.person(Tokens.ANN);
    bob = cloud.person(Tokens.BOB);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private Tenant tenant(String user) {
    return new Tenant(user, cloud.folder(user));
  }

  private HttpResponse<String> press(Cloud.Person person, String path, Map<String, String> fields)
      throws Exception {
    var all = new LinkedHashMap<>(fields);
    all.put("_token", person.token());
    return person.post(path, Browser.encoded(all));
  }

  /** Makes a backup of everything that Ann has; gives its name. */
  private String backup(boolean portable) throws Exception {
    return tenant(Tokens.ANN)
        .call(
            () -> {
              var backups = cloud.peregrine().backups();
              Path file = backups.backups().newFile(false);
              var _ = backups.make(file, new BackupPlan(Optional.empty(), false, portable), SILENT);
              return file.getFileName().toString();
            });
  }

  private String resume(String user) throws Exception {
    return tenant(user)
        .call(() -> cloud.peregrine().resumes().current().map(resume -> resume.text()).orElse(""));
  }

  /** Waits until what was begun for somebody is over, as their browser sees it. */
  private void awaitBack(Cloud.Person person, String word, boolean there) {
    Deadline.until(
        () -> {
          try {
            HttpResponse<String> page = person.get("/settings/never");
            return page.statusCode() == 200 && page.body().contains(word) == there;
          } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  @Test
  void aBackupIsPutInPlaceForItsOwnerWhileAllOthersGoOn() throws Exception {
    String name = backup(false);
    ann.never("Later", ann.token());
    var _ = tenant(Tokens.ANN).call(() -> cloud.peregrine().resumes().save("Second", "two.txt"));

    HttpResponse<String> look = ann.get(HERE + "/restore?name=" + name);
    assertThat(look.body()).contains("config/blocklist.yaml").doesNotContain(folder.toString());
    assertThat(press(ann, HERE + "/restore", Map.of("name", name, "lock", "")).statusCode())
        .isEqualTo(303);
    assertThat(bob.never()).contains("Bobsworst");
    awaitBack(ann, "Later", false);

    assertThat(ann.never()).contains("Annsworst");
    assertThat(resume(Tokens.ANN)).isEqualTo("The first resume");
    assertThat(bob.never("Bobsnext", bob.token()).statusCode()).isEqualTo(303);
    assertThat(ann.never("Afterwards", ann.token()).statusCode()).isEqualTo(303);
    assertThat(ann.never()).contains("Afterwards");
    String page = Jsoup.parse(ann.get(HERE).body()).select("#backups").text();
    assertThat(page).contains("Restored backup", "Undo");
    assertThat(ann.get(HERE).body()).doesNotContain(folder.toString());
  }

  @Test
  void oneToTakeAlongOpensForWhoeverUploadsItAndAnotherOnesOwnDoesNot() throws Exception {
    Path backups = cloud.folder(Tokens.ANN).resolve("data/backups");
    Path own = backups.resolve(backup(false));
    HttpResponse<String> taken = bob.upload(HERE + "/upload", own, bob.token());
    assertThat(taken.statusCode()).isEqualTo(303);
    String name = taken.headers().firstValue("Location").orElseThrow().replaceAll(".*name=", "");
    press(bob, HERE + "/restore", Map.of("name", name, "lock", ""));
    Deadline.until(() -> text(bob, HERE).contains("locked for somebody else"));
    assertThat(text(bob, HERE)).doesNotContain(folder.toString());
    assertThat(bob.never()).contains("Bobsworst").doesNotContain("Annsworst");

    Path portable = backups.resolve(backup(true));
    taken = bob.upload(HERE + "/upload", portable, bob.token());
    name = taken.headers().firstValue("Location").orElseThrow().replaceAll(".*name=", "");
    press(bob, HERE + "/restore", Map.of("name", name, "lock", ""));
    awaitBack(bob, "Annsworst", true);
    assertThat(resume(Tokens.BOB)).isEqualTo("The first resume");
    assertThat(ann.never()).contains("Annsworst");
  }

  private static String text(Cloud.Person person, String path) {
    try {
      return Jsoup.parse(person.get(path).body()).text();
    } catch (java.io.IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void everythingOfOneIsDeletedAndEverythingOfTheOthersStays() throws Exception {
    tenant(Tokens.ANN).run(() -> cloud.peregrine().secrets().put("plugins/x", "secret of Ann"));
    tenant(Tokens.BOB).run(() -> cloud.peregrine().secrets().put("plugins/x", "secret of Bob"));
    assertThat(press(ann, HERE + "/everything", Map.of("words", "no")).statusCode()).isEqualTo(422);
    HttpResponse<String> answer =
        press(ann, HERE + "/everything", Map.of("words", "delete everything"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Refresh")).isPresent();
    awaitBack(ann, "Annsworst", false);

    assertThat(resume(Tokens.ANN)).isEmpty();
    assertThat(cloud.folder(Tokens.ANN).resolve("data/secrets.sealed")).doesNotExist();
    assertThat(bob.never()).contains("Bobsworst");
    assertThat(tenant(Tokens.BOB).call(() -> cloud.peregrine().secrets().value("plugins/x")))
        .contains("secret of Bob");
    ann.never("Anew", ann.token());
    assertThat(ann.never()).contains("Anew");
  }

  @Test
  void whatWasBrokenOffIsFinishedBeforeAnythingOfThatPersonIsOpened() throws Exception {
    String name = backup(false);
    ann.never("Later", ann.token());
    tenant(Tokens.ANN)
        .run(
            () -> {
              var backups = cloud.peregrine().backups().backups();
              backups.prepare(backups.named(name), Optional.empty(), SILENT);
            });
    Files.createFile(cloud.folder(Tokens.BOB).resolve("data/erasing"));
    cloud.close();

    begin();
    assertThat(ann.never()).contains("Annsworst").doesNotContain("Later");
    assertThat(resume(Tokens.ANN)).isEqualTo("The first resume");
    assertThat(bob.never()).doesNotContain("Bobsworst");
  }
}
