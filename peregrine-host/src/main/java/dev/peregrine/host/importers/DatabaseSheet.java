package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.storage.ForeignDatabase;
import dev.peregrine.host.storage.ForeignDatabase.Row;
import dev.peregrine.host.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the databases that job-ops and JobSync keep, from a copy. */
final class DatabaseSheet {

  private static final int PAGE = 500;

  private DatabaseSheet() {}

  static Sheet read(Path file, Path work) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(work), "copy-");
    try (ForeignDatabase database = ForeignDatabase.open(file, folder)) {
      List<String> tables = database.tables();
      if (tables.contains("jobs") && database.columns("jobs").contains("suitability_score")) {
        return jobOps(database, tables);
      }
      if (tables.contains("Job") && tables.contains("JobTitle") && tables.contains("JobStatus")) {
        return jobSync(database);
      }
      throw new ListException(t("importers.database-other"));
    } catch (StorageException damaged) {
      throw new ListException(String.valueOf(damaged.getMessage()), damaged);
    } finally {
      forget(folder);
    }
  }

  private static Sheet jobOps(ForeignDatabase database, List<String> tables) {
    Map<String, Map<String, String>> reached = new HashMap<>();
    if (tables.contains("stage_events")) {
      each(
          database,
          "stage_events",
          row ->
              reached
                  .computeIfAbsent(
                      row.getOrDefault("applicationId", ""), id -> new LinkedHashMap<>())
                  .merge(
                      row.getOrDefault("toStage", ""),
                      row.getOrDefault("occurredAt", ""),
                      (first, later) -> first));
    }
    var rows = new Named();
    each(
        database,
        "jobs",
        job -> {
          Map<String, String> cells = new LinkedHashMap<>(JobOps.cells(job));
          Map<String, String> steps = reached.getOrDefault(job.getOrDefault("id", ""), Map.of());
          cells.put("phone screen", first(steps, "recruiter_screen", "hiring_manager_screen"));
          cells.put("interview", first(steps, "technical_interview", "onsite"));
          cells.put("offer date", first(steps, "offer"));
          if (!steps.isEmpty() && job.getOrDefault("outcome", "").isEmpty()) {
            String last = List.copyOf(steps.keySet()).getLast();
            cells.put("status", last.replace('_', ' '));
          }
          rows.add(cells);
        });
    return rows.sheet(Kind.JOB_OPS);
  }

  private static String first(Map<String, String> steps, String... names) {
    return Stream.of(names)
        .map(name -> steps.getOrDefault(name, ""))
        .filter(at -> !at.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Sheet jobSync(ForeignDatabase database) {
    Map<String, String> titles = labels(database, "JobTitle", "label");
    Map<String, String> companies = labels(database, "Company", "label");
    Map<String, String> places = labels(database, "Location", "label");
    Map<String, String> statuses = labels(database, "JobStatus", "value");
    var notes = new HashMap<String, String>();
    if (database.tables().contains("Note")) {
      each(
          database,
          "Note",
          note ->
              notes.merge(
                  note.getOrDefault("jobId", ""),
                  note.getOrDefault("content", ""),
                  (one, more) -> one + "\n" + more));
    }
    var rows = new Named();
    each(
        database,
        "Job",
        job -> {
          var cells = new LinkedHashMap<String, String>();
          cells.put("JobTitle", titles.getOrDefault(job.getOrDefault("jobTitleId", ""), ""));
          cells.put("Company", companies.getOrDefault(job.getOrDefault("companyId", ""), ""));
          cells.put("jobUrl", job.getOrDefault("jobUrl", ""));
          cells.put("Location", places.getOrDefault(job.getOrDefault("locationId", ""), ""));
          cells.put("Status", statuses.getOrDefault(job.getOrDefault("statusId", ""), ""));
          for (String name :
              List.of(
                  "createdAt",
                  "appliedDate",
                  "dueDate",
                  "workplaceType",
                  "salaryRange",
                  "description")) {
            cells.put(name, job.getOrDefault(name, ""));
          }
          cells.put("jobType", JobSync.jobType(job.getOrDefault("jobType", "")));
          cells.put("Notes", notes.getOrDefault(job.getOrDefault("id", ""), ""));
          rows.add(cells);
        });
    return rows.sheet(Kind.JOBSYNC);
  }

  private static Map<String, String> labels(ForeignDatabase database, String table, String column) {
    var labels = new HashMap<String, String>();
    each(
        database,
        table,
        row -> labels.put(row.getOrDefault("id", ""), row.getOrDefault(column, "")));
    return labels;
  }

  private static void each(
      ForeignDatabase database, String table, java.util.function.Consumer<Map<String, String>> to) {
    long after = Long.MIN_VALUE;
    List<Row> page;
    do {
      page = database.rows(table, after, PAGE);
      for (Row row : page) {
        var values = new LinkedHashMap<String, String>();
        row.values().forEach((column, value) -> values.put(JobOps.camel(column), text(value)));
        to.accept(values);
        after = row.rowid();
      }
    } while (!page.isEmpty());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static void forget(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      for (Path each : left.toList()) {
        Files.deleteIfExists(each);
      }
    }
    Files.deleteIfExists(folder);
  }
}
