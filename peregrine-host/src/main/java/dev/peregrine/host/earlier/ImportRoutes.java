package dev.peregrine.host.earlier;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.earlier.ImportPage.ImportPart;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The page Import: name what to bring, see what would come, bring it, read what came. */
public final class ImportRoutes implements Routes {

  private static final String HERE = "/import";

  private final Earlier earlier;
  private final Imports imports;
  private Gate folders = Gate.OPEN;

  public ImportRoutes(Earlier earlier) {
    this.earlier = earlier;
    this.imports = earlier.imports();
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.tell(EarlierException.class, 422);
    routes.get(HERE, visit -> visit.show(page(visit, "", Optional.empty())));
    folders = routes.gate(HERE + "/folder");
    routes.postLarge(HERE + "/look", this::look);
    routes.post(HERE + "/bring", this::bring);
    routes.setting(
        new SettingsEntry(SettingsGroup.DATA, () -> t("earlier.title"), HERE, 20, this::summary));
  }

  private String summary() {
    return earlier.reports().stream()
        .findFirst()
        .map(report -> t("earlier.summary", "source", report.source()))
        .orElseGet(() -> t("earlier.summary-none"));
  }

  private void look(Visit visit) throws IOException {
    if (!visit.value("path").isEmpty()) {
      folders.pass(); // Also beside a file: an empty one would leave the path to count.
    }
    try {
      Imports.Named named = imports.take(visit);
      Report report = earlier.look(named.path(), Progress.SILENT);
      boolean nothing =
          report.lines().stream().allMatch(line -> line.added() + line.joined() == 0)
              && report.kept().isEmpty();
      var shown = new Shows(visit.times(), earlier.backups()).of(report, named.source());
      visit.show(page(visit, "", Optional.of(new ImportPage.Ready(named.id(), nothing, shown))));
    } catch (EarlierException unfit) {
      visit.show(422, page(visit, unfit.sentence(), Optional.empty()));
    }
  }

  private void bring(Visit visit) {
    boolean fresh = imports.bring(visit.value("id")).isNew();
    visit.go(HERE, Toast.of(fresh ? t("earlier.begun") : t("earlier.begun-already")));
  }

  private ImportPage page(Visit visit, String problem, Optional<ImportPage.Ready> ready) {
    return new ImportPage(
        visit.shell(t("earlier.title"), "settings"),
        folders.locked().isEmpty(),
        visit.value("path"),
        problem,
        ready,
        part(visit));
  }

  private ImportPart part(Visit visit) {
    Optional<Task> running = imports.running();
    Optional<Task> last = imports.last();
    var shows = new Shows(visit.times(), earlier.backups());
    List<ImportPage.Shown> reports =
        earlier.reports().stream().map(report -> shows.of(report, report.source())).toList();
    return new ImportPart(
        running.isPresent(),
        running.map(Task::step).orElse(""),
        running
            .filter(task -> task.total() > 0)
            .map(task -> OptionalDouble.of((double) task.done() / task.total()))
            .orElse(OptionalDouble.empty()),
        last.filter(task -> task.state() != TaskState.COMPLETED).map(Task::error).orElse(""),
        reports.stream().findFirst(),
        reports.stream().skip(1).toList());
  }
}
