package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.questions.EarlierAnswer;
import dev.peregrine.host.questions.Limit;
import dev.peregrine.host.questions.Question;
import dev.peregrine.host.resumes.Fold;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts a question and what helps to answer it together. */
final class QuestionViews {

  private final Answering answering;

  QuestionViews(Answering answering) {
    this.answering = answering;
  }

  static String path(Question question) {
    return "/apply/%d/questions/%d".formatted(question.job(), question.id());
  }

  QuestionPart part(String token, Question question, Job job) throws InterruptedException {
    Optional<ResumeDocument> resume = answering.resume(job.id());
    return new QuestionPart(
        question.id(),
        path(question),
        token,
        question.question(),
        question.answer(),
        question.limit().map(limit -> String.valueOf(limit.most())).orElse(""),
        question.limit().map(limit -> limit.unit().key()).orElse("words"),
        saved(question, job, resume, Optional.empty()),
        help(token, question, job, resume));
  }

  /**
   * How it is stored.
   *
   * @param theirs what another window saved meanwhile
   */
  SavedPart saved(
      Question question, Job job, Optional<ResumeDocument> resume, Optional<String> theirs) {
    boolean over = question.limit().map(limit -> !limit.holds(question.answer())).orElse(false);
    return new SavedPart(
        question.id(),
        question.version(),
        length(question),
        over,
        doubts(answering.check(question.answer(), job, resume)),
        theirs.orElse(""),
        question.answer());
  }

  private static String length(Question question) {
    if (question.answer().isBlank()) {
      return t("questions.not-answered");
    }
    if (question.limit().isEmpty()) {
      return t("questions.words", "count", Limit.words(question.answer()));
    }
    Limit limit = question.limit().get();
    int count = limit.count(question.answer());
    return switch (limit.unit()) {
      case WORDS -> t("questions.words-of", "count", count, "most", limit.most());
      case CHARACTERS -> t("questions.characters-of", "count", count, "most", limit.most());
    };
  }

  static List<String> doubts(CheckedText checked) {
    return checked.unsupported().stream()
        .map(claim -> "“%s”: %s".formatted(claim.text(), claim.why()))
        .toList();
  }

  HelpPart help(String token, Question question, Job job, Optional<ResumeDocument> resume) {
    Optional<Task> task = answering.task(question);
    Optional<Task> live = task.filter(found -> found.state().isLive());
    CheckedText checked = answering.check(question.suggestion(), job, resume);
    return new HelpPart(
        question.id(),
        path(question),
        token,
        answering.hasModel() ? "" : t("questions.no-model"),
        live.map(Task::id).orElse(0L),
        live.map(Task::step).filter(step -> !step.isEmpty()).orElse(t("questions.begins")),
        task.filter(found -> found.state() == TaskState.FAILED).map(Task::error).orElse(""),
        question.suggestion().isBlank() ? List.of() : pieces(checked),
        question.suggestedBy(),
        doubts(checked),
        answering.said(question),
        answering.matching(question, job, resume),
        answering.earlier(question).stream().map(earlier -> earlier(earlier, job)).toList());
  }

  private HelpPart.Earlier earlier(EarlierAnswer earlier, Job job) {
    Optional<Job> other = answering.job(earlier.job());
    String company = other.flatMap(found -> found.posting().company()).orElse("");
    boolean theirs =
        company.length() > 2
            && !company.equalsIgnoreCase(job.posting().company().orElse(""))
            && names(earlier.answer(), company);
    return new HelpPart.Earlier(
        earlier.id(),
        earlier.question(),
        earlier.answer(),
        other
            .map(
                found ->
                    company.isEmpty()
                        ? found.posting().title()
                        : found.posting().title() + ", " + company)
            .orElse(""),
        theirs ? company : "");
  }

  /** By its first word at least: letters say "Lumen", not "Lumen Labs GmbH". */
  private static boolean names(String answer, String company) {
    String first = company.strip().split("\\s+")[0];
    String name = first.length() > 3 ? first : company;
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(Fold.same(name)) + "(?![\\p{L}\\p{N}])")
        .matcher(Fold.same(answer))
        .find();
  }

  private static List<HelpPart.Piece> pieces(CheckedText checked) {
    var pieces = new ArrayList<HelpPart.Piece>();
    int from = 0;
    for (Claim claim : checked.unsupported()) {
      if (claim.start() > from) {
        pieces.add(new HelpPart.Piece(checked.text().substring(from, claim.start()), false));
      }
      pieces.add(new HelpPart.Piece(checked.text().substring(claim.start(), claim.end()), true));
      from = claim.end();
    }
    if (from < checked.text().length()) {
      pieces.add(new HelpPart.Piece(checked.text().substring(from), false));
    }
    return pieces;
  }
}
