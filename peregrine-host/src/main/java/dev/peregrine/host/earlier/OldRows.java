package dev.peregrine.host.earlier;

import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.pipeline.Brought;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.storage.ForeignDatabase;
import dev.peregrine.host.storage.ForeignDatabase.Row;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the tables of the earlier program's database: jobs as jobs, the rest as it was found. */
final class OldRows {

  private static final int PAGE = 200;

  /** What a job here says, too; everything else that stands in a row is kept beside it. */
  private static final Set<String> TAKEN =
      Set.of(
          "id",
          "title",
          "company",
          "url",
          "source",
          "location",
          "is_remote",
          "salary",
          "description",
          "match_score",
          "keyword_gaps",
          "date_found",
          "status",
          "applied_at",
          "rejection_stage",
          "survey_at",
          "phone_screen_at",
          "interviewing_at",
          "offer_at",
          "hired_at");

  private static final Map<String, String> LEFT_OVER =
      Map.of(
          "cover_letter", "cover letters",
          "application_qa", "answers to questions of applications",
          "optimized_resume", "résumés rewritten for one job",
          "ats_gap_report", "reports of words that a résumé lacks",
          "interview_date", "dates of interviews",
          "calendar_event_id", "entries in calendars",
          "notion_page_id", "pages in Notion");

  private static final Map<String, String> TABLES =
      Map.of(
          "job_contacts", "mails and notes",
          "company_research", "research about companies",
          "survey_responses", "answers to surveys",
          "digest_queue", "digests that waited",
          "background_tasks", "tasks that were done");

  private final ForeignDatabase database;
  private final Jobs jobs;
  private final OldTimes times;
  private final Ledger ledger;
  private final Kept kept;
  private final boolean dry;
  private final Map<Long, Long> numbers = new HashMap<>();
  private final Map<URI, Stage> seen = new HashMap<>();

  OldRows(
      ForeignDatabase database, Jobs jobs, OldTimes times, Ledger ledger, Kept kept, boolean dry) {
    this.database = database;
    this.jobs = jobs;
    this.times = times;
    this.ledger = ledger;
    this.kept = kept;
    this.dry = dry;
  }

  /** Whether it is a database of the earlier program at all. */
  void check() {
    List<String> tables = database.tables();
    if (tables.contains("job_texts") && tables.contains("job_events")) {
      throw new EarlierException(
          "The database is one of this Peregrine, not of the earlier one. Restore a backup of it under Settings → Backup instead.");
    }
    List<String> columns = database.columns("jobs");
    if (!columns.contains("title") || !columns.contains("url")) {
      throw new EarlierException(
          "The database has no table of jobs as the earlier Peregrine wrote it, so nothing was read from it. Its file is called staging.db.");
    }
  }

  void bring(Progress progress) {
    List<String> tables = database.tables();
    long total = tables.stream().mapToLong(database::count).sum();
    long done = 0;
    progress.step(dry ? "Reading jobs" : "Bringing jobs");
    for (long after = Long.MIN_VALUE; ; ) {
      List<Row> rows = database.rows("jobs", after, PAGE);
      if (rows.isEmpty()) {
        break;
      }
      jobs(rows);
      kept.flush();
      done += rows.size();
      after = rows.getLast().rowid();
      progress.of(done, total);
    }
    for (String table : tables) {
      if (!table.equals("jobs") && !table.equals("schema_migrations")) {
        done = keep(table, progress, done, total);
      }
    }
  }

  private long keep(String table, Progress progress, long already, long total) {
    String label = TABLES.getOrDefault(table, "rows of table " + table);
    progress.step("Keeping " + label);
    long done = already;
    for (long after = Long.MIN_VALUE; ; ) {
      List<Row> rows = database.rows(table, after, PAGE);
      if (rows.isEmpty()) {
        return done;
      }
      for (Row row : rows) {
        Long job = new Old(row.values()).whole("job_id").map(numbers::get).orElse(null);
        boolean fresh =
            kept.row(
                table, row.values(), job == null ? OptionalLong.empty() : OptionalLong.of(job));
        ledger.line(label, fresh ? Ledger.Fate.ADDED : Ledger.Fate.SAME);
        if (fresh) {
          ledger.kept(label);
        }
        noteIfCut(table, row);
      }
      kept.flush();
      done += rows.size();
      after = rows.getLast().rowid();
      progress.of(done, total);
    }
  }

