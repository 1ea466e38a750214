package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The index of words follows behind; nobody notices. */
class TextIndexTest extends JobsFixture {

  @Test
  void whatWasStoredThisMomentIsFound() {
    long baker = add(posting("1", "Baker", "Laugen"));
    long cook = add(saying(posting("2", "Cook", "Topf"), "sourdough and rye"));

    assertThat(ids(JobFilter.all().withWords("baker"))).containsExactly(baker);
    assertThat(ids(JobFilter.all().withWords("sourdough"))).containsExactly(cook);
  }

  @Test
  void itCatchesUpByItselfOnceNoMoreComes() throws InterruptedException {
    addMany(30);
    assertThat(behind()).isPositive();

    var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (behind() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }

    assertThat(behind()).isZero();
  }

  @Test
  void itIsNeverLeftFarBehind() {
    addMany(7_000);

    assertThat(behind()).isLessThan(5_000);
  }

  @Test
  void aJobThatChangesBeforeItIsInTheIndexIsFoundByItsNewWordsOnly() throws SQLException {
    long id = add(saying(posting("1", "Baker", "Laugen"), "rye"));

    home.with(() -> jobs.update(id, saying(posting("1", "Baker", "Laugen"), "spelt")));

    assertThat(ids(JobFilter.all().withWords("rye"))).isEmpty();
    assertThat(ids(JobFilter.all().withWords("spelt"))).containsExactly(id);
    assertIndexIsWhole();
  }

  @Test
  void aJobThatIsDeletedBeforeItIsInTheIndexLeavesItWhole() throws SQLException {
    long kept = add(posting("1", "Baker", "Laugen"));
    long gone = add(posting("2", "Miller", "Laugen"));

    delete(gone);

    assertThat(ids(JobFilter.all().withWords("laugen"))).containsExactly(kept);
    delete(kept);
    assertThat(ids(JobFilter.all().withWords("laugen"))).isEmpty();
    assertIndexIsWhole();
  }

  private long behind() {
    return home.with(
        () ->
            home.databases()
                .current()
                .read(
                    mappers ->
                        mappers.of(JobMapper.class).lastId()
                            - mappers.of(JobMapper.class).indexed()));
  }

  private void delete(long id) throws SQLException {
    run("DELETE FROM jobs WHERE id = " + id);
  }

  /** SQLite's own check of the index against the texts; it fails where one differs. */
  private void assertIndexIsWhole() throws SQLException {
    run("INSERT INTO jobs_fts (jobs_fts, rank) VALUES ('integrity-check', 1)");
  }

  private void run(String sql) throws SQLException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/staging.db"));
        Statement statement = file.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute(sql);
    }
  }
}
