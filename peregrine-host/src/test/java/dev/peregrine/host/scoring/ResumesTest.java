package dev.peregrine.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumesTest {

  @TempDir Path root;
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private Databases databases;

  @AfterEach
  void close() {
    if (databases != null) {
      databases.close();
    }
  }

  private Resumes resumes() {
    if (databases == null) {
      databases = new Databases(Resumes.mappers(), () -> now);
    }
    return new Resumes(databases, () -> now);
  }

  private <T> T in(Callable<T> work) {
    try {
      return new Tenant("t", root).call(work);
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  private static ResumeContent edited(String text) {
    return new ResumeContent(
        Resume.Origin.EDITED, text, "{\"a\":1}", "cv.pdf", Optional.empty(), OptionalLong.empty());
  }

  @Test
  void theFirstOneIsTheMainOneAndNamesAreMadeDifferent() {
    Resume first = in(() -> resumes().create("Data jobs", ResumeContent.text("a", "cv.txt")));
    Resume second = in(() -> resumes().create("data jobs", ResumeContent.text("b", "cv.txt")));
    assertThat(first.main()).isTrue();
    assertThat(second.main()).isFalse();
    assertThat(second.name()).isEqualTo("data jobs 2");
    assertThatThrownBy(() -> in(() -> rename(second.id(), "DATA jobs")))
        .hasMessage("There is a résumé “DATA jobs” already. Choose another name.");
    in(() -> makeMain(second.id()));
    assertThat(in(resumes()::all)).extracting(Resume::id).containsExactly(second.id(), first.id());
  }

  private boolean rename(long id, String name) {
    resumes().rename(id, name);
    return true;
  }

  private boolean makeMain(long id) {
    resumes().makeMain(id);
    return true;
  }

  @Test
  void everySaveIsAVersionAndAnOlderOneComesBackAsANewOne() {
    Resume first = in(() -> resumes().create("A", ResumeContent.text("one", "cv.txt")));
    assertThat(in(() -> resumes().save(first.id(), 1, edited("two"))))
        .isInstanceOfSatisfying(
            Resumes.Saving.Done.class, done -> assertThat(done.resume().version()).isEqualTo(2));
    Resume back = in(() -> resumes().restore(first.id(), 1)).orElseThrow();
    assertThat(back.version()).isEqualTo(3);
    assertThat(back.text()).isEqualTo("one");
    assertThat(in(() -> resumes().versions(first.id())))
        .extracting(v -> v.number() + " " + v.origin())
        .containsExactly("3 RESTORED", "2 EDITED", "1 GIVEN");
    assertThat(in(() -> resumes().restore(first.id(), 9))).isEmpty();
  }

  @Test
  void whoSavesOverAVersionTheyDidNotSeeIsToldAndNothingIsStored() {
    Resume first = in(() -> resumes().create("A", ResumeContent.text("one", "cv.txt")));
    in(() -> resumes().save(first.id(), 1, edited("from the first window")));
    assertThat(in(() -> resumes().save(first.id(), 1, edited("from the second window"))))
        .isInstanceOfSatisfying(
            Resumes.Saving.Overtaken.class,
            told -> assertThat(told.inUse().text()).isEqualTo("from the first window"));
    assertThat(in(() -> resumes().versions(first.id()))).hasSize(2);
  }

  @Test
  void theOriginalFileStaysWithTheVersionsMadeFromIt() {
    byte[] bytes = "%PDF".getBytes(StandardCharsets.UTF_8);
    var given =
        new ResumeContent(
            Resume.Origin.GIVEN,
            "one",
            "{}",
            "cv.pdf",
            Optional.of(new ResumeFile("cv.pdf", "PDF", "one", "{}", bytes)),
            OptionalLong.empty());
    Resume first = in(() -> resumes().create("A", given));
    in(() -> resumes().save(first.id(), 1, edited("two")));
    Resume now = in(() -> resumes().findById(first.id())).orElseThrow();
    assertThat(in(() -> resumes().file(now)).orElseThrow().bytes()).isEqualTo(bytes);
    assertThat(in(() -> resumes().file(now)).orElseThrow().name()).isEqualTo("cv.pdf");
  }

  @Test
  void aRemovedOneComesBackAndIsForgottenAfterAMonth() {
    Resume first = in(() -> resumes().create("A", ResumeContent.text("one", "cv.txt")));
    Resume second = in(() -> resumes().create("B", ResumeContent.text("two", "cv.txt")));
    in(() -> remove(first.id()));
    assertThat(in(resumes()::current).orElseThrow().id()).isEqualTo(second.id());
    in(() -> bringBack(first.id()));
    assertThat(in(resumes()::current).orElseThrow().id()).isEqualTo(first.id());
    in(() -> remove(first.id()));
    now = now.plus(Duration.ofDays(31));
    in(() -> resumes().create("C", ResumeContent.text("three", "cv.txt")));
    in(() -> bringBack(first.id()));
    assertThat(in(resumes()::all)).extracting(Resume::name).containsExactly("B", "C");
  }

  private boolean remove(long id) {
    resumes().remove(id);
    return true;
  }

  private boolean bringBack(long id) {
    resumes().bringBack(id, true);
    return true;
  }

  /** A file as the program before this one left it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void theSingleResumeOfBeforeBecomesTheMainOne(int stored) throws Exception {
    Path file = new Tenant("t", root).data().resolve("staging.db");
    Files.createDirectories(file.getParent());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied INTEGER NOT NULL) STRICT");
      var migrations = dev.peregrine.host.storage.Before.version(5);
      for (var migration : migrations) {
        statement.executeUpdate(migration.script());
        statement.executeUpdate(migration.record());
      }
      for (int at = 1; at <= stored; at++) {
        statement.executeUpdate(
            "INSERT INTO resumes (created, source_name, text, hash) VALUES (%d, 'cv%d.pdf', 'text %d', 'h%d')"
                .formatted(at * 1000, at, at, at));
      }
      statement.executeUpdate("PRAGMA user_version = 5");
    }
    List<Resume> all = in(resumes()::all);
    assertThat(all).hasSize(stored == 0 ? 0 : 1);
    if (stored > 0) {
      assertThat(all.getFirst().main()).isTrue();
      assertThat(all.getFirst().name()).isEqualTo(Resumes.USUAL_NAME);
      assertThat(all.getFirst().text()).isEqualTo("text 2");
      assertThat(all.getFirst().hash()).isEqualTo("h2");
      assertThat(all.getFirst().stored()).isEqualTo(Instant.ofEpochMilli(2000));
      assertThat(in(() -> resumes().versions(all.getFirst().id())))
          .extracting(ResumeVersion::sourceName)
          .containsExactly("cv2.pdf", "cv1.pdf");
    }
  }
}
