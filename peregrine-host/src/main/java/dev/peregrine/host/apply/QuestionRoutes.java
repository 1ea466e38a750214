package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.questions.EarlierAnswer;
import dev.peregrine.host.questions.Limit;
import dev.peregrine.host.questions.Question;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.ToastPart;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The fourth tab: what the employer's form asks. */
public final class QuestionRoutes implements Routes {

  private static final String KEY = "questions";
  private static final String HERE = "/apply/{id}/questions";
  private static final String ONE = HERE + "/{question}";
  private static final int LONGEST_WISH = 1_000;
  private static final int MOST = 100_000;

  private final Workspace workspace;
  private final Answering answering;
  private final Questions questions;
  private final QuestionViews views;

  public QuestionRoutes(Workspace workspace, Answering answering) {
    this.workspace = workspace;
    this.answering = answering;
    this.questions = answering.questions();
    this.views = new QuestionViews(answering);
  }

  @Override
  public void add(RouteRegistry routes) {
    workspace.tab(new ApplyTab(KEY, 40, () -> t("questions.title"), this::state));
    routes.get(HERE, visit -> show(visit, 200, "", ""));
    routes.post(HERE, this::note);
    routes.get(ONE + "/help", this::help);
    routes.post(ONE, this::save);
    routes.post(ONE + "/suggest", this::suggest);
    routes.post(ONE + "/leave", this::leave);
    routes.post(ONE + "/take", this::take);
    routes.post(ONE + "/untake", this::untake);
    routes.post(ONE + "/remove", this::remove);
    routes.post(ONE + "/back", this::bringBack);
  }

  private MarkPart mark(long job) {
    return new MarkPart(KEY, state(job), true);
  }

  private TabState state(long job) {
    List<Question> all = questions.of(job);
    if (all.isEmpty()) {
      return TabState.NONE;
    }
    return all.stream().allMatch(Question::isAnswered) ? TabState.DONE : TabState.NEEDS_YOU;
  }

  private void show(Visit visit, int status, String typed, String problem)
      throws InterruptedException {
    Job job = workspace.job(visit);
    var parts = new ArrayList<QuestionPart>();
    for (Question question : questions.of(job.id())) {
      parts.add(views.part(visit.token(), question, job));
    }
    String away =
        answering.sendingAway().stream()
            .map((LlmState state) -> state.named().name())
            .collect(Collectors.joining(", "));
    visit.show(
        status,
        new QuestionsPage(
            workspace.frame(visit, job, KEY),
            typed,
            problem,
            away.isEmpty() ? "" : t("questions.leaves", "models", away),
            parts));
  }

  private void note(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    String pasted = visit.value("questions");
    List<Question> added = questions.add(job.id(), pasted);
    if (added.isEmpty()) {
      show(
          visit,
          422,
          pasted,
          pasted.isEmpty() ? t("questions.nothing-pasted") : t("questions.noted-already"));
      return;
    }
    visit.go(
        "/apply/%d/questions#q-%d".formatted(job.id(), added.getFirst().id()),
        Toast.of(t("questions.noted", "count", added.size())));
  }

  private Question question(Visit visit) {
    String number = visit.part("question");
    return Optional.of(number)
        .filter(text -> text.matches("\\d{1,18}"))
        .flatMap(text -> questions.find(Long.parseLong(text)))
        .filter(question -> question.job() == visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException("question", number));
  }

  /** What stands in the form is stored before anything else is done with it. */
  private Questions.Saving typed(Visit visit, Question question) {
    String typed = visit.typed("answer");
    OptionalLong most = visit.number("most");
    Optional<Limit> limit =
        visit.typed("most") == null
            ? question.limit()
            : most.isPresent() && most.getAsLong() >= 1 && most.getAsLong() <= MOST
                ? Optional.of(new Limit((int) most.getAsLong(), Limit.Unit.of(visit.value("unit"))))
                : Optional.empty();
    return typed == null
        ? new Questions.Saving.Done(question)
        : questions.save(question.id(), (int) visit.number("seen").orElse(0), typed, limit);
  }

  private void save(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    switch (typed(visit, question(visit))) {
      case Questions.Saving.Done done -> {
        if (visit.wantsParts()) {
          visit.parts(
              views.saved(done.question(), job, answering.resume(job.id()), Optional.empty()),
              mark(job.id()));
        } else {
          go(visit, done.question(), Toast.of(t("questions.saved")));
        }
      }
      case Questions.Saving.Overtaken overtaken -> overtaken(visit, job, overtaken.inUse());
    }
  }

