package dev.peregrine.host.backup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.backup.BackupPage.BackupPart;
import dev.peregrine.host.config.BackupFile.Schedule;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.schedules.NextPart;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The page Backup. */
public final class BackupRoutes implements Routes {

  static final String HERE = "/settings/backup";

  private static final String WORDS = "delete everything";
  private static final int BACK_AFTER_SECONDS = 6;
  private static final Duration TOLD_FOR = Duration.ofDays(1);

  private final BackupTasks tasks;
  private final Jobs jobs;
  private final Schedules schedules;
  private Gate restoring = Gate.OPEN;

  public BackupRoutes(BackupTasks tasks, Jobs jobs, Schedules schedules) {
    this.tasks = tasks;
    this.jobs = jobs;
    this.schedules = schedules;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.tell(BackupException.class, 422);
    restoring = routes.gate(HERE + "/restore");
    routes.get(HERE, visit -> visit.show(page(visit, "", "")));
    routes.setting(
        new SettingsEntry(SettingsGroup.DATA, () -> t("backup.backup"), HERE, 10, this::summary));
    routes.post(HERE, this::make);
    routes.findable(
        () ->
            Findable.doing(t("backup.find-now"), t("backup.find-about"), Icon.DOWN, HERE)
                .alsoBy(t("backup.find-words")));
    routes.findable(
        () ->
            Findable.at(
                    Findable.Kind.SETTING,
                    t("backup.find-delete"),
                    SettingsGroup.DATA.label(),
                    Icon.CROSS,
                    HERE + "#everything-h")
                .alsoBy(t("backup.find-delete-words")));
    routes.get(HERE + "/file", this::download);
    routes.post(HERE + "/delete", this::delete);
    routes.post(HERE + "/undelete", this::undelete);
    routes.post(HERE + "/schedule", this::schedule);
    routes.post(
        HERE + "/schedule/next",
        visit ->
            visit.parts(
                new NextPart(
                    form(tasks.schedule()).typed(visit).checked(schedules, visit.times()))));
    routes.post(HERE + "/everything", this::deleteEverything);
    routes.get(
        HERE + "/postings.json",
        visit -> visit.download("postings.json", new PostingsFile(jobs)::json));
    routes.get(
        HERE + "/postings.csv",
        visit -> visit.download("postings.csv", new PostingsFile(jobs)::csv));
    new RestoreRoutes(tasks, this).add(routes);
  }

  private String summary() {
    Timing every = tasks.schedule().every();
    return every.isOn() ? t("backup.made", "when", every.words()) : t("backup.made-when-you-say");
  }

  /** Where that is on somebody else's machine is no business of the person. */
  private String folder() {
    Path folder = tasks.backups().folder();
    return Tenant.current().isGuest() ? String.valueOf(folder.getFileName()) : folder.toString();
  }

  BackupPage page(Visit visit, String problem, String at) {
    Schedule schedule = tasks.schedule();
    boolean again = at.equals("schedule");
    return new BackupPage(
        visit.shell(t("backup.backup"), "settings"),
        part(visit),
        (again ? form(schedule).typed(visit) : form(schedule)).checked(schedules, visit.times()),
        again ? visit.value("keep") : Integer.toString(schedule.keep()),
        visit.has("plugins"),
        tasks.areEncrypted(),
        at.equals("make") ? visit.has("portable") : true,
        problem,
        at,
        folder(),
        restoring.locked().map(Locked::unlocks).orElse(""));
  }

  private static TimingForm form(Schedule schedule) {
    return TimingForm.of("every", t("backup.how-often"), schedule.every(), false);
  }

