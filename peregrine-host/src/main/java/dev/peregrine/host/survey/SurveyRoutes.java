package dev.peregrine.host.survey;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.InterviewTab;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.surveys.RefusedPictureException;
import dev.peregrine.host.surveys.Survey;
import dev.peregrine.host.surveys.SurveyMode;
import dev.peregrine.host.surveys.SurveyQuestion;
import dev.peregrine.host.surveys.SurveyReading;
import dev.peregrine.host.surveys.SurveyWeighing;
import dev.peregrine.host.surveys.Surveys;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;

/** The surveys of an application. */
public final class SurveyRoutes implements Routes {

  static final String KEY = "survey";
  private static final String HERE = "/interviews/{id}/survey";
  static final String ONE = HERE + "/{survey}";

  private final Interviews interviews;
  private final Surveys surveys;
  private final SurveyReading reading;
  private final SurveyWeighing weighing;
  private final SurveyViews views;

  public SurveyRoutes(
      Interviews interviews,
      Surveys surveys,
      SurveyReading reading,
      SurveyWeighing weighing,
      Tailorings tailorings) {
    this.interviews = interviews;
    this.surveys = surveys;
    this.reading = reading;
    this.weighing = weighing;
    this.views = new SurveyViews(surveys, reading, weighing, tailorings);
  }

  @Override
  public void add(RouteRegistry routes) {
    interviews.tab(new InterviewTab(KEY, () -> t("surveys.surveys"), 70, this::state));
    routes.get(HERE, visit -> list(visit, 200, ""));
    routes.post(HERE, this::give);
    routes.get(ONE, visit -> show(visit, 200, ""));
    routes.post(ONE, this::describe);
    routes.post(ONE + "/text", this::reread);
    routes.post(ONE + "/read", this::read);
    routes.behind(weighing.gate()).post(ONE + "/weigh", this::weigh);
    routes.get(ONE + "/work", this::work);
    routes.post(ONE + "/remove", this::remove);
    routes.post(ONE + "/back", this::bringBack);
    routes.get(ONE + "/pictures/{picture}", this::picture);
    routes.get(ONE + "/answers", this::answers);
  }

  private String state(long job) {
    int number = surveys.count(List.of(job)).getOrDefault(job, 0);
    return number == 0 ? "" : Integer.toString(number);
  }

  private void list(Visit visit, int status, String problem) {
    Job job = interviews.job(visit);
    visit.show(
        status,
        new SurveysPage(
            interviews.frame(visit, job, KEY),
            visit.value("name"),
            visit.value("text"),
            problem,
            views.reader(),
            views.canRead(),
            views.leaving(),
            surveys.of(job.id()).stream().map(each -> views.line(each, visit.times())).toList()));
  }

  private void give(Visit visit) {
    Job job = interviews.job(visit);
    String text = visit.value("text");
    List<Surveys.Given> given = pictures(visit);
    if (given.isEmpty() && text.isEmpty()) {
      list(visit, 422, t("surveys.nothing-given"));
      return;
    }
    if (given.size() > Surveys.MOST_PICTURES) {
      list(
          visit,
          422,
          t("surveys.many-pictures", "number", given.size(), "most", Surveys.MOST_PICTURES));
      return;
    }
    try {
      Survey survey =
          given.isEmpty()
              ? surveys.add(job, visit.value("name"), text)
              : surveys.add(job, visit.value("name"), given);
      if (!given.isEmpty()) {
        begin(survey, text);
      }
      visit.go(SurveyViews.path(survey));
    } catch (RefusedPictureException refused) {
      list(visit, 422, refused.sentence());
    }
  }

  /** Whoever typed the text beside the pictures need not have them read. */
  private void begin(Survey survey, String text) {
    if (!text.isEmpty()) {
      surveys.reread(survey.id(), survey.version(), text);
    } else if (views.canRead()) {
      reading.begin(survey, languages());
    }
  }

  private static List<Surveys.Given> pictures(Visit visit) {
    var given = new ArrayList<Surveys.Given>();
    for (String field : List.of("pictures", "camera")) {
      visit.files(field).stream()
          .map(file -> new Surveys.Given(file.name(), file.bytes()))
          .forEach(given::add);
    }
    return given;
  }

  /** The language of the page, as tesseract calls it. */
  private static List<String> languages() {
    try {
      return List.of(Locale.forLanguageTag(Language.current().tag()).getISO3Language());
    } catch (MissingResourceException none) {
      return List.of();
    }
  }

  private Survey survey(Visit visit) {
    String number = visit.part("survey");
    return Optional.of(number)
        .filter(text -> text.matches("\\d{1,18}"))
        .flatMap(text -> surveys.findById(Long.parseLong(text)))
        .filter(survey -> survey.job() == visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException(t("surveys.what-survey"), number));
  }

