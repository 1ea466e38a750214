package dev.peregrine.host.backup;

import static dev.peregrine.host.texts.Texts.t;

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
        throw new BackupException(t("backup.choose-backup-first-zip"));
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
              wrong.sentence().replace(String.valueOf(part.getFileName()), t("backup.the-file")),
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
        visit.shell(t("backup.restore-backup"), "settings"), name, asks, problem, look, lock);
  }

  private static RestorePage.Look look(DryRun run, Visit visit) {
    var facts = new ArrayList<RestorePage.Fact>();
    facts.add(new RestorePage.Fact(t("backup.fact-made"), visit.times().moment(run.made())));
    facts.add(
        new RestorePage.Fact(
            t("backup.by"),
            run.encrypted()
                ? t("backup.made-by-encrypted", "version", run.peregrine())
                : t("backup.made-by", "version", run.peregrine())));
    facts.add(
        new RestorePage.Fact(
            t("backup.jobs"), t("backup.jobs-now", "jobs", run.jobs(), "now", run.jobsNow())));
    facts.add(new RestorePage.Fact(t("backup.size"), Sizes.words(run.bytes())));
    var files = new ArrayList<RestorePage.Files>();
    add(files, t("backup.added"), "plus", run.paths(DryRun.Kind.ADD));
    add(files, t("backup.replaced"), "swap", run.paths(DryRun.Kind.REPLACE));
    add(files, t("backup.not-backup-set-aside"), "aside", run.paths(DryRun.Kind.SET_ASIDE));
    add(files, t("backup.stays-as"), "stay", run.paths(DryRun.Kind.KEEP));
    return new RestorePage.Look(facts, files, notes(run));
  }

  private static void add(
      List<RestorePage.Files> files, String what, String icon, List<String> paths) {
    if (!paths.isEmpty()) {
      var shown = new ArrayList<>(paths.stream().limit(SHOWN).toList());
      if (paths.size() > SHOWN) {
        shown.add(t("backup.more", "count", paths.size() - SHOWN));
      }
      files.add(new RestorePage.Files(what, icon, shown));
    }
  }

  private static List<String> notes(DryRun run) {
    var notes = new ArrayList<String>();
    if (run.same() > 0) {
      notes.add(t("backup.files-same-already", "count", run.same()));
    }
    notes.add(
        run.secrets()
            ? t("backup.brings-its-keys-passwords")
            : t("backup.holds-no-keys-passwords"));
    if (run.olderSchema()) {
      notes.add(t("backup.older-peregrine-made-its"));
    }
    if (!run.missingPlugins().isEmpty()) {
      notes.add(
          t(
              "backup.plugins-were-installed-then",
              "plugins",
              String.join(", ", run.missingPlugins())));
    }
    return notes;
  }

  private void restore(Visit visit) {
    String name = visit.value("name");
    tasks.backups().named(name);
    boolean fresh = tasks.restoreNow(name, visit.value("lock")).isNew();
    visit.go(
        HERE,
        Toast.of(
            fresh ? t("backup.checking-unpacking") : t("backup.restore-being-prepared-already")));
  }
}
