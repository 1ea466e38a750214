package dev.peregrine.host.survey;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.surveys.Asked;
import dev.peregrine.host.surveys.QuestionKind;
import dev.peregrine.host.surveys.Survey;
import dev.peregrine.host.surveys.SurveyQuestion;
import dev.peregrine.host.surveys.SurveyReading;
import dev.peregrine.host.surveys.SurveyWeighing;
import dev.peregrine.host.surveys.Surveys;
import dev.peregrine.host.surveys.Weighing;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** The answers to the questions of a survey. */
public final class AnswerRoutes implements Routes {

  private static final String ONE = SurveyRoutes.ONE + "/q/{question}";

  private final Surveys surveys;
  private final SurveyViews views;

  public AnswerRoutes(
      Surveys surveys, SurveyReading reading, SurveyWeighing weighing, Tailorings tailorings) {
    this.surveys = surveys;
    this.views = new SurveyViews(surveys, reading, weighing, tailorings);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.post(ONE, this::save);
    routes.post(ONE + "/take", this::take);
    routes.post(ONE + "/untake", this::untake);
  }

  private Survey survey(Visit visit) {
    String number = visit.part("survey");
    return Optional.of(number)
        .filter(text -> text.matches("\\d{1,18}"))
        .flatMap(text -> surveys.findById(Long.parseLong(text)))
        .filter(survey -> survey.job() == visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException(t("surveys.what-survey"), number));
  }

  private SurveyQuestion question(Visit visit, Survey survey) {
    String number = visit.part("question");
    return Optional.of(number)
        .filter(text -> text.matches("\\d{1,18}"))
        .flatMap(text -> surveys.findQuestion(Long.parseLong(text)))
        .filter(question -> question.survey() == survey.id())
        .orElseThrow(() -> new NoSuchPageException(t("surveys.what-question"), number));
  }

  private void save(Visit visit) {
    Survey survey = survey(visit);
    SurveyQuestion question = question(visit, survey);
    int seen = (int) visit.number("seen").orElse(0);
    Surveys.Saving saving = surveys.answer(question.id(), seen, typed(visit, question));
    SurveyQuestion now = question(visit, survey);
    String theirs =
        saving == Surveys.Saving.DONE
            ? ""
            : now.isAnswered() ? now.answer().replace("\n", "; ") : "–";
    if (visit.wantsParts()) {
      // What was taken away shows in the boxes, which the part does not hold.
      if (visit.has("clear")) {
        visit.go(SurveyViews.path(survey));
      } else {
        visit.parts(views.saved(visit, survey, now, surveys.answered(survey), theirs));
      }
      return;
    }
    visit.go(
        SurveyViews.path(survey) + "#q-" + question.id(),
        Toast.of(
            theirs.isEmpty()
                ? t("surveys.saved")
                : t("surveys.answer-overtaken", "theirs", theirs)));
  }

  private static String typed(Visit visit, SurveyQuestion question) {
    if (visit.has("clear")) {
      return "";
    }
    if (question.asked().kind() == QuestionKind.TEXT) {
      return visit.value("answer");
    }
    List<String> options = question.asked().options();
    List<String> chosen = question.chosen();
    return String.join(
        "\n",
        visit.values("choice").stream()
            .filter(each -> options.contains(each) || chosen.contains(each))
            .distinct()
            .toList());
  }

  private void take(Visit visit) {
    Survey survey = survey(visit);
    SurveyQuestion question = question(visit, survey);
    Optional<String> text = question.weighing().map(made -> suggested(made, question.asked()));
    String path = SurveyViews.path(survey) + "#q-" + question.id();
    if (text.isEmpty() || text.get().isBlank()) {
      visit.go(path, Toast.of(t("surveys.gone")));
      return;
    }
    SurveyQuestion replaced = surveys.replace(question.id(), text.get());
    visit.go(
        visit.wantsParts() ? SurveyViews.path(survey) : path,
        Toast.undoable(
            t("surveys.taken"),
            "",
            "%s/untake?version=%d"
                .formatted(SurveyViews.path(survey, question), replaced.version())));
  }

  private static String suggested(Weighing made, Asked asked) {
    List<String> options = asked.options();
    return options.isEmpty()
        ? made.draft()
        : String.join(
            "\n",
            made.best().stream().filter(at -> at < options.size()).map(options::get).toList());
  }

  private void untake(Visit visit) {
    Survey survey = survey(visit);
    SurveyQuestion question = question(visit, survey);
    boolean done = surveys.putBack(question.id(), (int) visit.number("version").orElse(0));
    visit.go(
        SurveyViews.path(survey) + (visit.wantsParts() ? "" : "#q-" + question.id()),
        Toast.of(done ? t("surveys.put-back") : t("surveys.changed-since")));
  }
}
