package dev.peregrine.host.boot;

import dev.peregrine.host.intake.PostingJson;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "jobs",
    description = "Lists the jobs that are stored.",
    mixinStandardHelpOptions = true,
    subcommands = JobsCommand.ListCommand.class)
final class JobsCommand {

  /** How jobs can be ordered on the command line. */
  enum Sort {
    SCORE,
    DATE,
    COMPANY;

    JobFilter.Order order() {
      return switch (this) {
        case SCORE -> JobFilter.Order.BEST_MATCH;
        case DATE -> JobFilter.Order.NEWEST;
        case COMPANY -> JobFilter.Order.COMPANY;
      };
    }
  }

  @Command(
      name = "list",
      description = "Lists jobs, the best match first.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends TenantCommand {

    @Option(
        names = "--stage",
        description = "pending, approved, applied, … or all (default: ${DEFAULT-VALUE})",
        defaultValue = "pending")
    private String stage = "";

    @Option(names = "--query", paramLabel = "TEXT", description = "Words to look for.")
    private @Nullable String query;

    @Option(
        names = "--sort",
        description = "score, date or company (default: score)",
        defaultValue = "score")
    private Sort sort = Sort.SCORE;

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "How many at most (default: ${DEFAULT-VALUE})",
        defaultValue = "50")
    private int limit;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) {
      JobFilter filter = filter().withOrder(sort.order());
      Optional<String> after = Optional.empty();
      int left = limit;
      var table = new ArrayList<List<String>>();
      while (left > 0) {
        JobPage page = peregrine.jobs().page(filter, after, Math.min(left, 200));
        for (JobRow row : page.rows()) {
          if (json) {
            output.json(json(peregrine, row));
          } else {
            table.add(cells(row));
          }
        }
        left -= page.rows().size();
        after = page.next();
        if (after.isEmpty()) {
          break;
        }
      }
      if (!json) {
        output.table(table);
        if (table.isEmpty()) {
          output.message("No jobs here. Find some with: peregrine discover");
        }
      }
      return ExitCode.DONE;
    }

    private JobFilter filter() {
      try {
        JobFilter all = stage.equals("all") ? JobFilter.all() : JobFilter.stage(Stage.of(stage));
        return query == null ? all : all.withWords(query);
      } catch (IllegalArgumentException unknown) {
        throw new UsageException(String.valueOf(unknown.getMessage()));
      }
    }

    private static Map<String, @Nullable Object> json(Peregrine peregrine, JobRow row) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      peregrine
          .jobs()
          .findById(row.id())
          .ifPresent(
              job ->
                  object.putAll(
                      PostingJson.of(
                          Long.toString(job.id()),
                          job.posting(),
                          job.board(),
                          Optional.of(job.descriptionText()).filter(text -> !text.isBlank()))));
      object.put("stage", row.stage().key());
      object.put("score", row.score().orElse(null));
      return object;
    }

    private static List<String> cells(JobRow row) {
      return List.of(
          Long.toString(row.id()),
          row.score().map(score -> "%.0f".formatted(score)).orElse("–"),
          row.title(),
          row.company().orElse("–"),
          row.place().orElse("–"),
          row.board());
    }
  }
}
