package dev.peregrine.host.boot;

import dev.peregrine.host.authors.MavenProject;
import dev.peregrine.host.authors.Recording;
import dev.peregrine.host.authors.Replay;
import dev.peregrine.host.authors.SurefireReports;
import dev.peregrine.host.intake.FillRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "test",
    description = {
      "Tests a plugin: runs the tests of its project with Maven,",
      "and plays the recordings in its folder recordings/ to the jar."
    },
    mixinStandardHelpOptions = true)
final class PluginTestCommand implements Callable<Integer> {

  private static final int MOST_LINES = 20;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The plugin's project, or a folder with its jar.")
  private String typed = "";

  @Override
  public Integer call() throws Exception {
    CommandSpec known = Objects.requireNonNull(spec);
    Installation installation = ((PeregrineCommand) known.root().userObject()).installation();
    var output = new Output(known.commandLine().getOut(), known.commandLine().getErr());
    var project = new MavenProject(installation.typed(typed), installation.root());
    if (!project.exists() && project.jar().isEmpty()) {
      throw new UsageException(
          "\"%s\": expected the folder of a plugin, with a pom.xml or its jar. Begin one with: peregrine plugin new board NAME"
              .formatted(typed));
    }
    boolean passed = !project.exists() || contract(project, output);
    boolean same = replays(project, installation, output);
    return passed && same ? ExitCode.DONE : ExitCode.FAILED;
  }

  private boolean contract(MavenProject project, Output output) throws Exception {
    MavenProject.Built built = build(project, output);
    if (!built.built()) {
      built.problems().forEach(output::line);
      output.line("The project cannot be built; the lines above say why.");
      if (built.problems().stream().anyMatch(line -> line.contains("dev.peregrine:"))) {
        output.line(
            "Maven does not find Peregrine's API. Install it once, in Peregrine's folder: mvn -q -Dquick -DskipTests install -pl peregrine-bom,peregrine-api,plugins/testkit -am");
      }
      return false;
    }
    SurefireReports reports = SurefireReports.of(project.folder());
    for (SurefireReports.Failed failed : reports.failed()) {
      output.line("failed: " + failed.test());
      output.line("        " + failed.why());
    }
    output.line("%d tests, %d failed.".formatted(reports.tests(), reports.failed().size()));
    if (!project.hasContract()) {
      output.line("None of its tests is a contract: let one extend JobBoardContract.");
      return false;
    }
    return reports.failed().isEmpty() && reports.tests() > 0;
  }

  private static MavenProject.Built build(MavenProject project, Output output)
      throws InterruptedException {
    try {
      return project.build(output::message);
    } catch (IOException missing) {
      throw new FailedException(
          "Maven could not be started: %s. Install it, so that \"mvn\" is found."
              .formatted(missing.getMessage()));
    }
  }

  private boolean replays(MavenProject project, Installation installation, Output output)
      throws Exception {
    List<Path> recordings = Recording.in(project.folder().resolve("recordings"));
    if (recordings.isEmpty()) {
      output.message(
          "No recordings. Make one with: peregrine board try ID --record recordings/NAME");
      return true;
    }
    Optional<Path> jar = project.jar();
    if (jar.isEmpty()) {
      output.line("There is no jar to play the recordings to.");
      return false;
    }
    boolean same = true;
    for (Path folder : recordings) {
      Recording recording = read(folder);
      Replay replay;
      try (var bench = TestBench.with(jar.get(), installation, recording::at)) {
        replay = bench.play(recording);
      }
      output.line("");
      show(project.folder().relativize(folder), recording, replay, output);
      same &= replay.isSame();
    }
    return same;
  }

  private static Recording read(Path folder) {
    try {
      return Recording.read(folder);
    } catch (IOException broken) {
      throw new FailedException(String.valueOf(broken.getMessage()));
    }
  }

  private static void show(Path folder, Recording recording, Replay replay, Output output) {
    output.line(
        "%s: calls %d, postings %d. %s"
            .formatted(
                folder,
                recording.calls().size(),
                replay.postings().size(),
                replay.outcome().sentence())
            .strip());
    if (!replay.postings().isEmpty()) {
      output.fillRates(FillRate.of(replay.postings()));
    }
    lines("was not answered: ", replay.unanswered(), output);
    lines("is not asked any more: ", replay.unasked(), output);
    lines("", replay.differences(), output);
    output.line(replay.isSame() ? "As recorded." : "Not as recorded.");
  }

  private static void lines(String what, List<String> lines, Output output) {
    lines.stream().limit(MOST_LINES).forEach(line -> output.line(what + line));
    if (lines.size() > MOST_LINES) {
      output.line("… and %d more.".formatted(lines.size() - MOST_LINES));
    }
  }
}