  /** The second window keeps its text and is shown the other one. */
  private void overtaken(Visit visit, Job job, Question inUse) throws InterruptedException {
    Optional<String> theirs = Optional.of(inUse.answer().isBlank() ? "–" : inUse.answer());
    SavedPart saved = views.saved(inUse, job, answering.resume(job.id()), theirs);
    if (visit.wantsParts()) {
      visit.parts(saved);
      return;
    }
    QuestionPart part = views.part(visit.token(), inUse, job);
    var mine =
        new QuestionPart(
            part.id(),
            part.here(),
            part.token(),
            part.question(),
            Optional.ofNullable(visit.typed("answer")).orElse(""),
            part.most(),
            part.unit(),
            saved,
            part.help());
    var parts = new ArrayList<QuestionPart>();
    for (Question question : questions.of(job.id())) {
      parts.add(question.id() == inUse.id() ? mine : views.part(visit.token(), question, job));
    }
    visit.show(
        409, new QuestionsPage(workspace.frame(visit, job, KEY), "", "", "", List.copyOf(parts)));
  }

  private static void go(Visit visit, Question question, Toast toast) {
    visit.go(path(visit, question), toast);
  }

  /** To a script without the place on the page: a browser that is on it would not load it anew. */
  private static String path(Visit visit, Question question) {
    String page = "/apply/%d/questions".formatted(question.job());
    return visit.wantsParts() ? page : page + "#q-" + question.id();
  }

  /** Shows the question as it is now; a script swaps it, a browser goes to it. */
  private void done(Visit visit, Question question, Optional<Toast> toast)
      throws InterruptedException {
    if (visit.wantsParts()) {
      QuestionPart part = views.part(visit.token(), question, workspace.job(visit));
      if (toast.isPresent()) {
        visit.parts(part, mark(question.job()), new ToastPart(toast.get(), visit.token()));
      } else {
        visit.parts(part, mark(question.job()));
      }
    } else if (toast.isPresent()) {
      go(visit, question, toast.get());
    } else {
      visit.go(path(visit, question));
    }
  }

  private void help(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    visit.parts(views.help(visit.token(), question(visit), job, answering.resume(job.id())));
  }

  private void suggest(Visit visit) throws InterruptedException {
    Question question = question(visit);
    if (typed(visit, question) instanceof Questions.Saving.Overtaken overtaken) {
      overtaken(visit, workspace.job(visit), overtaken.inUse());
      return;
    }
    String wish = visit.value("wish");
    Question now = question(visit);
    answering.ask(now, wish.length() > LONGEST_WISH ? wish.substring(0, LONGEST_WISH) : wish);
    done(visit, question(visit), Optional.empty());
  }

  private void leave(Visit visit) throws InterruptedException {
    Question question = question(visit);
    typed(visit, question);
    questions.suggest(question.id(), "", "");
    done(visit, question(visit), Optional.empty());
  }

  private void take(Visit visit) throws InterruptedException {
    Question question = question(visit);
    if (typed(visit, question) instanceof Questions.Saving.Overtaken overtaken) {
      overtaken(visit, workspace.job(visit), overtaken.inUse());
      return;
    }
    Question now = question(visit);
    Optional<String> text = taken(visit, now);
    if (text.isEmpty()) {
      done(visit, now, Optional.of(Toast.of(t("questions.gone"))));
      return;
    }
    Question replaced = questions.replace(now.id(), text.get());
    done(
        visit,
        replaced,
        Optional.of(
            Toast.undoable(
                t("questions.taken"),
                "",
                "%s/untake?version=%d".formatted(QuestionViews.path(now), replaced.version()))));
  }

  /** What is to stand in the place of the answer. */
  private Optional<String> taken(Visit visit, Question question) throws InterruptedException {
    String[] from = visit.value("from").split(" ");
    long number = from.length > 1 && from[1].matches("\\d{1,18}") ? Long.parseLong(from[1]) : -1;
    return switch (from[0]) {
      case "suggestion" ->
          Optional.of(question.suggestion()).filter(suggestion -> !suggestion.isBlank());
      case "profile" -> Optional.of(answering.said(question)).filter(said -> !said.isBlank());
      case "earlier" ->
          answering.earlier(question).stream()
              .filter(earlier -> earlier.id() == number)
              .map(EarlierAnswer::answer)
              .findFirst();
      case "fact" -> {
        List<String> facts =
            answering.matching(question, workspace.job(visit), answering.resume(question.job()));
        yield number >= 0 && number < facts.size()
            ? Optional.of((question.answer() + "\n" + facts.get((int) number)).strip())
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private void untake(Visit visit) {
    Question question = question(visit);
    boolean done = questions.putBack(question.id(), (int) visit.number("version").orElse(0));
    go(visit, question, Toast.of(done ? t("questions.put-back") : t("questions.changed-since")));
  }

  private void remove(Visit visit) {
    Question question = question(visit);
    questions.remove(question.id());
    visit.go(
        "/apply/%d/questions".formatted(question.job()),
        Toast.undoable(
            t("questions.removed"), question.question(), QuestionViews.path(question) + "/back"));
  }

  private void bringBack(Visit visit) {
    String number = visit.part("question");
    if (number.matches("\\d{1,18}")) {
      questions.bringBack(Long.parseLong(number));
    }
    String page = "/apply/%d/questions".formatted(visit.id("id"));
    visit.go(visit.wantsParts() ? page : page + "#q-" + number);
  }
}
