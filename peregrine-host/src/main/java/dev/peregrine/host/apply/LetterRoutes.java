package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.evidence.CheckedSentence;
import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.letters.Clearance;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.Letter.Against;
import dev.peregrine.host.letters.Letter.Origin;
import dev.peregrine.host.letters.LetterContent;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.letters.LetterWish;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.letters.Tongue;
import dev.peregrine.host.letters.WritingState;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The second tab: the letter. */
public final class LetterRoutes implements Routes {

  private static final String TAB = "letter";
  private static final int LONGEST_ADDITION = 500;

  private final Workspace workspace;
  private final Letters letters;
  private final LetterWriting writing;
  private final Drafts drafts;
  private final Resumes resumes;
  private final Scoring scoring;
  private final LetterViews views;

  public LetterRoutes(
      Workspace workspace,
      Letters letters,
      LetterWriting writing,
      Drafts drafts,
      Tailorings tailorings,
      Resumes resumes,
      Scoring scoring) {
    this.workspace = workspace;
    this.letters = letters;
    this.writing = writing;
    this.drafts = drafts;
    this.resumes = resumes;
    this.scoring = scoring;
    this.views = new LetterViews(letters, writing, tailorings);
  }

  @Override
  public void add(RouteRegistry routes) {
    workspace.tab(new ApplyTab(TAB, 20, () -> t("letters.letter"), this::state));
    workspace.letters(
        ids -> {
          var with = new HashSet<>(letters.jobs());
          with.retainAll(ids);
          return with;
        });
    routes.get("/apply/{id}/letter", visit -> show(visit, 200, "", ""));
    routes.post("/apply/{id}/letter", this::save);
    routes.get("/apply/{id}/letter/writing", this::writing);
    routes.post("/apply/{id}/letter/write", this::write);
    routes.post("/apply/{id}/letter/stop", this::stop);
    routes.post("/apply/{id}/letter/skeleton", this::skeleton);
    routes.post("/apply/{id}/letter/undo", this::undo);
    routes.post("/apply/{id}/letter/true", this::isTrue);
    routes.post("/apply/{id}/letter/untrue", this::isNotTrue);
    routes.get("/apply/{id}/letter/versions/{number}", this::compare);
    routes.post("/apply/{id}/letter/versions/{number}", this::restore);
  }

  private TabState state(long job) {
    if (writing.state(job).filter(WritingState::isUnderWay).isPresent()) {
      return TabState.BEGUN;
    }
    try {
      return switch (letters.cleared(job)) {
        case Clearance.Nothing none -> TabState.NONE;
        case Clearance.Blocked blocked -> TabState.NEEDS_YOU;
        case Clearance.Cleared cleared -> TabState.DONE;
      };
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return TabState.BEGUN;
    }
  }

  private void show(Visit visit, int status, String problem, String feedback)
      throws InterruptedException {
    Job job = workspace.job(visit);
    LetterViews.Checked checked = views.check(job);
    visit.show(
        status,
        new LetterPage(
            workspace.frame(visit, job, TAB),
            views.writing(visit, job),
            views.sheet(visit, job, checked),
            views.proof(visit, job, checked, false),
            views.options(visit, job, checked, feedback),
            views.versions(visit, job),
            problem));
  }

  private void save(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    String text = Optional.ofNullable(visit.typed("text")).orElse("");
    int seen = (int) visit.number("seen").orElse(0);
    int aside = (int) visit.number("aside").orElse(0);
    Letters.Saving saving;
    try {
      saving =
          letters.save(
              job.id(),
              seen,
              aside,
              LetterContent.of(
                  Origin.TYPED,
                  text,
                  LetterViews.style(job, letters.current(job.id())),
                  against(job)));
    } catch (IllegalArgumentException tooLong) {
      refuse(visit, job, seen, String.valueOf(tooLong.getMessage()));
      return;
    }
    if (!visit.wantsParts()) {
      visit.go(
          path(job),
          Toast.of(
              switch (saving) {
                case Letters.Saving.Done done -> t("letters.saved");
                case Letters.Saving.Overtaken overtaken -> t("letters.overtaken-kept");
              }));
      return;
    }
    switch (saving) {
      case Letters.Saving.Done done -> {
        LetterViews.Checked checked = views.check(job);
        visit.parts(
            LetterViews.saved(visit, job, Optional.of(done.letter()), done.letter().number(), true),
            views.ink(checked, true),
            views.proof(visit, job, checked, true),
            new MarkPart(TAB, state(job.id()), true));
      }
      case Letters.Saving.Overtaken overtaken ->
          visit.parts(
              new LetterSavedPart(
                  job.id(),
                  "",
                  seen,
                  overtaken.kept().number(),
                  t("letters.overtaken", "when", visit.times().clock(overtaken.inUse().at())),
                  "",
                  true,
                  visit.token()));
    }
  }

  private void refuse(Visit visit, Job job, int seen, String why) throws InterruptedException {
    if (visit.wantsParts()) {
      visit.parts(new LetterSavedPart(job.id(), "", seen, 0, "", why, true, visit.token()));
    } else {
      show(visit, 422, why, "");
    }
  }

  private void writing(Visit visit) {
    visit.parts(views.writing(visit, workspace.job(visit)));
  }

  private void write(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    keepTyped(visit, job);
    int seen = letters.inUse(job.id()).map(Letter::number).orElse(0);
    try {
      writing.begin(
          new LetterWish(
              job.id(), style(visit, job), visit.value("feedback"), seen, visit.has("mission")));
    } catch (IllegalArgumentException refused) {
      show(visit, 422, String.valueOf(refused.getMessage()), visit.value("feedback"));
      return;
    }
    visit.go(path(job) + "#writing");
  }

