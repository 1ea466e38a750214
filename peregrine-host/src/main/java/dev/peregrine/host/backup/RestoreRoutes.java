package dev.peregrine.host.backup;

import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Choosing a backup, seeing what it would change, and saying yes. */
final class RestoreRoutes {

  private static final String HERE = BackupRoutes.HERE;
  private static final int SHOWN = 12;

  private final BackupTasks tasks;
  private final BackupRoutes page;

  RestoreRoutes(BackupTasks tasks, BackupRoutes page) {
    this.tasks = tasks;
    this.page = page;
  }

  void add(RouteRegistry routes) {
    routes.postLarge(HERE + "/upload", this::upload);
    routes.get(HERE + "/restore", visit -> show(visit, Optional.empty()));
    routes.post(HERE + "/look", this::look);
    routes.post(HERE + "/restore", this::restore);
  }

  private void upload(Visit visit) throws IOException {
    Backups backups = tasks.backups();
    Path folder = Files.createDirectories(backups.folder());
    Path part = Files.createTempFile(folder, ".upload-", ".part", Private.file(folder));
    try {
      if (!visit.save("file", part)) {
        throw new BackupException("Choose a backup first: a .zip that Peregrine made.");
      }
      // An encrypted one can be checked only with its passphrase.
      if (!Archive.isEncrypted(part)) {
        Archive.open(part, Optional.empty()).close();
      }
      Path kept = backups.newUpload();
      Folders.move(part, kept);
      visit.go(HERE + "/restore?name=" + BackupRoutes.coded(String.valueOf(kept.getFileName())));
    } catch (BackupException wrong) {
      visit.show(
          422,
          page.page(
              visit,
              wrong.sentence().replace(String.valueOf(part.getFileName()), "the file"),
              "upload"));
    } finally {
      Folders.forget(part);
    }
  }

  private void look(Visit visit) {
    show(visit, Optional.of(new Passphrase(visit.value("passphrase"))));
  }

  private void show(Visit visit, Optional<Passphrase> passphrase) {
    String name = visit.value("name");
    Path file = tasks.backups().named(name);
    try {
      DryRun run = tasks.backups().look(file, passphrase);
      String lock = passphrase.map(phrase -> tasks.lock(Optional.of(phrase))).orElse("");
      visit.show(page(visit, name, false, "", Optional.of(look(run, visit)), lock));
    } catch (LockedBackupException locked) {
      visit.show(page(visit, name, true, "", Optional.empty(), ""));
    } catch (BackupException wrong) {
      visit.show(
          422, page(visit, name, passphrase.isPresent(), wrong.sentence(), Optional.empty(), ""));
    }
  }

  private static RestorePage page(
      Visit visit,
      String name,
      boolean asks,
      String problem,
      Optional<RestorePage.Look> look,
      String lock) {
    return new RestorePage(
        visit.shell("Restore a backup", "settings"), name, asks, problem, look, lock);
  }

  private static RestorePage.Look look(DryRun run, Visit visit) {
    var facts = new ArrayList<RestorePage.Fact>();
    facts.add(new RestorePage.Fact("Made", visit.times().moment(run.made())));
    facts.add(
        new RestorePage.Fact(
            "By", "Peregrine " + run.peregrine() + (run.encrypted() ? ", encrypted" : "")));
    facts.add(new RestorePage.Fact("Jobs", "%,d, now %,d".formatted(run.jobs(), run.jobsNow())));
    facts.add(new RestorePage.Fact("Size", Sizes.words(run.bytes())));
    var files = new ArrayList<RestorePage.Files>();
    add(files, "Added", "plus", run.paths(DryRun.Kind.ADD));
    add(files, "Replaced", "swap", run.paths(DryRun.Kind.REPLACE));
    add(files, "Not in the backup, set aside", "aside", run.paths(DryRun.Kind.SET_ASIDE));
    add(files, "Stays as it is", "stay", run.paths(DryRun.Kind.KEEP));
    return new RestorePage.Look(facts, files, notes(run));
  }

  private static void add(
      List<RestorePage.Files> files, String what, String icon, List<String> paths) {
    if (!paths.isEmpty()) {
      var shown = new ArrayList<>(paths.stream().limit(SHOWN).toList());
      if (paths.size() > SHOWN) {
        shown.add("and %,d more".formatted(paths.size() - SHOWN));
      }
      files.add(new RestorePage.Files(what, icon, shown));
    }
  }

  private static List<String> notes(DryRun run) {
    var notes = new ArrayList<String>();
    if (run.same() > 0) {
      notes.add(
          run.same() == 1
              ? "1 file is the same already."
              : "%,d files are the same already.".formatted(run.same()));
    }
    notes.add(
        run.secrets()
            ? "It brings its keys and passwords, which replace yours."
            : "It holds no keys and passwords. Those entered here stay.");
    if (run.olderSchema()) {
      notes.add("An older Peregrine made it; its database is brought up to date on the way.");
    }
    if (!run.missingPlugins().isEmpty()) {
      notes.add(
          "Plugins that were installed then and are not here: %s. Install them again."
              .formatted(String.join(", ", run.missingPlugins())));
    }
    return notes;
  }

  private void restore(Visit visit) {
    String name = visit.value("name");
    tasks.backups().named(name);
    boolean fresh = tasks.restoreNow(name, visit.value("lock")).isNew();
    visit.go(
        HERE,
        Toast.of(fresh ? "Checking and unpacking it" : "A restore is being prepared already"));
  }
}
