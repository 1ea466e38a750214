package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.leads.Leads;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.liveness.Opening;
import dev.peregrine.host.pipeline.Counts;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.NamedJob;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Shell;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.ToastPart;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Review: one posting at a time, or all as a list. */
public final class ReviewRoutes implements Routes {

  private static final int PAGE = 50;

  private final Jobs jobs;
  private final PluginRuntime plugins;
  private final Liveness liveness;
  private final Leads leads;

  public ReviewRoutes(Jobs jobs, PluginRuntime plugins, Liveness liveness, Leads leads) {
    this.jobs = jobs;
    this.plugins = plugins;
    this.liveness = liveness;
    this.leads = leads;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(
        MenuEntry.of("review", () -> t("review.review"), Icon.REVIEW, "/review", 20)
            .counting(() -> OptionalLong.of(jobs.counts().of(Stage.PENDING))));
    routes.findables(
        (words, most) -> jobs.named(words, most).stream().map(ReviewRoutes::findable).toList());
    routes.get("/review", this::show);
    routes.post("/review/undo", this::undo);
    routes.post("/review/move", this::moveMany);
    routes.post("/review/{id}/approve", visit -> decide(visit, Stage.APPROVED));
    routes.post("/review/{id}/reject", visit -> decide(visit, Stage.REJECTED));
    routes.post("/review/{id}/skip", this::skip);
  }

  private static Findable findable(NamedJob job) {
    return Findable.at(
        Findable.Kind.JOB, job.title(), job.company().orElse(""), Icon.REVIEW, "/jobs/" + job.id());
  }

  private void show(Visit visit) {
    ReviewQuery query = ReviewQuery.of(visit);
    if (!query.isList()) {
      showStack(visit, StackState.of(visit), Optional.empty());
      return;
    }
    ListPart part = list(visit, query, visit.value("after"));
    if (visit.wantsParts() && !visit.value("after").isEmpty()) {
      visit.parts(new MoreRows(part));
    } else if (visit.wantsParts()) {
      visit.isNowAt(query.path());
      visit.parts(new ResultsPart(part));
    } else {
      Shell shell = visit.shell(t("review.list-of", "stage", part.hereChip()), "review");
      visit.show(new ListPage(shell, part));
    }
  }

  private void showStack(Visit visit, StackState state, Optional<Toast> toast) {
    StackPart part = stack(visit, state);
    if (!visit.wantsParts()) {
      visit.show(
          new StackPage(
              visit.shell(t("review.review"), "review").styled("deciding", "stackpage"), part));
    } else {
      visit.replace("#review", state.path());
      visit.parts(
          toast
              .<Record[]>map(said -> new Record[] {part, new ToastPart(said, visit.token())})
              .orElseGet(() -> new Record[] {part}));
    }
  }

  private StackPart stack(Visit visit, StackState state) {
    var boards = new BoardNames(plugins);
    JobPage page = page(state.query(), state.cursor(), 1);
    List<JobRow> rows = state.isAtEnd() ? List.of() : page.rows();
    Optional<Job> job =
        state.at().isPresent()
            ? jobs.findById(state.at().getAsLong()).filter(found -> found.stage() == Stage.PENDING)
            : Optional.empty();
    job = job.or(() -> rows.stream().findFirst().flatMap(row -> jobs.findById(row.id())));
    boolean rest =
        job.isEmpty()
            && !state.after().isEmpty()
            && !page(state.query(), Optional.empty(), 1).rows().isEmpty();
    return new StackPart(
        state,
        many(page.total()),
        job.map(
            found ->
                Card.of(
                    found,
                    boards,
                    visit.times(),
                    liveness.of(found.id()),
                    Origin.of(found, leads))),
        rest,
        state.query().said(boards),
        visit.token());
  }

  private JobPage page(ReviewQuery query, Optional<String> after, int size) {
    try {
      return jobs.page(query.filter(), after, size);
    } catch (IllegalArgumentException notAPlace) {
      return jobs.page(query.filter(), Optional.empty(), size); // an old or mistyped address
    }
  }

  private static String many(long total) {
    return total < 0 ? t("review.more-than", "most", 10_000) : Numbers.n(total);
  }

  private ListPart list(Visit visit, ReviewQuery query, String after) {
    var boards = new BoardNames(plugins);
    JobPage page = page(query, Optional.of(after).filter(a -> !a.isEmpty()), PAGE);
    Map<Long, Opening> openings = liveness.of(page.rows().stream().map(JobRow::id).toList());
    List<Row> rows =
        page.rows().stream()
            .map(
                row ->
                    Row.of(row, boards, visit.times(), Optional.ofNullable(openings.get(row.id()))))
            .toList();
    return new ListPart(
        query,
        chips(query, jobs.counts()),
        boards.all(),
        rows,
        many(page.total()) + (page.total() == 1 ? " job, " : " jobs, ") + query.orderInWords(),
        page.next().map(next -> query.with("view", "list").with("after", next).path()),
        query.said(boards),
        visit.token());
  }