  private BackupPart part(Visit visit) {
    Optional<Task> running = tasks.running();
    Optional<Task> last = tasks.last();
    List<StoredBackup> all = tasks.backups().all();
    Optional<Swap.Done> restored =
        tasks
            .backups()
            .lastRestore()
            .filter(done -> done.when().isAfter(visit.times().now().minus(TOLD_FOR)));
    return new BackupPart(
        running.map(Task::title).orElse(""),
        running.map(Task::step).orElse(""),
        running
            .filter(task -> task.total() > 0)
            .map(task -> OptionalDouble.of((double) task.done() / task.total()))
            .orElse(OptionalDouble.empty()),
        last.map(task -> task.error().isEmpty() ? task.result() : task.error()).orElse(""),
        last.map(task -> task.state() != TaskState.COMPLETED).orElse(false),
        restored
            .map(
                done ->
                    t(
                        "backup.restored-label",
                        "label",
                        done.label(),
                        "when",
                        visit.times().momentWithin(done.when())))
            .orElse(""),
        restored
            .map(done -> done.aside().substring(done.aside().lastIndexOf('/') + 1))
            .filter(name -> all.stream().anyMatch(backup -> backup.name().equals(name)))
            .orElse(""),
        all.stream().map(backup -> line(backup, visit.times())).toList(),
        all.isEmpty()
            ? ""
            : t(
                "backup.in-all",
                "size",
                Sizes.words(all.stream().mapToLong(StoredBackup::bytes).sum()),
                "folder",
                folder()));
  }

  private static BackupPage.Line line(StoredBackup backup, Times times) {
    return new BackupPage.Line(
        backup.name(),
        times.moment(backup.made()),
        backup.encrypted()
            ? t(
                "backup.line-encrypted",
                "size",
                Sizes.words(backup.bytes()),
                "kind",
                backup.kind().words())
            : t("backup.line", "size", Sizes.words(backup.bytes()), "kind", backup.kind().words()),
        backup.encrypted(),
        backup.kind().isArchive(),
        true,
        backup.encrypted() ? Icon.LOCK : Icon.FILE);
  }

  private void make(Visit visit) {
    String typed = visit.value("passphrase");
    try {
      Optional<Passphrase> passphrase =
          typed.isEmpty() ? Optional.empty() : Optional.of(Passphrase.forNew(typed));
      if (!typed.isEmpty() && !typed.equals(visit.value("again"))) {
        throw new BackupException(t("backup.two-passphrases-differ-type"));
      }
      boolean fresh =
          tasks
              .makeNow(new BackupPlan(passphrase, visit.has("plugins"), visit.has("portable")))
              .isNew();
      visit.go(
          HERE,
          Toast.of(fresh ? t("backup.backup-being-made") : t("backup.one-being-made-already")));
    } catch (BackupException wrong) {
      visit.show(422, page(visit, wrong.sentence(), "make"));
    }
  }

  private void download(Visit visit) throws IOException {
    Path file = tasks.backups().named(visit.value("name"));
    if (!Files.isRegularFile(file)) {
      throw new BackupException(t("backup.what-restore-set-aside"));
    }
    visit.download(String.valueOf(file.getFileName()), out -> Files.copy(file, out));
  }

  private void delete(Visit visit) {
    String name = visit.value("name");
    String at = tasks.backups().delete(name);
    visit.go(
        HERE,
        Toast.undoable(
            t("backup.deleted"),
            name,
            HERE + "/undelete?at=%s&name=%s".formatted(at, coded(name))));
  }

  private void undelete(Visit visit) {
    String name = visit.value("name");
    tasks.backups().undelete(visit.value("at"), name);
    visit.go(HERE, new Toast(t("backup.back-again"), name, Optional.empty()));
  }

  private void schedule(Visit visit) {
    try {
      Timing every = form(tasks.schedule()).typed(visit).timing();
      tasks.schedule(Schedule.of(every, visit.value("keep")));
      schedules.tick();
    } catch (IllegalArgumentException wrong) {
      visit.show(422, page(visit, String.valueOf(wrong.getMessage()), "schedule"));
      return;
    }
    visit.go(HERE, Toast.of(t("backup.saved")));
  }

  private void deleteEverything(Visit visit) {
    if (!visit.value("words").equalsIgnoreCase(WORDS)) {
      visit.show(
          422,
          page(
              visit,
              t(
                  "backup.stands-there-expected-nothing",
                  "value",
                  visit.value("words"),
                  "expected",
                  WORDS),
              "everything"));
      return;
    }
    Optional<String> left = tasks.deleteEverything();
    restarting(
        visit,
        t("backup.everything-being-deleted-peregrine")
            + left.map(sentence -> " " + sentence).orElse(""),
        "/");
  }

  static void restarting(Visit visit, String sentence, String next) {
    visit.refresh(BACK_AFTER_SECONDS, next);
    visit.show(new RestartPage(visit.shell(t("backup.one-moment"), "").alone(), sentence, next));
  }

  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
