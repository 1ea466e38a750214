package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.importers.ListsPage.Line;
import dev.peregrine.host.importers.ListsPage.Part;
import dev.peregrine.host.pipeline.Imports.Made;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Lists from elsewhere: choose a file, say what its columns mean, see what would come, bring it.
 */
public final class ListRoutes implements Routes {

  private static final String HERE = "/importers";
  private static final String MENU = "settings";

  private final Lists lists;

  public ListRoutes(Lists lists) {
    this.lists = lists;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.tell(ListException.class, 422);
    routes.get(HERE, visit -> visit.show(page(visit, "")));
    routes.postLarge(HERE, this::take);
    routes.get(HERE + "/{id}", visit -> visit.show(page(visit, lists.open(visit.part("id")), "")));
    routes.post(HERE + "/{id}", this::say);
    routes.post(HERE + "/{id}/bring", this::bring);
    routes.post(HERE + "/{id}/leave", this::leave);
    routes.post(HERE + "/made/{made}/undo", this::undo);
    routes.setting(
        new SettingsEntry(SettingsGroup.DATA, () -> t("importers.title"), HERE, 21, this::summary));
    routes.findable(
        () ->
            Findable.at(
                    Findable.Kind.ACTION,
                    t("importers.find"),
                    t("importers.find-about"),
                    Icon.FILE,
                    HERE)
                .alsoBy(t("importers.find-words")));
  }

  private String summary() {
    return lists.made().stream()
        .findFirst()
        .map(made -> t("importers.summary", "source", made.source()))
        .orElseGet(() -> t("importers.summary-none"));
  }

  private void take(Visit visit) {
    String id;
    try {
      id =
          lists
              .waiting()
              .take(
                  visit.uploadName("file"), visit.times().now(), file -> visit.save("file", file));
    } catch (ListException none) {
      visit.show(422, page(visit, none.sentence()));
      return;
    }
    try {
      Opened _ = lists.open(id);
      visit.go(HERE + "/" + id);
    } catch (ListException unfit) {
      lists.waiting().forget(id);
      visit.show(422, page(visit, unfit.sentence()));
    }
  }

  private void say(Visit visit) {
    Opened said = said(visit, false);
    if (visit.wantsParts()) {
      visit.show(page(visit, said, ""));
    } else {
      visit.go(HERE + "/" + said.id());
    }
  }

  /** What the form says of the list, kept with it. */
  private Opened said(Visit visit, boolean onlyMeaning) {
    String id = visit.part("id");
    Waiting.About about = lists.waiting().about(id);
    String encoding = visit.value("encoding");
    String separator = Optional.ofNullable(visit.typed("separator")).orElse("");
    Opened before = lists.open(id);
    boolean other =
        !onlyMeaning
            && (before.sheet().encoding().filter(each -> !each.name().equals(encoding)).isPresent()
                    && !encoding.isEmpty()
                || separator.length() == 1 && separator.charAt(0) != before.sheet().separator());
    if (other) {
      // Other letters, or other columns: what was said of those before says nothing of these.
      lists.waiting().note(id, new Waiting.About(about.name(), encoding, separator, ""));
      return lists.open(id);
    }
    Meaning meaning = meaning(visit, before);
    lists.waiting().note(id, about.meaning(MeaningJson.of(meaning)));
    return new Opened(id, before.name(), before.sheet(), meaning, false);
  }

  private static Meaning meaning(Visit visit, Opened before) {
    var fields = new ArrayList<Field>();
    for (int at = 0; at < before.sheet().header().size(); at++) {
      @Nullable String typed = visit.typed("c" + at);
      Field field =
          typed == null
              ? before.meaning().fields().get(at)
              : Field.find(typed).orElse(Field.NOTHING);
      fields.add(field);
    }
    var words = new LinkedHashMap<>(before.meaning().words());
    for (int at = 0; visit.typed("v" + at) != null; at++) {
      words.put(Standing.plain(visit.value("v" + at)), Standing.find(visit.value("w" + at)));
    }
    return new Meaning(
        fields,
        DayOrder.find(visit.value("order")).or(() -> before.meaning().order()),
        words,
        Standing.find(visit.value("otherwise")).orElse(before.meaning().otherwise()));
  }

  /** Brings what was shown; where the form says something new, that is shown first. */
  private void bring(Visit visit) {
    Opened before = lists.open(visit.part("id"));
    Opened said = said(visit, true);
    Report report = lists.look(said);
    boolean changed = !said.meaning().equals(before.meaning()) || !seen(visit, report);
    if (changed || said.problem().isPresent() || report.isNothing()) {
      visit.show(422, page(visit, said, changed ? t("importers.changed") : ""));
      return;
    }
    boolean fresh = lists.bring(said).isNew();
    visit.go(HERE, Toast.of(fresh ? t("importers.begun") : t("importers.begun-already")));
  }

  private static boolean seen(Visit visit, Report report) {
    return visit.value("seen").equals(Integer.toString(report.fresh() + report.further()));
  }

  private void leave(Visit visit) {
    lists.waiting().forget(visit.part("id"));
    visit.go(HERE, Toast.of(t("importers.left-it")));
  }

  private void undo(Visit visit) {
    Made made =
        lists
            .find(visit.id("made"))
            .orElseThrow(() -> new NoSuchPageException("list", visit.part("made")));
    boolean fresh = lists.takeBack(made).isNew();
    visit.go(HERE, Toast.of(fresh ? t("importers.undo-begun") : t("importers.begun-already")));
  }

  private ListPage page(Visit visit, Opened opened, String note) {
    return new ListView(visit.times())
        .page(
            visit.shell(opened.name(), MENU),
            opened,
            lists.waiting().about(opened.id()),
            lists.look(opened),
            lists.first(opened, 5),
            note);
  }

  private ListsPage page(Visit visit, String problem) {
    return new ListsPage(visit.shell(t("importers.title"), MENU), problem, part(visit));
  }

  private Part part(Visit visit) {
    Optional<Task> running = lists.running();
    Optional<Task> last = lists.last();
    boolean failed = last.filter(task -> task.state() != TaskState.COMPLETED).isPresent();
    return new Part(
        running.isPresent(),
        running.map(Task::title).orElse(""),
        running.map(Task::step).orElse(""),
        running
            .filter(task -> task.total() > 0)
            .map(task -> OptionalDouble.of((double) task.done() / task.total()))
            .orElse(OptionalDouble.empty()),
        last.map(task -> failed ? task.error() : task.result()).orElse(""),
        failed,
        lists.made().stream().map(made -> line(made, visit.times(), running.isPresent())).toList(),
        visit.token());
  }

  private Line line(Made made, Times times, boolean busy) {
    Optional<Report> report = Lists.report(made);
    String what =
        made.undone().isPresent()
            ? t("importers.undone-at", "moment", times.momentWithin(made.undone().get()))
            : report.map(Lists::sentence).orElseGet(() -> t("importers.broken-off"));
    List<String> lines = new ArrayList<>();
    report.ifPresent(
        came -> {
          lines.addAll(ListView.numbers(came));
          lines.addAll(ListView.left(came));
          lines.addAll(ListView.odd(came));
        });
    boolean undo = made.undone().isEmpty() && !busy && lists.count(made.id()) > 0;
    return new Line(made.id(), made.source(), times.moment(made.at()) + ". " + what, lines, undo);
  }
}
