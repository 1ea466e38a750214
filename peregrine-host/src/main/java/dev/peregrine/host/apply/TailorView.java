package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Requirement;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Scored;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.review.Match;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.tailoring.Change;
import dev.peregrine.host.tailoring.ChangeCheck;
import dev.peregrine.host.tailoring.GapReport;
import dev.peregrine.host.tailoring.NewChange;
import dev.peregrine.host.tailoring.ResumeText;
import dev.peregrine.host.tailoring.Rewriting;
import dev.peregrine.host.tailoring.RuleProposals;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.web.Visit;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the tab of the résumé together. */
final class TailorView {

  private final Tailorings tailorings;
  private final Rewriting rewriting;
  private final Resumes resumes;
  private final Scoring scoring;
  private final Letters letters;
  private final InstantSource clock;

  TailorView(
      Tailorings tailorings,
      Rewriting rewriting,
      Resumes resumes,
      Scoring scoring,
      Letters letters,
      InstantSource clock) {
    this.tailorings = tailorings;
    this.rewriting = rewriting;
    this.resumes = resumes;
    this.scoring = scoring;
    this.letters = letters;
    this.clock = clock;
  }

  /** What is known of a lane before anything is shown. */
  record Ground(
      Resume lane,
      ResumeDocument document,
      ChangeCheck check,
      Vacancy vacancy,
      List<Requirement> asked) {

    List<NewChange> rules() {
      return RuleProposals.of(document, check.facts(), vacancy, asked);
    }
  }

  Optional<Ground> ground(Job job) throws InterruptedException {
    Optional<Resume> lane = tailorings.lane(job.id());
    return lane.isPresent() ? Optional.of(ground(job, lane.get())) : Optional.empty();
  }

  private Ground ground(Job job, Resume lane) throws InterruptedException {
    ResumeDocument document = tailorings.document(lane);
    var check = new ChangeCheck(document, month());
    Vacancy vacancy = Rewriting.vacancy(job);
    return new Ground(lane, document, check, vacancy, Requirement.of(check.facts(), vacancy));
  }

