package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tracking.Mapped;
import dev.peregrine.host.tracking.Plan;
import dev.peregrine.host.tracking.Tracking;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tracker's table from the command line. */
class IntegrationsPushCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private TrackerJar slate;

  @BeforeEach
  void aTracker() throws Exception {
    slate = TrackerJar.in(folder);
    Path jar = folder.resolve("shipped/integration-slate-1.0.jar");
    assertThat(run("plugin", "install", jar.toString())).as(err.toString()).isZero();
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of(arguments));
    all.add("--home=" + folder.resolve("home"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  /** Chooses a table as the page would, with two approved jobs. */
  private void choose() throws Exception {
    Path home = folder.resolve("home");
    Files.createDirectories(home.resolve("shipped"));
    Files.copy(
        folder.resolve("shipped/integration-slate-1.0.jar"),
        home.resolve("shipped/integration-slate-1.0.jar"));
    try (var world = new World(home, 0, InstantSource.fixed(World.NOW), false)) {
      Tracking tracking = world.connecting.tables().tracking();
      List<Long> jobs = world.seed();
      var _ = world.as(() -> world.jobs.move(jobs.subList(0, 2), Stage.APPROVED, Optional.empty()));
      String _ =
          world.as(() -> world.connecting.integrations().connect(TrackerJar.KEY, slate.settings()));
      TrackerTarget target = world.as(() -> tracking.target(TrackerJar.KEY, "jobs"));
      boolean _ =
          world.as(
              () ->
                  tracking.save(
                      TrackerJar.KEY,
                      new Plan(
                          "jobs",
                          target.name(),
                          target.link(),
                          tracking.suggested(target).entrySet().stream()
                              .map(each -> Mapped.of(each.getKey(), each.getValue()))
                              .toList(),
                          List.of(),
                          Plan.USUAL_STAGES,
                          "off",
                          true,
                          true,
                          "en"),
                      0));
    }
  }

  @Test
  void withoutATableItSaysWhereToChooseOne() {
    assertThat(run("integrations", "push", "slate")).isEqualTo(1);
    assertThat(err.toString())
        .contains("No table was chosen for Village slate. Choose one under Settings");
    assertThat(run("integrations", "push", "gong")).isEqualTo(2);
  }

  @Test
  void aDryRunSaysTheDifferenceAndAPushMakesIt() throws Exception {
    choose();
    assertThat(run("integrations", "push", "slate", "--dry-run")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "added: Product Designer, Booking",
            "  Status: Approved",
            "2 would be added, 0 changed, 0 archived; 0 are up to date.");
    assertThat(slate.column("jobs", "a")).isEmpty();
    assertThat(run("integrations", "push", "slate", "--json")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "{\"key\":\"slate\",\"state\":\"completed\",\"dry_run\":false,\"added\":2,\"changed\":0,\"archived\":0,\"refused\":0,\"same\":0,\"message\":null}");
    assertThat(slate.column("jobs", "a")).hasSize(2);
    assertThat(run("integrations", "push", "slate")).isZero();
    assertThat(out.toString()).contains("Nothing was to be written; 2 up to date.");
  }
}
