package dev.peregrine.host.boot;

import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.earlier.Earlier;
import dev.peregrine.host.earlier.EarlierException;
import dev.peregrine.host.earlier.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Brings a list of jobs from elsewhere: what came already does not come twice.",
      "With old, moves in from the Python Peregrine."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ImportCommand.OldCommand.class,
      ImportListCommand.MadeCommand.class,
      ImportListCommand.UndoCommand.class
    })
final class ImportCommand extends ImportListCommand {

  @Command(
      name = "old",
      description = {
        "Brings jobs, decisions, résumé, searches and settings from the earlier Python Peregrine.",
        "Makes a backup first; what came already does not come twice."
      },
      mixinStandardHelpOptions = true)
  static final class OldCommand extends TenantCommand {

    @Parameters(
        paramLabel = "PATH",
        description = "Its folder, its staging.db, or a backup of it (zip).")
    private String path = "";

    @Option(names = "--dry-run", description = "Only say what would come.")
    private boolean dryRun;

    @Option(names = "--json", description = "The report as one JSON object.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) throws Exception {
      Path named = peregrine.installation().typed(path);
      Earlier earlier = peregrine.earlier();
      Report report;
      try {
        report =
            dryRun ? earlier.look(named, telling(output)) : earlier.bring(named, telling(output));
      } catch (EarlierException unfit) {
        throw new FailedException(unfit.sentence());
      }
      if (json) {
        output.json(object(report));
      } else {
        say(report, output);
      }
      if (!dryRun) {
        new Waiting(peregrine).untilIdle(output);
      }
      return report.isPartial() ? ExitCode.PARTLY : ExitCode.DONE;
    }

    private static void say(Report report, Output output) {
      var rows = new ArrayList<List<String>>();
      rows.add(
          report.dry()
              ? List.of("", "found", "would come", "would go further", "here already")
              : List.of("", "found", "came", "went further", "here already"));
      for (Report.Line line : report.lines()) {
        rows.add(
            List.of(
                line.what(),
                number(line.found()),
                number(line.added()),
                number(line.joined()),
                number(line.same())));
      }
      output.table(rows);
      counts(output, "Jobs by stage:", report.stages());
      counts(output, "Not as it was found:", report.odd());
      counts(output, "Kept for later in " + report.folder() + ":", report.kept());
      texts(output, "Here already and different; yours stays:", report.different());
      texts(output, "Sealed in the secret store:", report.secrets());
      texts(output, "Not read:", report.unread());
      texts(output, "Good to know:", report.notes());
      output.message("Times without a zone were read as those of " + report.zone() + ".");
      if (!report.before().isEmpty()) {
        output.message(
            "To take all of it back, stop Peregrine and: peregrine backup restore "
                + report.before());
      }
    }

    private static String number(long value) {
      return "%,d".formatted(value);
    }

    private static void counts(Output output, String head, List<Report.Count> counts) {
      texts(
          output,
          head,
          counts.stream().map(each -> number(each.n()) + "  " + each.what()).toList());
    }

    private static void texts(Output output, String head, List<String> texts) {
      if (!texts.isEmpty()) {
        output.line("");
        output.line(head);
        texts.forEach(text -> output.line("  " + text));
      }
    }

    private static LinkedHashMap<String, Object> object(Report report) {
      var object = new LinkedHashMap<String, Object>();
      object.put("source", report.source());
      object.put("dry_run", report.dry());
      object.put("zone", report.zone());
      object.put("lines", report.lines());
      object.put("stages", numbers(report.stages()));
      object.put("odd", numbers(report.odd()));
      object.put("kept", numbers(report.kept()));
      object.put("folder", report.folder());
      object.put("different", report.different());
      object.put("secrets", report.secrets());
      object.put("unread", report.unread());
      object.put("notes", report.notes());
      object.put("backup", report.before().isEmpty() ? null : report.before());
      return object;
    }

    private static LinkedHashMap<String, Long> numbers(List<Report.Count> counts) {
      var numbers = new LinkedHashMap<String, Long>();
      counts.forEach(each -> numbers.put(each.what(), each.n()));
      return numbers;
    }
  }

  private static Progress telling(Output output) {
    return new Progress() {
      @Override
      public void step(String text) {
        output.message(text);
      }

      @Override
      public void of(long done, long total) {}
    };
  }
}
