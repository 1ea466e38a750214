package dev.peregrine.host.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.host.discovery.SearchHome;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkSearchesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path root;
  private SearchHome home;

  @BeforeEach
  void start() {
    home = new SearchHome(root);
    home.in(
        () ->
            home.jobs.store(
                List.of(found("Baker"), found("Cook"), found("Driver"), found("Waiter"))));
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void itTellsOfEachStepInThePeriodInTheOrderOfTime() {
    move("Cook", Stage.APPLIED);
    home.clock.pass(Duration.ofDays(1));
    move("Baker", Stage.APPLIED);
    home.clock.pass(Duration.ofDays(2));
    move("Cook", Stage.PHONE_SCREEN);
    home.clock.pass(Duration.ofDays(30));
    move("Cook", Stage.REJECTED);

    assertThat(rows(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 5, 31)))
        .containsExactly(
            List.of(
                "May 20, 2026",
                "Applied",
                "Ofen",
                "Cook",
                "",
                "https://jobs.example/Cook",
                "Rejected after phone screen"),
            List.of(
                "May 21, 2026",
                "Applied",
                "Ofen",
                "Baker",
                "",
                "https://jobs.example/Baker",
                "Applied"),
            List.of(
                "May 23, 2026",
                "Phone screen",
                "Ofen",
                "Cook",
                "",
                "https://jobs.example/Cook",
                "Rejected after phone screen"));
    assertThat(rows(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)))
        .extracting(row -> row.get(1))
        .containsExactly("Rejected after phone screen");
  }

  @Test
  void whatWasOnlySortedOrTakenBackIsNoStep() {
    move("Driver", Stage.APPROVED);
    move("Waiter", Stage.REJECTED);
    Move mistake = move("Baker", Stage.APPLIED);
    home.in(() -> home.jobs.undo(mistake.id()));

    assertThat(rows(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31))).isEmpty();
  }

  @Test
  void aDayIsADayInThePersonsZone() {
    home.clock.pass(Duration.ofHours(10).plusMinutes(30)); // 00:30 of the 21st in Berlin
    move("Cook", Stage.APPLIED);

    assertThat(rows(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 5, 20))).isEmpty();
    assertThat(rows(LocalDate.of(2026, 5, 21), LocalDate.of(2026, 5, 21))).hasSize(1);
  }

  private List<List<String>> rows(LocalDate from, LocalDate to) {
    return home.in(
        () -> {
          Authority general = new Authorities().find(Authorities.USUAL).orElseThrow();
          ExportRequest.WorkSearch report =
              new WorkSearches(home.jobs)
                  .of(
                      general,
                      new Applicant("Ada", List.of(), List.of(), "", ""),
                      from,
                      to,
                      BERLIN);
          return report.rows(
              new Layout(general.language(), BERLIN, Paper.A4, Optional.empty(), "Report"));
        });
  }

  private Move move(String title, Stage to) {
    long id =
        home.shown().stream()
            .filter(row -> row.title().equals(title))
            .findFirst()
            .orElseThrow()
            .id();
    return home.in(() -> home.jobs.move(List.of(id), to, Optional.empty()));
  }

  private static Found found(String title) {
    return new Found(
        Posting.of(title, title, URI.create("https://jobs.example/" + title))
            .withCompany(Optional.of("Ofen")),
        "village",
        OptionalLong.empty(),
        Optional.empty());
  }
}