  /** What was typed and not saved yet comes along, so that nothing is lost. */
  private void keepTyped(Visit visit, Job job) {
    String typed = visit.typed("text");
    if (typed != null && !typed.isBlank()) {
      var _ =
          letters.save(
              job.id(),
              (int) visit.number("seen").orElse(0),
              LetterContent.of(
                  Origin.TYPED,
                  typed,
                  LetterViews.style(job, letters.current(job.id())),
                  against(job)));
    }
  }

  private void stop(Visit visit) {
    Job job = workspace.job(visit);
    writing.stop(job.id());
    writing.forget(job.id());
    visit.go(path(job));
  }

  private void skeleton(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    Optional<Resume> resume = letters.resume(job.id());
    if (resume.isEmpty()) {
      show(visit, 422, t("letters.no-resume"), "");
      return;
    }
    int before = letters.inUse(job.id()).map(Letter::number).orElse(0);
    LetterStyle style = style(visit, job);
    Letter made =
        letters.add(
            job.id(),
            LetterContent.of(
                Origin.SKELETON, drafts.skeleton(job, resume.get(), style), style, against(job)),
            true);
    visit.go(path(job), undoable(t("letters.put-together"), job, made.number(), before));
  }

  private static Toast undoable(String text, Job job, int newer, int older) {
    return Toast.undoable(text, "", "%s/undo?newer=%d&older=%d".formatted(path(job), newer, older));
  }

  private void undo(Visit visit) {
    Job job = workspace.job(visit);
    boolean undone =
        letters.undo(
            job.id(), (int) visit.number("newer").orElse(0), (int) visit.number("older").orElse(0));
    visit.go(path(job), Toast.of(undone ? t("letters.undone") : t("letters.changed-since")));
  }

  private void compare(Visit visit) {
    Job job = workspace.job(visit);
    Letter older = version(visit, job);
    String now = letters.current(job.id()).map(Letter::text).orElse("");
    visit.show(
        new DiffPage(
            workspace.frame(visit, job, TAB),
            older.number(),
            LetterViews.how(older, visit.times()),
            older.inUse(),
            TextDiff.of(older.text(), now)));
  }

  private void restore(Visit visit) {
    Job job = workspace.job(visit);
    Letter older = version(visit, job);
    int before = letters.inUse(job.id()).map(Letter::number).orElse(0);
    Letter restored = letters.restore(job.id(), older.number()).orElse(older);
    visit.go(path(job), undoable(t("letters.in-use-again"), job, restored.number(), before));
  }

  private Letter version(Visit visit, Job job) {
    return letters
        .version(job.id(), (int) visit.id("number"))
        .orElseThrow(() -> new NoSuchPageException("version", visit.part("number")));
  }

  private void isTrue(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    LetterViews.Checked checked = views.check(job);
    String words = visit.value("words").replaceAll("\\s+", " ");
    long start = visit.number("start").orElse(-1);
    String claimed = visit.value("claim");
    for (CheckedSentence sentence : checked.text().map(CheckedText::sentences).orElse(List.of())) {
      for (Claim claim : sentence.claims()) {
        if (claim.start() == start && claim.text().equals(claimed) && !claim.isSupported()) {
          add(visit, job, checked.resume().orElseThrow(), sentence, claim, words);
          return;
        }
      }
    }
    visit.go(path(job), Toast.of(t("letters.claim-gone")));
  }

  private void add(
      Visit visit, Job job, Resume resume, CheckedSentence sentence, Claim claim, String words)
      throws InterruptedException {
    if (words.isEmpty() || words.length() > LONGEST_ADDITION) {
      show(visit, 422, t("letters.addition-length", "most", LONGEST_ADDITION), "");
      return;
    }
    Resumes.Saving saving =
        resumes.save(
            resume.id(), resume.version(), Additions.with(resume, visit.value("place"), words));
    switch (saving) {
      case Resumes.Saving.Done done -> {
        letters.confirm(done.resume(), claim, sentence, words);
        scoring.soon();
        visit.go(
            path(job) + "#proof",
            Toast.undoable(
                t("letters.added", "name", resume.name()),
                words,
                "%s/untrue?resume=%d&version=%d&added=%d"
                    .formatted(path(job), resume.id(), resume.version(), done.resume().version())));
      }
      case Resumes.Saving.Overtaken overtaken ->
          visit.go(path(job), Toast.of(t("letters.resume-changed")));
    }
  }

  /** The résumé as it was before; what was confirmed no longer stands in it and counts no more. */
  private void isNotTrue(Visit visit) {
    Job job = workspace.job(visit);
    long id = visit.number("resume").orElse(-1);
    int added = (int) visit.number("added").orElse(-1);
    boolean unchanged =
        resumes.findById(id).filter(resume -> resume.version() == added).isPresent();
    boolean undone =
        unchanged && resumes.restore(id, (int) visit.number("version").orElse(-1)).isPresent();
    if (undone) {
      scoring.soon();
    }
    visit.go(path(job), Toast.of(undone ? t("letters.undone") : t("letters.resume-changed")));
  }

  private Optional<Against> against(Job job) {
    return letters.resume(job.id()).map(resume -> new Against(resume.id(), resume.version()));
  }

  private static LetterStyle style(Visit visit, Job job) {
    LetterStyle usual = LetterStyle.in(Drafts.languageFor(job));
    return new LetterStyle(
        Tongue.find(visit.value("language")).orElse(usual.language()),
        Arrays.stream(LetterStyle.Tone.values())
            .filter(each -> each.name().equals(visit.value("tone").toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElse(usual.tone()),
        Arrays.stream(LetterStyle.Length.values())
            .filter(each -> each.name().equals(visit.value("length").toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElse(usual.length()));
  }

  private static String path(Job job) {
    return "/apply/%d/letter".formatted(job.id());
  }
}