  private record Read(Row row, OldJob job) {}

  private void jobs(List<Row> rows) {
    var read = new ArrayList<Read>();
    for (Row row : rows) {
      try {
        read.add(new Read(row, OldJob.of(new Old(row.values()), times)));
      } catch (IllegalArgumentException unfit) {
        ledger.line("jobs", Ledger.Fate.LEFT);
        ledger.odd("a row that is no job; kept as it was found");
        kept.row("jobs", row.values(), OptionalLong.empty());
      }
      noteIfCut("jobs", row);
    }
    if (dry) {
      Map<URI, Stage> here =
          jobs.standing(read.stream().map(each -> each.job().address()).toList());
      read.forEach(each -> look(each, here));
      return;
    }
    List<Brought.Settled> settled =
        jobs.bring(read.stream().map(each -> each.job().brought()).toList());
    for (int at = 0; at < read.size(); at++) {
      settle(read.get(at), settled.get(at));
    }
  }

  private void look(Read read, Map<URI, Stage> here) {
    URI address = read.job().address();
    Stage stands = seen.getOrDefault(address, here.get(address));
    seen.put(address, read.job().stage());
    boolean further = stands != null && isOn(read.job().stage(), stands);
    tell(
        read, stands == null ? Ledger.Fate.ADDED : further ? Ledger.Fate.JOINED : Ledger.Fate.SAME);
    keepLeftOver(read, true, Optional.empty());
  }

  /** As far as can be told without doing it. */
  private static boolean isOn(Stage there, Stage here) {
    return here != there
        && (here == Stage.PENDING || here != Stage.REJECTED && there.compareTo(here) > 0);
  }

  private void settle(Read read, Brought.Settled settled) {
    Stored stored = settled.stored();
    new Old(read.row().values()).whole("id").ifPresent(id -> numbers.put(id, stored.job()));
    tell(
        read,
        switch (stored) {
          case Stored.New fresh -> Ledger.Fate.ADDED;
          case Stored.AlsoOn also -> Ledger.Fate.JOINED;
          case Stored.SeenBefore known -> settled.moved() ? Ledger.Fate.JOINED : Ledger.Fate.SAME;
        });
    keepLeftOver(read, stored instanceof Stored.New, Optional.of(stored.job()));
  }

  private void tell(Read read, Ledger.Fate fate) {
    ledger.line("jobs", fate);
    ledger.stage(read.job().stage().key());
    read.job().odd().forEach(ledger::odd);
  }

  private void keepLeftOver(Read read, boolean isNew, Optional<Long> job) {
    var row = new LinkedHashMap<String, @Nullable Object>(read.row().values());
    @Nullable Object description = row.remove("description");
    Old old = new Old(row);
    List<String> over =
        row.keySet().stream()
            .filter(column -> !TAKEN.contains(column) && !old.text(column).isEmpty())
            .toList();
    if (over.isEmpty() && read.job().odd().isEmpty()) {
      return;
    }
    var besides = new LinkedHashMap<String, @Nullable Object>();
    if (!isNew && description != null) {
      besides.put("description", description);
    }
    boolean fresh =
        kept.row(
            "jobs",
            row,
            besides,
            job.isPresent() ? OptionalLong.of(job.get()) : OptionalLong.empty());
    if (fresh) {
      over.forEach(
          column ->
              ledger.kept(LEFT_OVER.getOrDefault(column, "jobs with “%s”".formatted(column))));
    }
  }

  private void noteIfCut(String table, Row row) {
    boolean cut =
        row.values().values().stream()
            .anyMatch(
                value -> value instanceof String text && text.length() >= ForeignDatabase.LONGEST);
    if (cut) {
      ledger.odd(
          "a text of more than a million letters in table %s; its beginning was taken"
              .formatted(table));
    }
  }
}
