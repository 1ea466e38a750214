package dev.peregrine.host.backup;

import dev.peregrine.api.Posting;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A home with a real database, configuration and documents. */
final class BackupHome {

  static final String SECRET = "kR7-very-secret-api-key-2026";
  static final String PROXY_PASSWORD = "sekret-of-the-proxy";
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

  final Path path;
  final DatabaseFiles files = new DatabaseFiles(CLOCK);

  BackupHome(Path path) {
    this.path = path;
  }

  /** One with jobs, files and secrets. */
  static BackupHome filled(Path path) throws Exception {
    var home = new BackupHome(path);
    home.write("config/search_profiles.yaml", "profiles: []\n");
    home.write("config/network.yaml", "proxy: http://me:" + PROXY_PASSWORD + "@proxy.example:3128");
    home.write("config/search_profiles.yaml.example", "# example");
    home.write("data/documents/letters/Brief an Käthe.txt", "Sehr geehrte Frau Harms");
    home.write("data/secrets.db", SECRET);
    home.write("data/secrets.key", SECRET);
    home.write("data/answers/0a.json", "{}");
    home.write("plugins/board-mine-1.0.0.jar", "not really a jar");
    home.write("plugins/board-source/pom.xml", "<project/>");
    home.write("plugins/board-source/target.jar", "built");
    home.store(0, 40);
    home.sql(
        "INSERT INTO extension_settings VALUES ('board:adzuna', 'key', '" + SECRET + "', 1)",
        "INSERT INTO extension_settings VALUES ('board:adzuna', 'country', 'de', 0)");
    return home;
  }

  void write(String name, String text) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  String read(String name) throws IOException {
    return Files.readString(path.resolve(name));
  }

  /** Stores jobs with these numbers. */
  void store(int from, int to) throws Exception {
    withJobs(jobs -> jobs.store(found(from, to)));
  }

  static List<Found> found(int from, int to) {
    var found = new ArrayList<Found>();
    for (int at = from; at < to; at++) {
      found.add(
          new Found(
              Posting.of("n" + at, "Gardener " + at, URI.create("https://jobs.example.com/" + at))
                  .withCompany(Optional.of("Garden " + at))
                  .withDescription(Optional.of("<p>Trees and beds, number " + at + "</p>")),
              "village",
              OptionalLong.empty(),
              Optional.empty()));
    }
    return found;
  }

  void withJobs(Consumer<Jobs> work) {
    var mappers = new ArrayList<Class<?>>(Jobs.mappers());
    mappers.addAll(Tasks.mappers());
    mappers.addAll(ExtensionSettings.mappers());
    try (var databases = new Databases(mappers, CLOCK)) {
      new Tenant("test", path).run(() -> work.accept(new Jobs(databases, new Live(), CLOCK)));
    }
  }

  void sql(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + path.resolve("data/staging.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  String one(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + path.resolve("data/staging.db"));
        Statement statement = connection.createStatement();
        var answer = statement.executeQuery(sql)) {
      return answer.next() ? answer.getString(1) : "";
    }
  }

  long jobs() {
    return files.rows(path.resolve("data/staging.db"), "jobs");
  }

  Backups backups() {
    return new Backups(path, files, "1.2.3", CLOCK);
  }

  Path backup() {
    Path target = backups().newFile(false);
    backups().make(target, BackupPlan.usual(), List.of(), Progress.SILENT);
    return target;
  }

  void restore(Path file) {
    backups().prepare(file, Optional.empty(), Progress.SILENT);
    backups().apply();
  }

  /** Every file but backups and the lock, with its hash; the database by its jobs. */
  TreeMap<String, String> state() throws IOException {
    var state = new TreeMap<String, String>();
    try (Stream<Path> walked = Files.walk(path)) {
      for (Path file : walked.filter(Files::isRegularFile).toList()) {
        String name = path.relativize(file).toString().replace('\\', '/');
        boolean isDatabase = name.startsWith("data/staging.db");
        if (!name.startsWith("data/backups/") && !isDatabase) {
          state.put(name, Hash.of(file));
        }
      }
    }
    state.put("jobs", Long.toString(jobs()));
    return state;
  }
}
