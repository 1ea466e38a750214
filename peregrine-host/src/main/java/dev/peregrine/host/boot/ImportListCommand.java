package dev.peregrine.host.boot;

import dev.peregrine.host.importers.DayOrder;
import dev.peregrine.host.importers.Field;
import dev.peregrine.host.importers.Kind;
import dev.peregrine.host.importers.ListException;
import dev.peregrine.host.importers.Lists;
import dev.peregrine.host.importers.Opened;
import dev.peregrine.host.importers.Report;
import dev.peregrine.host.importers.Standing;
import dev.peregrine.host.pipeline.Imports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists from elsewhere on the command line: what the page {@code /importers} does. */
abstract class ImportListCommand extends TenantCommand {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A list: csv, zip (LinkedIn, JobSync), json, or a database (job-ops, JobSync).")
  private @Nullable String file;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description = "Whose list it has to be: csv, linkedin, huntr, teal, jobsync, job-ops.")
  private @Nullable String kind;

  @Option(
      names = "--map",
      paramLabel = "COLUMN=FIELD",
      description = "What a column means, such as \"Where=place\"; nothing leaves it out.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--stage",
      paramLabel = "WORD=STAGE",
      description = "What a word of the list means, such as \"waiting=applied\".")
  private Map<String, String> words = new LinkedHashMap<>();

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      description = "Of dates such as 03/04/2026: dmy or mdy.")
  private @Nullable String order;

  @Option(names = "--dry-run", description = "Only say what would come.")
  private boolean dryRun;

  @Option(names = "--json", description = "The report as one JSON object.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    if (file == null) {
      throw new UsageException("Expected a file; see: peregrine import --help");
    }
    Path named = peregrine.installation().typed(file);
    Lists lists = peregrine.lists();
    try {
      Opened opened = told(lists.open(named));
      Report report =
          dryRun ? lists.look(opened) : lists.bring(opened, lists.key(named), (done, of) -> {});
      say(opened, report, output);
      if (!dryRun) {
        new Waiting(peregrine).untilIdle(output);
        lists.made().stream()
            .findFirst()
            .ifPresent(
                made -> output.message("To take it back: peregrine import undo " + made.id()));
      }
      return report.left() > 0 || report.more() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
    } catch (ListException unfit) {
      throw new FailedException(unfit.sentence());
    }
  }

  private Opened told(Opened opened) {
    String named = kind;
    if (named != null) {
      Kind wanted =
          Kind.find(named)
              .orElseThrow(() -> new UsageException(expected("--as", named, keys(Kind.values()))));
      if (wanted != opened.kind() && wanted != Kind.CSV) {
        throw new FailedException(
            "\"%s\" is no list of %s: its columns are %s."
                .formatted(opened.name(), wanted.shown(), String.join(", ", opened.header())));
      }
    }
    Opened told = opened;
    for (Map.Entry<String, String> column : columns.entrySet()) {
      Field field =
          Field.find(column.getValue())
              .orElseThrow(
                  () -> new UsageException(expected("--map", column.getValue(), fields())));
      told =
          told.with(column.getKey(), field)
              .orElseThrow(
                  () ->
                      new UsageException(
                          expected("--map", column.getKey(), String.join(", ", opened.header()))));
    }
    for (Map.Entry<String, String> word : words.entrySet()) {
      Standing standing =
          Standing.find(word.getValue())
              .orElseThrow(
                  () -> new UsageException(expected("--stage", word.getValue(), standings())));
      told = told.with(word.getKey(), standing);
    }
    if (order != null) {
      String typed = order;
      told =
          told.with(
              DayOrder.find(typed)
                  .orElseThrow(() -> new UsageException(expected("--dates", typed, "dmy, mdy"))));
    }
    told.problem()
        .ifPresent(
            problem -> {
              throw new FailedException(problem);
            });
    return told;
  }

  private static String expected(String option, String typed, String known) {
    return "%s \"%s\": expected one of %s.".formatted(option, typed, known);
  }

  private static String keys(Kind... kinds) {
    return Arrays.stream(kinds).map(Kind::key).collect(Collectors.joining(", "));
  }

  private static String fields() {
    return Arrays.stream(Field.values()).map(Field::key).collect(Collectors.joining(", "));
  }

  private static String standings() {
    return Arrays.stream(Standing.values()).map(Standing::key).collect(Collectors.joining(", "));
  }

  private void say(Opened opened, Report report, Output output) {
    if (json) {
      output.json(object(opened, report));
      return;
    }
    output.line(
        "%s, %s: %s"
            .formatted(
                opened.name(),
                opened.kind().shown(),
                dryRun ? Lists.would(report) : Lists.sentence(report)));
    for (Report.Count stage : report.stages()) {
      output.line("  %,d  %s".formatted(stage.n(), stage.what()));
    }
    for (Report.Lines lines : report.why()) {
      output.message(
          "Row %s: %s"
              .formatted(
                  lines.first().stream().map(String::valueOf).collect(Collectors.joining(", "))
                      + (lines.n() > lines.first().size() ? " …" : ""),
                  lines.what()));
    }
    report.odd().forEach(odd -> output.message("%,d × %s".formatted(odd.n(), odd.what())));
    if (report.more() > 0) {
      output.message("%,d rows were too many at once. Split the file.".formatted(report.more()));
    }
  }

  private LinkedHashMap<String, Object> object(Opened opened, Report report) {
    var object = new LinkedHashMap<String, Object>();
    object.put("source", opened.name());
    object.put("kind", opened.kind().key());
    object.put("dry_run", dryRun);
    object.put("columns", opened.meant());
    object.put("rows", report.rows());
    object.put("new", report.fresh());
    object.put("further", report.further());
    object.put("same", report.same());
    object.put("twice", report.twice());
    object.put("left", report.left());
    object.put("stages", counts(report.stages()));
    object.put("why", report.why());
    object.put("odd", counts(report.odd()));
    object.put("more", report.more());
    return object;
  }

  private static Map<String, Integer> counts(List<Report.Count> counts) {
    var object = new LinkedHashMap<String, Integer>();
    counts.forEach(count -> object.put(count.what(), count.n()));
    return object;
  }

  @Command(
      name = "list",
      description = "Says which lists were brought.",
      mixinStandardHelpOptions = true)
  static final class MadeCommand extends TenantCommand {

    @Override
    int run(Peregrine peregrine, Output output) {
      var rows = new ArrayList<List<String>>();
      rows.add(List.of("NUMBER", "WHEN", "FILE", "WHAT CAME"));
      for (Imports.Made made : peregrine.lists().made()) {
        String what =
            made.undone().isPresent()
                ? "taken back"
                : Lists.report(made).map(Lists::sentence).orElse("broken off");
        rows.add(List.of(Long.toString(made.id()), made.at().toString(), made.source(), what));
      }
      output.table(rows);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "undo",
      description = {
        "Takes all of a list back.",
        "A job with which something happened since stays as it is."
      },
      mixinStandardHelpOptions = true)
  static final class UndoCommand extends TenantCommand {

    @Parameters(paramLabel = "NUMBER", description = "As \"import list\" names it.")
    private long number;

    @Override
    int run(Peregrine peregrine, Output output) {
      Optional<Imports.Made> made = peregrine.lists().find(number);
      if (made.isEmpty()) {
        throw new FailedException(
            "List \"%d\": there is none with that number. See: peregrine import list"
                .formatted(number));
      }
      output.line(Lists.sentence(peregrine.lists().takeBack(number, done -> {})));
      return ExitCode.DONE;
    }
  }
}