  private YearMonth month() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }

  TailorPart part(Visit visit, Job job) throws InterruptedException {
    Optional<Ground> ground = ground(job);
    return ground.isPresent() ? part(visit, job, ground.get()) : none(visit, job);
  }

  private static TailorPart none(Visit visit, Job job) {
    return new TailorPart(
        job.id(),
        visit.token(),
        0,
        0,
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TailorPart.Model("none", "", 0, 0, 0, ""));
  }

  private TailorPart part(Visit visit, Job job, Ground ground) throws InterruptedException {
    Resume lane = ground.lane();
    var items = new TailorItems(ground.document(), ground.check());
    var open = new ArrayList<TailorPart.Item>();
    var accepted = new ArrayList<TailorPart.Item>();
    var declined = new ArrayList<TailorPart.Item>();
    var stale = new ArrayList<TailorPart.Item>();
    List<Change> changes = tailorings.changes(job.id(), lane.id());
    for (NewChange rule : ground.rules()) {
      if (changes.stream().noneMatch(change -> isAbout(change, rule))) {
        open.add(items.of(rule));
      }
    }
    for (Change change : changes) {
      boolean gone = ground.check().isStale(change);
      List<TailorPart.Item> list =
          gone
              ? stale
              : switch (change.state()) {
                case PROPOSED -> open;
                case ACCEPTED -> accepted;
                case DECLINED -> declined;
              };
      if (!gone || change.state() == Change.State.ACCEPTED) {
        list.add(items.of(change));
      }
    }
    List<String> missed = job.scored().map(Scored::score).map(TailorView::missed).orElse(List.of());
    GapReport report = GapReport.of(ground.asked(), ground.vacancy(), missed);
    TailoredResume tailored = tailorings.toSend(job.id()).orElseThrow();
    return new TailorPart(
        job.id(),
        visit.token(),
        lane.id(),
        lane.version(),
        lane.name(),
        fit(job, lane, ground.document(), tailored),
        covers(ground.asked()),
        lanes(job, lane, ground),
        TailorGaps.of(report),
        TailorGaps.minor(report),
        report.covered().stream()
            .map(
                one ->
                    new TailorPart.Shown(
                        one.term(), one.deed().orElse(one.facts().getFirst()).text()))
            .toList(),
        open,
        accepted,
        declined,
        stale,
        items.picks(tailored.changes()),
        onlyInLetter(job, ground, tailored),
        model(job));
  }

  static boolean isAbout(Change change, NewChange rule) {
    return change.kind() == rule.kind()
        && change.before().equals(rule.before())
        && (change.after().equals(rule.after()) || change.state() == Change.State.ACCEPTED);
  }

  private static List<String> missed(Score score) {
    return switch (score) {
      case Score.Match match -> match.gaps();
      case Score.None none -> List.of();
    };
  }

  private static String covers(List<Requirement> asked) {
    return asked.isEmpty()
        ? ""
        : t(
            "tailoring.covers",
            "shown",
            asked.stream().filter(Requirement::isCovered).count(),
            "all",
            asked.size());
  }

  // --- lanes

  private List<TailorPart.Lane> lanes(Job job, Resume used, Ground ground)
      throws InterruptedException {
    List<Resume> all = resumes.all();
    if (all.size() < 2) {
      return List.of();
    }
    boolean chosen = tailorings.chosen(job.id()).isPresent();
    var lanes = new ArrayList<TailorPart.Lane>();
    for (Resume lane : all) {
      List<Requirement> asked = lane.id() == used.id() ? ground.asked() : ground(job, lane).asked();
      lanes.add(
          new TailorPart.Lane(
              lane.id(),
              lane.name(),
              Match.of(scoring.score(lane, lane.text(), job)),
              covers(asked),
              lane.id() == used.id(),
              false));
    }
    int best = lanes.stream().mapToInt(lane -> lane.match().number().orElse(-1)).max().orElse(-1);
    return lanes.stream()
        .map(
            lane ->
                new TailorPart.Lane(
                    lane.id(),
                    lane.name(),
                    lane.match(),
                    lane.covers(),
                    lane.chosen(),
                    best > 0 && lane.match().number().orElse(-1) == best))
        .toList();
  }

  /** Both as the same kind of plain text, or the layout of the file would count. */
  private String fit(Job job, Resume lane, ResumeDocument document, TailoredResume tailored)
      throws InterruptedException {
    if (!tailored.isTailored()) {
      return "";
    }
    Match before = Match.of(scoring.score(lane, ResumeText.of(document), job));
    Match after = Match.of(scoring.score(lane, ResumeText.of(tailored.document()), job));
    if (before.number().isEmpty() || after.number().isEmpty()) {
      return "";
    }
    return before.number().equals(after.number())
        ? t("tailoring.fit-same", "score", after.number().get())
        : t("tailoring.fit", "before", before.number().get(), "after", after.number().get());
  }

  // --- the letter

  /** What the letter claims and the résumé beside it shows no more, since it was changed. */
  private List<TailorPart.Doubt> onlyInLetter(Job job, Ground ground, TailoredResume tailored) {
    if (!tailored.isTailored()) {
      return List.of();
    }
    Facts sent = Facts.of(tailored.document(), month());
    return letters.current(job.id()).stream()
        .flatMap(
            letter -> {
              List<Claim> everywhere =
                  unsupported(letter.text(), ground.check().facts(), ground.vacancy());
              return unsupported(letter.text(), sent, ground.vacancy()).stream()
                  .filter(claim -> !everywhere.contains(claim))
                  .filter(claim -> everywhere.stream().noneMatch(o -> o.start() == claim.start()));
            })
        .map(claim -> new TailorPart.Doubt(claim.text(), ""))
        .distinct()
        .toList();
  }

  private static List<Claim> unsupported(String letter, Facts facts, Vacancy vacancy) {
    return EvidenceCheck.check(letter, facts, vacancy, Form.LETTER).unsupported();
  }

  // --- the model

  TailorPart.Model model(Job job) {
    Optional<Task> task = rewriting.newest(job);
    if (task.isPresent() && task.get().state().isLive()) {
      Task now = task.get();
      return new TailorPart.Model(
          "running",
          now.step().isEmpty() ? t("tailoring.waits") : t("tailoring.words", "part", now.step()),
          now.id(),
          now.done(),
          Math.max(now.total(), 1),
          "");
    }
    String failed =
        task.filter(ended -> ended.state() == TaskState.FAILED).map(Task::error).orElse("");
    if (!rewriting.hasModel()) {
      return new TailorPart.Model("none", "", 0, 0, 0, failed);
    }
    return rewriting
        .gate()
        .locked()
        .map(locked -> new TailorPart.Model("locked", locked.unlocks(), 0, 0, 0, failed))
        .orElseGet(() -> new TailorPart.Model("ready", "", 0, 0, 0, failed));
  }
}
