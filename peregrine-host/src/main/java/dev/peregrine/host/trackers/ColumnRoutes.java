package dev.peregrine.host.trackers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.api.integration.TrackerTarget.Kind;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.tracking.Field;
import dev.peregrine.host.tracking.Mapped;
import dev.peregrine.host.tracking.OwnColumn;
import dev.peregrine.host.tracking.Plan;
import dev.peregrine.host.tracking.TrackerState;
import dev.peregrine.host.tracking.Tracking;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Choosing or making a table, and its columns. */
final class ColumnRoutes implements Routes {

  private static final String ADD = "+";

  private final Tracking tracking;
  private final Function<Visit, Here> here;

  ColumnRoutes(Tracking tracking, Function<Visit, Here> here) {
    this.tracking = tracking;
    this.here = here;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(Here.PATH + "/choose", visit -> choose(visit, 200, ""));
    routes.post(Here.PATH + "/make", this::make);
    routes.get(Here.PATH + "/columns", this::columns);
    routes.post(Here.PATH + "/columns", this::save);
  }

  private void choose(Visit visit, int status, String problem) throws InterruptedException {
    Here at = here.apply(visit);
    String now = tracking.state(at.tracker().key()).map(state -> state.plan().target()).orElse("");
    List<ChoosePage.Choice> choices = List.of();
    String said = problem;
    try {
      choices =
          tracking.targets(at.tracker().key()).stream()
              .map(
                  target ->
                      new ChoosePage.Choice(
                          target.id(),
                          target.name(),
                          t("trackers.columns-count", "count", target.columns().size()),
                          Here.link(target.link()),
                          target.id().equals(now)))
              .toList();
    } catch (ExtensionException failed) {
      said = String.valueOf(failed.getMessage());
    }
    boolean canCreate = can(at, Capability.CREATE_TARGETS);
    visit.show(status, new ChoosePage(at, said, canCreate, t("trackers.proposed-name"), choices));
  }

  private static boolean can(Here at, Capability capability) {
    return at.tracker().descriptor().can().contains(capability);
  }

  private void make(Visit visit) throws InterruptedException {
    Here at = here.apply(visit);
    String name = visit.value("name");
    if (name.isEmpty() || name.length() > 100) {
      choose(visit, 422, t("trackers.name-wrong"));
      return;
    }
    try {
      TrackerTarget made = tracking.create(at.tracker().key(), name);
      List<Mapped> columns =
          tracking.suggested(made).entrySet().stream()
              .map(each -> Mapped.of(each.getKey(), each.getValue()))
              .toList();
      Optional<TrackerState> before = tracking.state(at.tracker().key());
      boolean _ =
          tracking.save(
              at.tracker().key(),
              plan(made, columns, List.of(), Plan.USUAL_STAGES, before),
              before.map(TrackerState::version).orElse(0L));
      visit.go(at.path(), Toast.of(t("trackers.made", "table", name)));
    } catch (ExtensionException failed) {
      choose(visit, 422, String.valueOf(failed.getMessage()));
    }
  }

  private static Plan plan(
      TrackerTarget target,
      List<Mapped> columns,
      List<OwnColumn> own,
      Set<Stage> stages,
      Optional<TrackerState> before) {
    boolean same = before.filter(state -> state.plan().target().equals(target.id())).isPresent();
    return new Plan(
        target.id(),
        target.name(),
        target.link(),
        columns,
        own,
        stages,
        before.map(state -> state.plan().timing()).orElse("every 6 hours"),
        before.map(state -> state.plan().soon()).orElse(true),
        // What goes to a new table is seen first.
        same && before.map(state -> state.plan().on()).orElse(false),
        Language.current().tag());
  }

  private void columns(Visit visit) throws InterruptedException {
    Here at = here.apply(visit);
    Optional<TrackerState> state = tracking.state(at.tracker().key());
    String id =
        visit.value("target").isEmpty()
            ? state.map(each -> each.plan().target()).orElse("")
            : visit.value("target");
    if (id.isEmpty()) {
      visit.go(at.path() + "/choose");
      return;
    }
    try {
      TrackerTarget target = tracking.target(at.tracker().key(), id);
      Optional<TrackerState> before =
          state.filter(each -> each.plan().target().equals(target.id()));
      Map<Field, String> chosen = new EnumMap<>(Field.class);
      if (before.isPresent()) {
        before.get().plan().columns().forEach(each -> chosen.put(each.field(), each.column()));
      } else {
        tracking
            .suggested(target)
            .forEach((field, column) -> chosen.put(field, column.id().orElseThrow()));
      }
      boolean idIsThere =
          target.columns().stream()
              .anyMatch(each -> each.id().equals(Optional.ofNullable(chosen.get(Field.ID))));
      if (!idIsThere && can(at, Capability.ADD_COLUMNS)) {
        chosen.put(Field.ID, ADD);
      }
      Set<String> own =
          before
              .map(each -> each.plan().own().stream().map(OwnColumn::column))
              .orElseGet(
                  () -> tracking.suggestedOwn(target).stream().map(each -> each.id().orElseThrow()))
              .collect(Collectors.toSet());
      visit.show(
          page(
              at,
              "",
              target,
              state.map(TrackerState::version).orElse(0L),
              chosen,
              before.map(each -> each.plan().stages()).orElse(Plan.USUAL_STAGES),
              own));
    } catch (ExtensionException failed) {
      choose(visit, 422, String.valueOf(failed.getMessage()));
    }
  }

