package dev.peregrine.host.survey;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.surveys.Answered;
import dev.peregrine.host.surveys.Asked;
import dev.peregrine.host.surveys.Backing;
import dev.peregrine.host.surveys.QuestionKind;
import dev.peregrine.host.surveys.Survey;
import dev.peregrine.host.surveys.SurveyMode;
import dev.peregrine.host.surveys.SurveyQuestion;
import dev.peregrine.host.surveys.SurveyReading;
import dev.peregrine.host.surveys.SurveyWeighing;
import dev.peregrine.host.surveys.Surveys;
import dev.peregrine.host.surveys.Weighing;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Puts a survey together as it is shown. */
final class SurveyViews {

  private static final int MOST_EARLIER = 3;

  private final Surveys surveys;
  private final SurveyReading reading;
  private final SurveyWeighing weighing;
  private final Tailorings tailorings;

  SurveyViews(
      Surveys surveys, SurveyReading reading, SurveyWeighing weighing, Tailorings tailorings) {
    this.surveys = surveys;
    this.reading = reading;
    this.weighing = weighing;
    this.tailorings = tailorings;
  }

  /** The address of an application's surveys. */
  static String path(long job) {
    return Interviews.path(job) + "/survey";
  }

  static String path(Survey survey) {
    return path(survey.job()) + "/" + survey.id();
  }

  static String path(Survey survey, SurveyQuestion question) {
    return path(survey) + "/q/" + question.id();
  }

  /** The name that it was given, or a general one. */
  static String name(Survey survey) {
    return survey.name().isBlank() ? t("surveys.unnamed") : survey.name();
  }

  /** Who would read pictures. */
  String reader() {
    return switch (reading.reader()) {
      case MODEL -> t("surveys.reader-model");
      case TESSERACT -> t("surveys.reader-tesseract");
      case NOBODY -> t("surveys.reader-nobody");
    };
  }

  boolean canRead() {
    return reading.reader() != SurveyReading.Reader.NOBODY;
  }

  /** Whom what is asked may go to outside the person's network. */
  String leaving() {
    String away =
        String.join(
            ", ",
            weighing.sendingAway().stream().map(state -> state.named().name()).sorted().toList());
    return away.isEmpty() ? "" : t("surveys.leaves", "models", away);
  }

  SurveysPage.Line line(Survey survey, Times times) {
    List<SurveyQuestion> questions = surveys.questions(survey.id());
    long answered = questions.stream().filter(SurveyQuestion::isAnswered).count();
    return new SurveysPage.Line(
        name(survey),
        path(survey),
        times.moment(survey.made()),
        questions.isEmpty()
            ? t("surveys.no-questions-yet")
            : t("surveys.answered-of", "answered", answered, "all", questions.size()),
        survey.reportedScore(),
        survey.fromPictures());
  }

  /** The cards of a survey, in its order. */
  List<CardPart> cards(Visit visit, Survey survey, Job job) throws InterruptedException {
    Backing backing = backing(job, visit.times());
    List<Answered> answered = surveys.answered(survey);
    var cards = new ArrayList<CardPart>();
    for (SurveyQuestion question : surveys.questions(survey.id())) {
      cards.add(card(visit, survey, question, backing, answered));
    }
    return cards;
  }

  private Backing backing(Job job, Times times) throws InterruptedException {
    return new Backing(
        weighing.answerer(),
        tailorings.toSend(job.id()).map(TailoredResume::document),
        job,
        YearMonth.from(times.today()));
  }

  private CardPart card(
      Visit visit,
      Survey survey,
      SurveyQuestion question,
      Backing backing,
      List<Answered> answered) {
    Asked asked = question.asked();
    return new CardPart(
        question.id(),
        path(survey, question),
        visit.token(),
        question.place(),
        asked.question(),
        choices(question),
        asked.kind() == QuestionKind.SEVERAL,
        asked.kind() == QuestionKind.SCALE || asked.kind() == QuestionKind.YES_NO,
        asked.options().isEmpty() ? question.answer() : "",
        saved(visit, survey, question, answered, ""),
        weighed(visit, survey, question, backing, false),
        backing.said(asked),
        backing.lines(asked));
  }

