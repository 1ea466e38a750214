package dev.peregrine.host.boot;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.resumes.Evidence;
import dev.peregrine.host.resumes.ParsedResume;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.ResumeReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "resume",
    description = "Reads résumés.",
    mixinStandardHelpOptions = true,
    subcommands = ResumeCommand.ParseCommand.class)
final class ResumeCommand {

  @Command(
      name = "parse",
      description = {
        "Shows what is read from a résumé, how sure that is, and in which line it stands.",
        "Stores nothing; needs no running Peregrine."
      },
      mixinStandardHelpOptions = true)
  static final class ParseCommand implements Callable<Integer> {

    private static final long MOST_BYTES = 20 << 20;

    @Parameters(
        paramLabel = "FILE",
        description =
            "PDF, DOCX, DOC, ODT, RTF, HTML, text, JSON Resume, or LinkedIn's archive of your data.")
    private String file = "";

    @Option(names = "--json", description = "JSON Resume (https://jsonresume.org/schema).")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      CommandSpec known = Objects.requireNonNull(spec);
      var output = new Output(known.commandLine().getOut(), known.commandLine().getErr());
      var root = (PeregrineCommand) known.root().userObject();
      ParsedResume resume = read(root.installation().typed(file));
      if (json) {
        output.line(ResumeJson.write(resume.document()));
      } else {
        resume.found().forEach(evidence -> output.line(line(evidence)));
      }
      resume.warnings().forEach(output::message);
      return ExitCode.DONE;
    }

    private ParsedResume read(Path path) throws Exception {
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        throw new UsageException(
            "Résumé \"%s\": expected a file that can be read.".formatted(file));
      }
      if (Files.size(path) > MOST_BYTES) {
        throw new FailedException(
            "\"%s\" has %d MiB, expected at most 20. Save it without pictures, or its text alone."
                .formatted(path.getFileName(), Files.size(path) >> 20));
      }
      var reading =
          new ResumeReading(
              new DocumentText(
                  Path.of(System.getProperty("java.home"), "bin", "java"),
                  System.getProperty("java.class.path")));
      try {
        return reading.read(Files.readAllBytes(path), String.valueOf(path.getFileName()));
      } catch (DocumentException unreadable) {
        throw new FailedException(String.valueOf(unreadable.getMessage()));
      }
    }

    private static String line(Evidence evidence) {
      String value = evidence.value().replace("\n", " ");
      String cut = value.length() > 90 ? value.substring(0, 89) + "…" : value;
      return "%-28s %3.0f %%  line %-4d %s"
          .formatted(evidence.path(), evidence.confidence() * 100, evidence.firstLine(), cut);
    }
  }
}
