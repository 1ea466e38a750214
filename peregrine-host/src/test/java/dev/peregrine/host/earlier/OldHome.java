package dev.peregrine.host.earlier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An installation of the earlier program, as tests make one. */
final class OldHome {

  /** The table as its first version had it. */
  static final String FIRST_JOBS =
      """
      CREATE TABLE jobs (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, company TEXT,
        url TEXT UNIQUE, source TEXT, location TEXT, is_remote INTEGER DEFAULT 0, salary TEXT,
        description TEXT, match_score REAL, keyword_gaps TEXT, date_found TEXT,
        status TEXT DEFAULT 'pending', notion_page_id TEXT)
      """;

  /** And as the last one had it. */
  static final String LAST_JOBS =
      """
      CREATE TABLE jobs (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, company TEXT,
        url TEXT UNIQUE, source TEXT, location TEXT, is_remote INTEGER DEFAULT 0, salary TEXT,
        description TEXT, match_score REAL, keyword_gaps TEXT, date_found TEXT,
        status TEXT DEFAULT 'pending', notion_page_id TEXT, cover_letter TEXT, applied_at TEXT,
        interview_date TEXT, rejection_stage TEXT, survey_at TEXT, phone_screen_at TEXT,
        interviewing_at TEXT, offer_at TEXT, hired_at TEXT, calendar_event_id TEXT,
        optimized_resume TEXT, ats_gap_report TEXT, application_qa TEXT)
      """;

  private static final List<String> OTHERS =
      List.of(
          """
          CREATE TABLE job_contacts (id INTEGER PRIMARY KEY AUTOINCREMENT, job_id INTEGER NOT NULL,
            direction TEXT DEFAULT 'inbound', subject TEXT, from_addr TEXT, to_addr TEXT, body TEXT,
            received_at TEXT, is_response_needed INTEGER DEFAULT 0, responded_at TEXT,
            message_id TEXT, stage_signal TEXT, suggestion_dismissed INTEGER DEFAULT 0,
            FOREIGN KEY (job_id) REFERENCES jobs (id))
          """,
          """
          CREATE TABLE company_research (id INTEGER PRIMARY KEY AUTOINCREMENT,
            job_id INTEGER NOT NULL UNIQUE, generated_at TEXT, company_brief TEXT, ceo_brief TEXT,
            talking_points TEXT, raw_output TEXT, scrape_used INTEGER)
          """,
          """
          CREATE TABLE survey_responses (id INTEGER PRIMARY KEY AUTOINCREMENT,
            job_id INTEGER NOT NULL, survey_name TEXT, raw_input TEXT, llm_output TEXT,
            created_at TEXT DEFAULT CURRENT_TIMESTAMP)
          """,
          """
          CREATE TABLE background_tasks (id INTEGER PRIMARY KEY AUTOINCREMENT,
            task_type TEXT NOT NULL, job_id INTEGER DEFAULT 0, status TEXT NOT NULL DEFAULT 'queued',
            error TEXT, created_at TEXT DEFAULT (datetime('now')))
          """,
          "CREATE TABLE schema_migrations (version TEXT PRIMARY KEY, applied_at TEXT NOT NULL)");

  final Path folder;

  OldHome(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  Path database() {
    return folder.resolve("staging.db");
  }

  OldHome first() throws SQLException {
    return sql(FIRST_JOBS);
  }

  OldHome last() throws SQLException {
    sql(LAST_JOBS);
    for (String table : OTHERS) {
      sql(table);
    }
    return this;
  }

  OldHome sql(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
    return this;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database());
  }

  /** Adds a row: names and values by turns. */
  OldHome row(String table, Object... pairs) throws SQLException {
    var row = new LinkedHashMap<String, Object>();
    for (int at = 0; at < pairs.length; at += 2) {
      row.put((String) pairs[at], pairs[at + 1]);
    }
    String marks = String.join(", ", row.keySet().stream().map(key -> "?").toList());
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO %s (%s) VALUES (%s)"
                    .formatted(table, String.join(", ", row.keySet()), marks))) {
      int at = 1;
      for (Object value : row.values()) {
        insert.setObject(at++, value);
      }
      insert.executeUpdate();
    }
    return this;
  }

  /** Adds a job with what every one has. */
  OldHome job(String title, String status, Object... pairs) throws SQLException {
    var all = new ArrayList<Object>();
    var given =
        Map.of(
            "title",
            title,
            "company",
            "Acme " + title,
            "url",
            "https://jobs.example.com/" + title.replace(' ', '-'),
            "source",
            "indeed",
            "date_found",
            "2026-02-01",
            "status",
            status);
    var keys = new ArrayList<String>();
    for (int at = 0; at < pairs.length; at += 2) {
      keys.add((String) pairs[at]);
    }
    given.forEach(
        (key, value) -> {
          if (!keys.contains(key)) {
            all.add(key);
            all.add(value);
          }
        });
    all.addAll(List.of(pairs));
    return row("jobs", all.toArray());
  }

  OldHome file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** All of it as its backup packs it. */
  Path zip(Path to) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    entries.put(
        "backup-manifest.json",
        "{\"source\": \"peregrine\", \"peregrine_version\": \"1.0\"}"
            .getBytes(StandardCharsets.UTF_8));
    try (var walked = Files.walk(folder)) {
      for (Path file : walked.filter(Files::isRegularFile).sorted().toList()) {
        entries.put(
            folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return zip(to, entries);
  }

  static Path zip(Path to, Map<String, byte[]> entries) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(to))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return to;
  }
}
