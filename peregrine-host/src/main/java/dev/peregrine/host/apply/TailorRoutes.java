package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.apply.TailorView.Ground;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.tailoring.Change;
import dev.peregrine.host.tailoring.NewChange;
import dev.peregrine.host.tailoring.Rewriting;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tailoring.TrueAdditions;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.ToastPart;
import dev.peregrine.host.web.Visit;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tab of the résumé. Whatever is done there can be taken back. */
public final class TailorRoutes implements Routes {

  private static final String HERE = "/apply/{id}/resume";
  private static final int LONGEST = 1_000;

  private final Workspace workspace;
  private final Tailorings tailorings;
  private final Rewriting rewriting;
  private final Resumes resumes;
  private final TrueAdditions additions;
  private final TailorView view;

  public TailorRoutes(
      Workspace workspace,
      Tailorings tailorings,
      Rewriting rewriting,
      Resumes resumes,
      Scoring scoring,
      Letters letters,
      InstantSource clock) {
    this.workspace = workspace;
    this.tailorings = tailorings;
    this.rewriting = rewriting;
    this.resumes = resumes;
    this.additions = new TrueAdditions(tailorings, resumes, scoring);
    this.view = new TailorView(tailorings, rewriting, resumes, scoring, letters, clock);
  }

  @Override
  public void add(RouteRegistry routes) {
    workspace.tab(new ApplyTab("resume", 30, () -> t("tailoring.tab"), this::state));
    routes.get(HERE, this::show);
    routes.get(HERE + "/part", visit -> visit.parts(view.part(visit, workspace.job(visit))));
    routes.post(HERE + "/lane", this::choose);
    routes.post(HERE + "/decide", this::decide);
    routes.post(HERE + "/accept-all", this::acceptAll);
    routes.post(HERE + "/reword", this::reword);
    routes.post(HERE + "/pick", this::pick);
    routes.post(HERE + "/true", this::isTrue);
    routes.post(HERE + "/skill", this::skill);
    routes.post(HERE + "/back", this::back);
    routes.behind(rewriting.gate()).post(HERE + "/ask", this::ask);
  }

  private TabState state(long job) {
    Set<Change.State> states = tailorings.states(job);
    if (states.contains(Change.State.PROPOSED)) {
      return TabState.BEGUN;
    }
    return states.contains(Change.State.ACCEPTED) ? TabState.DONE : TabState.NONE;
  }

  private void show(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    visit.show(new TailorPage(workspace.frame(visit, job, "resume"), view.part(visit, job)));
  }

  /** The part with what happened, or the page for who has no script. */
  private void then(Visit visit, Job job, Toast toast) throws InterruptedException {
    if (visit.wantsParts()) {
      visit.parts(
          view.part(visit, job),
          new MarkPart("resume", state(job.id()), true),
          new ToastPart(toast, visit.token()));
    } else {
      visit.go(path(job), toast);
    }
  }

  private static String path(Job job) {
    return "/apply/%d/resume".formatted(job.id());
  }

  private Ground ground(Visit visit, Job job) throws InterruptedException {
    return view.ground(job).orElseThrow(() -> new NoSuchPageException("résumé", visit.part("id")));
  }

  // --- the lane

  private void choose(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    String before =
        tailorings.chosen(job.id()).map(lane -> Long.toString(lane.id())).orElse("best");
    String wanted = visit.value("lane");
    Optional<Resume> lane = resumes.findById(visit.number("lane").orElse(0));
    if (wanted.equals("best")) {
      tailorings.chooseBest(job.id());
    } else {
      tailorings.choose(
          job.id(), lane.orElseThrow(() -> new NoSuchPageException("résumé", wanted)));
    }
    then(
        visit,
        job,
        Toast.undoable(
            t("tailoring.chosen"),
            lane.map(Resume::name).orElseGet(() -> t("tailoring.best-one")),
            path(job) + "/lane?lane=" + before));
  }

  // --- changes

  private void decide(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    Change.State to = state(visit.value("to"));
    Change change = visit.value("rule").isEmpty() ? change(visit, job) : ofRule(visit, job, to);
    Change.State before = visit.value("rule").isEmpty() ? change.state() : Change.State.PROPOSED;
    Ground ground = ground(visit, job);
    if (to == Change.State.ACCEPTED && !ground.check().doubts(change).isEmpty()) {
      then(visit, job, Toast.of(t("tailoring.doubtful")));
      return;
    }
    tailorings.set(job.id(), List.of(change.id()), to);
    then(
        visit,
        job,
        Toast.undoable(
            switch (to) {
              case ACCEPTED -> t("tailoring.accepted");
              case DECLINED -> t("tailoring.declined");
              case PROPOSED -> t("tailoring.taken-back");
            },
            change.after().isEmpty() ? "" : change.after().getFirst(),
            "%s/decide?change=%d&to=%s"
                .formatted(path(job), change.id(), before.name().toLowerCase(Locale.ROOT))));
  }

