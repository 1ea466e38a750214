package dev.peregrine.host.earlier;

import dev.peregrine.host.backup.BackupException;
import dev.peregrine.host.backup.BackupPlan;
import dev.peregrine.host.backup.Backups;
import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.storage.ForeignDatabase;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Imports what the earlier Python program left, once or as often as one likes. */
public final class Earlier {

  /** Under the home: what is kept for later, and the reports. */
  static final String FOLDER = "data/earlier";

  /** Under the home: copies that are read; never part of a backup. */
  static final String WORK = "data/.import";

  private static final Logger LOG = LoggerFactory.getLogger(Earlier.class);
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Here here;
  private final Imports imports;

  public Earlier(Here here) {
    this.here = here;
    this.imports = new Imports(this, here.tasks(), here.clock());
  }

  Imports imports() {
    return imports;
  }

  Backups backups() {
    return here.backups().backups();
  }

  /**
   * Says what would come, and changes nothing.
   *
   * @param named a folder, a staging.db, or a zip
   * @throws EarlierException with a sentence where it is nothing that can be imported
   */
  public Report look(Path named, Progress progress) {
    return read(named, name(named), true, progress);
  }

  /**
   * Brings it over. A backup is made before; what came already does not come twice.
   *
   * @throws EarlierException with a sentence where it is nothing that can be imported
   */
  public Report bring(Path named, Progress progress) {
    return bring(named, name(named), progress);
  }

  /**
   * The same for a file that lies elsewhere than the person knows it.
   *
   * @param source its name for the report
   */
  Report bring(Path named, String source, Progress progress) {
    Report report = read(named, source, false, progress);
    keep(report);
    here.scoring().soon();
    return report;
  }

  private static String name(Path named) {
    return String.valueOf(named.toAbsolutePath().normalize().getFileName());
  }

  private Report read(Path named, String source, boolean dry, Progress progress) {
    var times = new OldTimes(here.zone(), here.clock().instant());
    var ledger = new Ledger();
    var kept = new Kept(Tenant.current().home().resolve(FOLDER), dry);
    Path work = work();
    try {
      OldInstallation installation = OldInstallation.at(named, work);
      installation.notes().forEach(ledger::note);
      String before;
      if (installation.database().isEmpty()) {
        before = dry ? "" : backup(progress);
        settings(installation, ledger, kept, dry, progress);
      } else {
        try (ForeignDatabase database = open(installation.database().get(), work)) {
          var rows = new OldRows(database, here.jobs(), times, ledger, kept, dry);
          rows.check();
          before = dry ? "" : backup(progress);
          settings(installation, ledger, kept, dry, progress);
          rows.bring(progress);
        } catch (StorageException unusable) {
          throw new EarlierException(String.valueOf(unusable.getMessage()), unusable);
        } finally {
          kept.flush();
        }
      }
      return ledger.report(source, times.now(), dry, here.zone().getId(), FOLDER, before);
    } finally {
      forget(work);
    }
  }

  private static ForeignDatabase open(Path file, Path work) {
    try {
      return ForeignDatabase.open(file, Files.createDirectories(work.resolve(".copy")));
    } catch (IOException failed) {
      throw new EarlierException(
          "There is no room to read the database in “%s”. Free some space.".formatted(WORK),
          failed);
    }
  }

  private String backup(Progress progress) {
    progress.step("Making a backup first");
    try {
      Path file = backups().newFileBefore("import");
      here.backups().make(file, BackupPlan.usual(), progress);
      return String.valueOf(file.getFileName());
    } catch (BackupException failed) {
      throw new EarlierException(
          "No backup could be made before the import, so nothing was changed. "
              + failed.getMessage(),
          failed);
    }
  }

  private void settings(
      OldInstallation installation, Ledger ledger, Kept kept, boolean dry, Progress progress) {
    if (installation.files().isEmpty()) {
      return;
    }
    progress.step(dry ? "Reading settings" : "Bringing settings");
    var secrets = new OldSecrets(here.secrets(), ledger, dry);
    var files = new OldFiles(installation.files(), ledger, kept, secrets);
    files.read();
    new OldConfig(files, here, ledger, secrets, dry).bring();
    secrets.seal();
  }

  /** The reports of imports, the newest first. */
  public List<Report> reports() {
    Path folder = Tenant.current().home().resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(folder)) {
      var reports = new ArrayList<Report>();
      for (Path file :
          listed
              .filter(path -> path.getFileName().toString().matches("report-[0-9-]+\\.json"))
              .sorted(Comparator.reverseOrder())
              .limit(50)
              .toList()) {
        reports.add(JSON.readValue(Files.readAllBytes(file), Report.class));
      }
      return reports;
    } catch (IOException | JacksonException unreadable) {
      LOG.warn("Reports of imports in \"{}\" cannot be read.", folder, unreadable);
      return List.of();
    }
  }

  private static void keep(Report report) {
    Path folder = Tenant.current().home().resolve(FOLDER);
    try {
      Files.createDirectories(folder);
      String stamp = new OldTimes(java.time.ZoneOffset.UTC, report.at()).stamp();
      Path file = folder.resolve("report-" + stamp + ".json");
      for (int number = 2; Files.exists(file); number++) {
        file = folder.resolve("report-%s-%d.json".formatted(stamp, number));
      }
      Files.write(file, JSON.writeValueAsBytes(report));
    } catch (IOException failed) {
      throw new EarlierException(
          "All of it came, but its report could not be written to \"%s\". Free some space."
              .formatted(folder),
          failed);
    }
  }

  static String sentence(Report report) {
    var parts = new ArrayList<String>();
    for (Report.Line line : report.lines()) {
      if (line.added() + line.joined() > 0) {
        parts.add(
            "%s (%,d%s)"
                .formatted(
                    line.what(),
                    line.added(),
                    line.joined() > 0 ? ", and %,d further".formatted(line.joined()) : ""));
      }
    }
    return parts.isEmpty()
        ? "Everything in it is here already."
        : "New: " + String.join(", ", parts) + ".";
  }

  private static Path work() {
    try {
      Path folder = Files.createDirectories(Tenant.current().home().resolve(WORK));
      return Files.createTempDirectory(folder, "read-");
    } catch (IOException failed) {
      throw new EarlierException(
          "Folder \"%s\" cannot be written. Free some space or give your user the right to."
              .formatted(WORK),
          failed);
    }
  }

  static void forget(Path path) {
    try (Stream<Path> walked = Files.walk(path)) {
      for (Path each : walked.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException untidy) {
      LOG.warn("\"{}\" could not be removed.", path, untidy);
    }
  }
}