  /** What was answered stays to be chosen where the options were mended since. */
  private static List<CardPart.Choice> choices(SurveyQuestion question) {
    List<String> options = question.asked().options();
    List<String> chosen = question.chosen();
    var choices = new ArrayList<CardPart.Choice>();
    for (String option : options) {
      choices.add(new CardPart.Choice(option, option, chosen.contains(option)));
    }
    if (!options.isEmpty()) {
      chosen.stream()
          .filter(answer -> !options.contains(answer))
          .forEach(answer -> choices.add(new CardPart.Choice(answer, answer, true)));
    }
    return choices;
  }

  /**
   * How an answer is stored.
   *
   * @param theirs what another window saved meanwhile
   */
  AnswerPart saved(
      Visit visit, Survey survey, SurveyQuestion question, List<Answered> answered, String theirs) {
    return new AnswerPart(
        question.id(),
        question.version(),
        question.isAnswered() ? t("surveys.saved") : t("surveys.not-answered"),
        question.isAnswered(),
        theirs,
        Surveys.earlier(answered, question, MOST_EARLIER).stream()
            .filter(earlier -> earlier.differs() || earlier.survey() != survey.id())
            .map(
                earlier ->
                    new AnswerPart.Before(
                        earlier.question(),
                        earlier.answer().replace("\n", "; "),
                        visit.times().ago(earlier.changed()),
                        earlier.differs(),
                        where(survey, earlier.survey())))
            .toList());
  }

  /** Where something was answered; empty for the survey itself. */
  private String where(Survey survey, long other) {
    if (other == survey.id()) {
      return "";
    }
    return other == 0
        ? "/apply/%d/questions".formatted(survey.job())
        : surveys.findById(other).map(SurveyViews::path).orElse("/survey");
  }

  private static WeighedPart weighed(
      Visit visit, Survey survey, SurveyQuestion question, Backing backing, boolean again) {
    List<String> options = question.asked().options();
    Optional<Weighing> made = question.weighing();
    List<Integer> best = made.map(Weighing::best).orElse(List.of());
    String draft = made.map(Weighing::draft).orElse("");
    return new WeighedPart(
        question.id(),
        path(survey, question),
        visit.token(),
        again,
        made.map(Weighing::backend).orElse(""),
        best.stream().filter(at -> at < options.size()).map(options::get).toList(),
        draft,
        backing.doubts(draft),
        made.map(Weighing::reason).orElse(""),
        made.map(Weighing::conflict).orElse(""),
        made.map(Weighing::options).orElse(List.of()).stream()
            .filter(each -> each.option() < options.size())
            .map(
                each ->
                    new WeighedPart.Option(
                        options.get(each.option()),
                        each.fit(),
                        each.why(),
                        best.contains(each.option())))
            .toList());
  }

  /** Those that were weighed after a moment, to take their places on the page. */
  List<WeighedPart> weighedAfter(Visit visit, Survey survey, Job job, long after)
      throws InterruptedException {
    Backing backing = backing(job, visit.times());
    return surveys.questions(survey.id()).stream()
        .filter(question -> question.weighed().toEpochMilli() > after)
        .map(question -> weighed(visit, survey, question, backing, true))
        .toList();
  }

  /** What is being done with a survey. */
  WorkPart work(Visit visit, Survey survey) {
    Optional<Task> task = weighing.task(survey);
    Optional<Task> live = task.filter(found -> found.state().isLive());
    List<SurveyQuestion> questions = surveys.questions(survey.id());
    Optional<Locked> locked = weighing.gate().locked();
    String state =
        live.isPresent()
            ? "running"
            : questions.isEmpty()
                ? "empty"
                : locked.isPresent() ? "locked" : weighing.hasModel() ? "ready" : "none";
    return new WorkPart(
        path(survey),
        visit.token(),
        state,
        live.map(Task::step)
            .filter(step -> !step.isEmpty())
            .orElse(
                live.isPresent() ? t("surveys.begins") : locked.map(Locked::unlocks).orElse("")),
        live.filter(SurveyReading::isReading).isPresent(),
        live.map(Task::id).orElse(0L),
        live.filter(found -> found.total() > 0)
            .map(found -> OptionalDouble.of((double) found.done() / found.total()))
            .orElse(OptionalDouble.empty()),
        task.filter(found -> found.state() == TaskState.FAILED).map(Task::error).orElse(""),
        survey.mode() == SurveyMode.DETAILED,
        (int) questions.stream().filter(each -> each.weighing().isPresent()).count(),
        questions.size(),
        questions.stream().mapToLong(each -> each.weighed().toEpochMilli()).max().orElse(0));
  }
}