  private ColumnsPage page(
      Here at,
      String problem,
      TrackerTarget target,
      long seen,
      Map<Field, String> chosen,
      Set<Stage> stages,
      Set<String> own) {
    return new ColumnsPage(
        at,
        problem,
        target.id(),
        target.name(),
        seen,
        Arrays.stream(Field.values())
            .map(field -> row(at, target, field, chosen.getOrDefault(field, "")))
            .toList(),
        Arrays.stream(Stage.values())
            .filter(stage -> stage != Stage.ARCHIVED)
            .map(
                stage ->
                    new ColumnsPage.Box(
                        stage.key(), TableViews.stage(stage), stages.contains(stage)))
            .toList(),
        can(at, Capability.PULL),
        target.columns().stream()
            .filter(column -> column.kind() != Kind.OTHER && column.id().isPresent())
            .filter(column -> !chosen.containsValue(column.id().orElseThrow()))
            .map(
                column ->
                    new ColumnsPage.Box(
                        column.id().orElseThrow(),
                        column.name(),
                        own.contains(column.id().orElseThrow())))
            .toList());
  }

  private static ColumnsPage.Row row(Here at, TrackerTarget target, Field field, String chosen) {
    var choices = new ArrayList<ColumnsPage.Choice>();
    choices.add(
        new ColumnsPage.Choice(
            "",
            field == Field.ID ? t("trackers.choose-column") : t("trackers.not-written"),
            chosen.isEmpty()));
    for (Column column : target.columns()) {
      String id = column.id().orElse("");
      if (!id.isEmpty() && field.fits(column.kind())) {
        choices.add(new ColumnsPage.Choice("=" + id, column.name(), id.equals(chosen)));
      }
    }
    if (can(at, Capability.ADD_COLUMNS)) {
      choices.add(
          new ColumnsPage.Choice(
              ADD, t("trackers.add-column", "name", field.label()), chosen.equals(ADD)));
    }
    return new ColumnsPage.Row(
        field.key(), field.label(), field == Field.ID ? t("trackers.id-help") : "", choices);
  }

  private void save(Visit visit) throws InterruptedException {
    Here at = here.apply(visit);
    String key = at.tracker().key();
    Optional<TrackerState> before = tracking.state(key);
    Map<Field, String> chosen = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String value = visit.value("f-" + field.key());
      if (!value.isEmpty()) {
        chosen.put(field, value.startsWith("=") ? value.substring(1) : value);
      }
    }
    Set<Stage> stages =
        Arrays.stream(Stage.values())
            .filter(stage -> visit.values("stage").contains(stage.key()))
            .collect(Collectors.toSet());
    var own = new HashSet<>(visit.values("own"));
    try {
      TrackerTarget target = tracking.target(key, visit.value("target"));
      Optional<String> wrong = wrong(chosen, stages);
      long seen = visit.number("seen").orElse(0);
      if (wrong.isEmpty() && before.map(TrackerState::version).orElse(0L) != seen) {
        wrong = Optional.of(t("trackers.overtaken"));
      }
      if (wrong.isPresent()) {
        visit.show(
            422,
            page(
                at,
                wrong.get(),
                target,
                before.map(TrackerState::version).orElse(0L),
                chosen,
                stages,
                own));
        return;
      }
      TrackerTarget whole = withAdded(key, target, chosen);
      List<Mapped> columns = mapped(whole, chosen);
      Set<String> taken = columns.stream().map(Mapped::column).collect(Collectors.toSet());
      List<OwnColumn> owns =
          whole.columns().stream()
              .filter(column -> column.kind() != Kind.OTHER)
              .filter(column -> column.id().filter(own::contains).isPresent())
              .filter(column -> !taken.contains(column.id().orElseThrow()))
              .map(OwnColumn::of)
              .toList();
      boolean _ = tracking.save(key, plan(whole, columns, owns, stages, before), seen);
      visit.go(at.path(), Toast.of(t("trackers.saved")));
    } catch (ExtensionException failed) {
      choose(visit, 422, String.valueOf(failed.getMessage()));
    }
  }

  private static Optional<String> wrong(Map<Field, String> chosen, Set<Stage> stages) {
    if (!chosen.containsKey(Field.ID)) {
      return Optional.of(t("trackers.needs-id"));
    }
    var seen = new HashSet<String>();
    for (var each : chosen.entrySet()) {
      if (!each.getValue().equals(ADD) && !seen.add(each.getValue())) {
        return Optional.of(t("trackers.twice", "field", each.getKey().label()));
      }
    }
    return stages.isEmpty() ? Optional.of(t("trackers.needs-stage")) : Optional.empty();
  }

  private TrackerTarget withAdded(String key, TrackerTarget target, Map<Field, String> chosen)
      throws ExtensionException, InterruptedException {
    List<Field> missing =
        chosen.entrySet().stream()
            .filter(each -> each.getValue().equals(ADD))
            .map(Map.Entry::getKey)
            .toList();
    return missing.isEmpty() ? target : tracking.addColumns(key, target.id(), missing);
  }

  private static List<Mapped> mapped(TrackerTarget target, Map<Field, String> chosen) {
    var mapped = new ArrayList<Mapped>();
    chosen.forEach(
        (field, id) ->
            target.columns().stream()
                .filter(
                    column ->
                        id.equals(ADD)
                            ? column.name().equals(field.label())
                            : column.id().equals(Optional.of(id)))
                .filter(column -> field.fits(column.kind()) && column.id().isPresent())
                .findFirst()
                .ifPresent(column -> mapped.add(Mapped.of(field, column))));
    return mapped;
  }
}