  private void show(Visit visit, int status, String problem) throws InterruptedException {
    Job job = interviews.job(visit);
    Survey survey = survey(visit);
    visit.show(
        status,
        new SurveyPage(
            interviews.frame(visit, job, KEY),
            SurveyViews.path(survey),
            SurveyViews.name(survey),
            survey.reportedScore(),
            survey.version(),
            visit.times().moment(survey.made()),
            survey.input(),
            problem,
            weighing.answerer().matters(),
            survey.pictures().stream()
                .map(
                    picture ->
                        new SurveyPage.PictureLine(
                            picture.place(),
                            SurveyViews.path(survey) + "/pictures/" + picture.place(),
                            picture.width(),
                            picture.height()))
                .toList(),
            views.canRead() ? "" : views.reader(),
            views.leaving(),
            views.work(visit, survey),
            views.cards(visit, survey, job)));
  }

  private void describe(Visit visit) throws InterruptedException {
    Survey survey = survey(visit);
    String name = visit.value("name");
    boolean general = name.equals(t("surveys.unnamed")) && survey.name().isBlank();
    Surveys.Saving saving =
        surveys.describe(survey.id(), seen(visit), general ? "" : name, visit.value("score"));
    ended(visit, survey, saving, t("surveys.saved"));
  }

  private void reread(Visit visit) throws InterruptedException {
    Survey survey = survey(visit);
    Surveys.Saving saving = surveys.reread(survey.id(), seen(visit), visit.value("text"));
    int number = surveys.questions(survey.id()).size();
    ended(visit, survey, saving, t("surveys.read-anew", "count", number));
  }

  private void ended(Visit visit, Survey survey, Surveys.Saving saving, String done)
      throws InterruptedException {
    switch (saving) {
      case DONE -> visit.go(SurveyViews.path(survey), Toast.of(done));
      case OVERTAKEN -> show(visit, 409, t("surveys.overtaken"));
    }
  }

  private static int seen(Visit visit) {
    return (int) visit.number("seen").orElse(0);
  }

  private void read(Visit visit) throws InterruptedException {
    Survey survey = survey(visit);
    if (!views.canRead()) {
      show(visit, 409, views.reader());
      return;
    }
    reading.begin(survey, languages());
    visit.go(SurveyViews.path(survey));
  }

  private void weigh(Visit visit) throws InterruptedException {
    Survey survey = survey(visit);
    if (!weighing.hasModel()) {
      show(visit, 409, t("surveys.no-model"));
      return;
    }
    weighing.begin(survey, SurveyMode.of(visit.value("mode")));
    if (visit.wantsParts()) {
      visit.parts(views.work(visit, survey(visit)));
    } else {
      visit.go(SurveyViews.path(survey));
    }
  }

  /** What changed since the page was drawn, or last asked. */
  private void work(Visit visit) throws InterruptedException {
    Survey survey = survey(visit);
    WorkPart now = views.work(visit, survey);
    if (visit.has("reading") && !now.reading()) {
      visit.go(SurveyViews.path(survey)); // other questions: the page is another one
      return;
    }
    var parts = new ArrayList<Record>();
    parts.add(now);
    long after = visit.number("after").orElse(0);
    parts.addAll(views.weighedAfter(visit, survey, interviews.job(visit), after));
    visit.parts(parts.toArray(Record[]::new));
  }

  private void remove(Visit visit) {
    Survey survey = survey(visit);
    surveys.remove(survey.id());
    visit.go(
        SurveyViews.path(survey.job()),
        Toast.undoable(
            t("surveys.removed"), SurveyViews.name(survey), SurveyViews.path(survey) + "/back"));
  }

  private void bringBack(Visit visit) {
    String number = visit.part("survey");
    if (number.matches("\\d{1,18}")) {
      surveys.bringBack(Long.parseLong(number));
    }
    visit.go("%s/%s".formatted(SurveyViews.path(visit.id("id")), number));
  }

  private void picture(Visit visit) {
    Survey survey = survey(visit);
    byte[] bytes =
        survey.pictures().stream()
            .filter(picture -> visit.part("picture").equals(Integer.toString(picture.place())))
            .findFirst()
            .flatMap(surveys::bytes)
            .orElseThrow(
                () -> new NoSuchPageException(t("surveys.what-picture"), visit.part("picture")));
    visit.preview(Surveys.mediaType(bytes), bytes);
  }

  private void answers(Visit visit) {
    Survey survey = survey(visit);
    var text = new StringBuilder(SurveyViews.name(survey)).append("\n");
    for (SurveyQuestion question : surveys.questions(survey.id())) {
      text.append("\n%d. %s\n".formatted(question.place(), question.asked().question()));
      question.chosen().forEach(line -> text.append("   → ").append(line).append('\n'));
    }
    visit.download("survey-%d.txt".formatted(survey.id()), text.toString());
  }
}