  private static List<ListPart.Chip> chips(ReviewQuery query, Counts counts) {
    var chips = new ArrayList<ListPart.Chip>();
    var kept = query.with("rule", "").with("view", "list");
    for (Stage stage : Stage.values()) {
      boolean here = !query.isHidden() && query.stage() == stage;
      boolean always =
          stage == Stage.PENDING
              || stage == Stage.APPROVED
              || stage == Stage.REJECTED
              || stage == Stage.ARCHIVED;
      if (always || here || counts.of(stage) > 0) {
        String key = stage == Stage.PENDING ? "" : stage.key();
        chips.add(
            new ListPart.Chip(
                Words.stage(stage), counts.of(stage), kept.with("stage", key).path(), here));
      }
    }
    chips.add(
        new ListPart.Chip(
            t("review.hidden-by-rule"),
            counts.hidden(),
            kept.with("stage", ReviewQuery.HIDDEN).path(),
            query.isHidden()));
    return chips;
  }

  private void decide(Visit visit, Stage to) {
    long id = visit.id("id");
    Move move = jobs.move(List.of(id), to, reason(visit));
    lookAt(List.of(id), to);
    StackState state = StackState.of(visit).did("m").next();
    Toast toast = toast(move, state.action("/review/undo"));
    if (visit.wantsParts()) {
      showStack(visit, state, Optional.of(toast));
    } else {
      visit.go(state.path(), toast);
    }
  }

  /** Before a person spends time on them, it is seen whether they are still open. */
  private void lookAt(List<Long> ids, Stage to) {
    if (to == Stage.APPROVED) {
      liveness.soon(ids);
    }
  }

  static Optional<String> reason(Visit visit) {
    String chosen = visit.value("reason");
    String own = visit.value("own");
    String both = chosen.isEmpty() || own.isEmpty() ? chosen + own : chosen + ": " + own;
    return Optional.of(both)
        .filter(text -> !text.isEmpty())
        .map(text -> text.length() > 500 ? text.substring(0, 500) : text);
  }

  static Toast toast(Move move, String undo) {
    return move.id() == 0
        ? Toast.of(t("review.nothing-to-change"))
        : Toast.undoable(move.label(), "", undo);
  }

  private void skip(Visit visit) {
    StackState state = StackState.of(visit);
    long id = visit.id("id");
    Job job = jobs.findById(id).orElseThrow(() -> new NoSuchPageException("job", "" + id));
    // A card that was brought back is no place in the order: the order goes on where it was.
    Optional<String> behind = state.at().isPresent() ? state.cursor() : cursorOf(state, id);
    StackState next = state.behind(behind).did("s" + id);
    Toast toast =
        Toast.undoable(t("review.skipped"), job.posting().title(), next.action("/review/undo"));
    if (visit.wantsParts()) {
      showStack(visit, next, Optional.of(toast));
    } else {
      visit.go(next.path(), toast);
    }
  }

  private Optional<String> cursorOf(StackState state, long id) {
    JobPage page = page(state.query(), state.cursor(), 1);
    boolean first = !page.rows().isEmpty() && page.rows().getFirst().id() == id;
    // The last card has nothing behind it: an order that ends there shows no card.
    return first ? page.next().or(() -> Optional.of(StackState.END)) : state.cursor();
  }

  private void undo(Visit visit) {
    StackState state = StackState.of(visit);
    Optional<String> last = state.last();
    if (last.isPresent() && last.get().startsWith("s")) {
      long id = Long.parseLong(last.get().substring(1));
      back(visit, state.withoutLast().showing(id), Toast.of(t("review.back-again")));
      return;
    }
    OptionalLong named = visit.number("move");
    Optional<Move> undone = named.isPresent() ? jobs.undo(named.getAsLong()) : jobs.undo();
    if (undone.isEmpty()) {
      back(visit, state, Toast.of(t("review.nothing-to-undo")));
      return;
    }
    Toast toast = Toast.of(undone.get().label());
    back(visit, state.withoutLast().showing(undone.get().jobs().getFirst()), toast);
  }

  private void back(Visit visit, StackState state, Toast toast) {
    String from = visit.value("from");
    if (visit.wantsParts() && from.isEmpty()) {
      showStack(visit, state, Optional.of(toast));
    } else {
      visit.go(from.isEmpty() ? state.path() : from, toast);
    }
  }

  private void moveMany(Visit visit) {
    ReviewQuery query = ReviewQuery.of(visit);
    List<Long> ids =
        visit.values("id").stream()
            .filter(id -> id.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .toList();
    String to = visit.value("to");
    Toast toast;
    if (ids.isEmpty()) {
      toast = Toast.of(t("review.select-first"));
    } else {
      Move move = to.equals("show") ? jobs.show(ids) : jobs.move(ids, Stage.of(to), reason(visit));
      if (!to.equals("show")) {
        lookAt(ids, Stage.of(to));
      }
      toast = toast(move, undoFrom(query, move));
    }
    if (visit.wantsParts()) {
      visit.replace("#review", query.path());
      visit.parts(list(visit, query, ""), new ToastPart(toast, visit.token()));
    } else {
      visit.go(query.path(), toast);
    }
  }

  private static String undoFrom(ReviewQuery query, Move move) {
    return "/review/undo?move=%d&from=%s"
        .formatted(
            move.id(),
            java.net.URLEncoder.encode(query.path(), java.nio.charset.StandardCharsets.UTF_8));
  }
}
