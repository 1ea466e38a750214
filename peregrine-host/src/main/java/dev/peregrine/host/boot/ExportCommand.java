package dev.peregrine.host.boot;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest.Kind;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.exports.Folder;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.plugins.PluginBugException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = {
      "Writes documents and lists: letter, résumé or both for a job, a list of jobs,",
      "or a report of your work search for an authority."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand extends TenantCommand {

  /** What can be exported from here, in the order in which it is tried. */
  enum What {
    APPLICATION,
    LETTER,
    RESUME,
    JOBS,
    WORK_SEARCH;

    Kind kind() {
      return Kind.valueOf(name());
    }

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isForJob() {
      return this == APPLICATION || this == LETTER || this == RESUME;
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "FORMAT",
      description = "Such as pdf, docx, html, markdown, text, csv, xlsx; or the id of an exporter.")
  private String format = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "JOB",
      description = "Numbers, as from: peregrine jobs list")
  private List<Long> jobs = new ArrayList<>();

  @Option(
      names = "--what",
      description =
          "application, letter, resume, jobs or work-search (default: what the format can of these)")
  private @Nullable What what;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "Where to write it; in a folder, it gets a name of its own.")
  private String to = "";

  @Option(names = "--replace", description = "Also where another document is already.")
  private boolean replace;

  @Mixin private ExportOptions options = new ExportOptions();

  @Option(names = "--json", description = "One JSON object a document.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    What chosen = what == null ? usual(peregrine) : what;
    ExportFormat found =
        peregrine
            .exports()
            .find(chosen.kind(), format)
            .orElseThrow(() -> new UsageException(unknown(peregrine, chosen)));
    options.check(found);
    var made = new ExportedDocuments(peregrine, options, found);
    if (!chosen.isForJob()) {
      Written written = chosen == What.JOBS ? made.list(jobs(peregrine)) : made.workSearch();
      keep(peregrine, written, output);
      return ExitCode.DONE;
    }
    return forJobs(peregrine, chosen, made, output);
  }

  private int forJobs(Peregrine peregrine, What chosen, ExportedDocuments made, Output output)
      throws IOException, InterruptedException {
    if (jobs.isEmpty()) {
      throw new UsageException(
          "For which job? Name one or more, as from: peregrine jobs list --stage approved");
    }
    if (jobs.size() > 1 && !isFolder(peregrine)) {
      throw new UsageException(
          "--to \"%s\": expected a folder for %d jobs. Make it, or put a slash behind it."
              .formatted(to, jobs.size()));
    }
    int done = 0;
    for (Job job : jobs(peregrine)) {
      try {
        keep(peregrine, made.forJob(job, chosen.kind()), output);
        done++;
      } catch (ExtensionException | FailedException | PluginBugException failed) {
        output.message("%d %s: %s".formatted(job.id(), job.posting().title(), failed.getMessage()));
      }
    }
    return done == jobs.size() ? ExitCode.DONE : done == 0 ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  /** The first that the format can; with jobs it is documents before lists. */
  private What usual(Peregrine peregrine) {
    return Stream.of(What.values())
        .filter(each -> !jobs.isEmpty() || !each.isForJob())
        .filter(each -> peregrine.exports().find(each.kind(), format).isPresent())
        .findFirst()
        .orElseThrow(
            () -> new UsageException(unknown(peregrine, jobs.isEmpty() ? What.JOBS : What.LETTER)));
  }

  private String unknown(Peregrine peregrine, What chosen) {
    String known =
        peregrine.exports().formats(chosen.kind()).stream()
            .map(ExportFormat::format)
            .distinct()
            .collect(Collectors.joining(", "));
    return known.isEmpty()
        ? "No exporter writes \"%s\". Switch one on: peregrine plugin list".formatted(chosen)
        : "Format \"%s\": expected one of %s for \"%s\". For other kinds see --what."
            .formatted(format, known, chosen);
  }

  private List<Job> jobs(Peregrine peregrine) {
    return jobs.isEmpty()
        ? options.jobs(peregrine)
        : jobs.stream()
            .map(
                id ->
                    peregrine
                        .jobs()
                        .findById(id)
                        .orElseThrow(
                            () ->
                                new FailedException(
                                    "There is no job \"%d\". See: peregrine jobs list"
                                        .formatted(id))))
            .toList();
  }

  private boolean isFolder(Peregrine peregrine) {
    return to.endsWith("/") || to.endsWith("\\") || Files.isDirectory(target(peregrine));
  }

  private Path target(Peregrine peregrine) {
    return peregrine.installation().typed(to);
  }

  private void keep(Peregrine peregrine, Written written, Output output) throws IOException {
    Path file = target(peregrine);
    if (isFolder(peregrine)) {
      file = new Folder(file).keep(written);
    } else if (!replace && Files.exists(file) && !Folder.holds(file, written.bytes())) {
      throw new FailedException(
          "\"%s\" holds another document. Choose another name, or add --replace.".formatted(to));
    } else {
      Files.write(file, written.bytes());
    }
    written.notes().forEach(output::message);
    if (json) {
      output.json(json(file, written));
    } else {
      output.line(file.toString());
    }
  }

  private static Map<String, @Nullable Object> json(Path file, Written written) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("file", file.toString());
    object.put("media_type", written.mediaType());
    object.put("bytes", written.bytes().length);
    object.put("sha256", written.sha256());
    object.put("exporter", written.exporter());
    object.put("version", written.version());
    object.put("template", written.template().orElse(null));
    object.put("notes", written.notes());
    return object;
  }
}