  private static Change.State state(String typed) {
    return Stream.of(Change.State.values())
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(typed))
        .findFirst()
        .orElseThrow(() -> new NoSuchPageException("decision", typed));
  }

  private Change change(Visit visit, Job job) {
    return tailorings
        .findById(visit.number("change").orElse(0))
        .filter(change -> change.job() == job.id())
        .orElseThrow(() -> new NoSuchPageException("change", visit.value("change")));
  }

  /** What rules propose is stored once somebody decides about it. */
  private Change ofRule(Visit visit, Job job, Change.State to) throws InterruptedException {
    Ground ground = ground(visit, job);
    NewChange rule =
        ground.rules().stream()
            .filter(each -> each.place().equals(visit.value("rule")))
            .findFirst()
            .orElseThrow(() -> new NoSuchPageException("proposal", visit.value("rule")));
    return tailorings.changes(job.id(), ground.lane().id()).stream()
        .filter(change -> change.kind() == rule.kind() && change.before().equals(rule.before()))
        .filter(change -> change.after().equals(rule.after()))
        .findFirst()
        .orElseGet(() -> tailorings.add(job.id(), ground.lane().id(), rule, to));
  }

  private void acceptAll(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    Ground ground = ground(visit, job);
    for (NewChange rule : ground.rules()) {
      if (tailorings.changes(job.id(), ground.lane().id()).stream()
          .noneMatch(change -> TailorView.isAbout(change, rule))) {
        tailorings.add(job.id(), ground.lane().id(), rule, Change.State.PROPOSED);
      }
    }
    List<Long> all =
        tailorings.changes(job.id(), ground.lane().id()).stream()
            .filter(change -> change.state() == Change.State.PROPOSED)
            .filter(change -> !ground.check().isStale(change))
            .filter(change -> ground.check().doubts(change).isEmpty())
            .map(Change::id)
            .toList();
    tailorings.accept(job.id(), all);
    then(visit, job, Toast.of(t("tailoring.accepted-all", "count", all.size())));
  }

  private void reword(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    Change change = change(visit, job);
    String text = visit.value("text").replaceAll("\\s+", " ");
    if (text.isEmpty() || text.length() > LONGEST || change.kind() != Change.Kind.WORDING) {
      then(visit, job, Toast.of(t("tailoring.too-long", "most", LONGEST)));
      return;
    }
    Change reworded = change.withAfter(List.of(text));
    tailorings.reword(change, reworded.after());
    boolean fine = ground(visit, job).check().doubts(reworded).isEmpty();
    Change.State to = fine ? Change.State.ACCEPTED : Change.State.PROPOSED;
    tailorings.set(job.id(), List.of(change.id()), to);
    then(
        visit,
        job,
        Toast.of(fine ? t("tailoring.accepted-edited") : t("tailoring.still-doubtful")));
  }

  private void pick(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    Ground ground = ground(visit, job);
    String place = visit.value("place");
    TailorPart.Pick pick =
        new TailorItems(ground.document(), ground.check())
            .picks(List.of()).stream()
                .filter(each -> each.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException("position", place));
    List<String> all = pick.bullets().stream().map(TailorPart.Bullet::text).toList();
    List<String> kept =
        visit.values("keep").stream()
            .filter(number -> number.matches("\\d{1,4}"))
            .map(Integer::parseInt)
            .filter(number -> number < all.size())
            .distinct()
            .map(all::get)
            .toList();
    Change picked =
        tailorings.add(
            job.id(),
            ground.lane().id(),
            new NewChange(Change.Kind.SELECTION, place, all, kept, "", Change.Origin.PERSON),
            Change.State.ACCEPTED);
    then(
        visit,
        job,
        Toast.undoable(
            t("tailoring.picked", "kept", kept.size(), "all", all.size()),
            pick.title(),
            "%s/decide?change=%d&to=declined".formatted(path(job), picked.id())));
  }

  // --- into the résumé

  private void isTrue(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    Change change = change(visit, job);
    Resume lane = ground(visit, job).lane();
    int seen = (int) visit.number("seen").orElse(0);
    saved(visit, job, lane, additions.wording(lane, seen, change), t("tailoring.added-words"));
  }

  private void skill(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    Ground ground = ground(visit, job);
    String name = visit.value("name");
    int seen = (int) visit.number("seen").orElse(0);
    if (ground.asked().stream().noneMatch(asked -> asked.term().equals(name))) {
      throw new NoSuchPageException("skill", name);
    }
    saved(
        visit,
        job,
        ground.lane(),
        additions.skill(ground.lane(), seen, name),
        t("tailoring.added-skill", "name", name));
  }

  private void saved(Visit visit, Job job, Resume lane, Resumes.Saving saving, String said)
      throws InterruptedException {
    switch (saving) {
      case Resumes.Saving.Done done ->
          then(
              visit,
              job,
              Toast.undoable(
                  said,
                  lane.name(),
                  "%s/back?lane=%d&version=%d".formatted(path(job), lane.id(), lane.version())));
      case Resumes.Saving.Overtaken overtaken ->
          then(visit, job, Toast.of(t("tailoring.overtaken")));
    }
  }

  private void back(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    additions.takeBack(visit.number("lane").orElse(0), (int) visit.number("version").orElse(0));
    then(visit, job, Toast.of(t("tailoring.taken-back")));
  }

  // --- the model

  private void ask(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    rewriting.start(job);
    then(visit, job, Toast.of(t("tailoring.asked")));
  }
}
