package dev.peregrine.host.practice;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.practice.InterviewState.Doing;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Has a language model ask the questions of a session and rate the answers, each as a task. */
public final class Interviewer {

  /** The type of its tasks. */
  public static final String TASK = "practice";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Practice practice;
  private final Asking asking;
  private final Llms llms;
  private final Tasks tasks;
  private final Gate gate;
  private final LongFunction<Optional<String>> briefs;
  private final Supplier<Unnamed> unnamed;
  private final Map<Place, InHand> inHand = new ConcurrentHashMap<>();

  private record Place(String tenant, long session) {}

  /** What a task is told. */
  record Params(long session, Doing doing) {}

  /**
   * @param gate before models
   * @param briefs what is known of the company of a job, as text; empty for nothing
   * @param unnamed the employers whom models are not told
   */
  public Interviewer(
      Practice practice,
      Asking asking,
      Llms llms,
      Tasks tasks,
      Gate gate,
      LongFunction<Optional<String>> briefs,
      Supplier<Unnamed> unnamed) {
    this.practice = practice;
    this.asking = asking;
    this.llms = llms;
    this.tasks = tasks;
    this.gate = gate;
    this.briefs = briefs;
    this.unnamed = unnamed;
    InterviewPrompts.addTo(llms);
    tasks.register(TASK, gate, this::run);
  }

  /** The gate before it. */
  public Gate gate() {
    return gate;
  }

  /** Whether there is a model to ask. */
  public boolean hasModel() {
    return llms.hasOwn();
  }

  /** The person's name for the model that is asked first; empty where there is none. */
  public Optional<String> firstAsked() {
    return hasModel()
        ? llms.plan().order(InterviewPrompts.USE.feature(), InterviewPrompts.USE.chain()).stream()
            .findFirst()
        : Optional.empty();
  }

  /** Those that what is said in a session leaves the person's network for. */
  public List<String> sendingAway() {
    return llms.sendingAway().stream().map((LlmState state) -> state.named().name()).toList();
  }

  /**
   * Has the next question asked. Something that went badly before comes first, in its own words,
   * and no model is asked for that.
   */
  public void ask(Session session) throws InterruptedException {
    if (!session.wantsQuestion()) {
      return;
    }
    Optional<Asked> again = asking.choice(session, asking.material(session.job())).comesBack();
    if (again.isPresent()) {
      practice.ask(session.id(), again.get(), "");
    } else if (session.plan().weakOnly()) {
      practice.end(session.id(), true);
    } else {
      begin(session, Doing.ASKS, "Practice: the next question");
    }
  }

  /** Has the last answer rated. */
  public void rate(Session session) {
    if (session.last().map(Turn::state).filter(state -> state == Turn.State.ANSWERED).isPresent()) {
      begin(session, Doing.RATES, "Practice: an answer is rated");
    }
  }

  private void begin(Session session, Doing doing, String title) {
    Place place = place(session.id());
    // Before the task, which may be through before this goes on.
    InHand hand =
        inHand.compute(
            place,
            (any, there) ->
                there != null && there.state().isUnderWay() ? there : new InHand(doing));
    try {
      Submitted submitted =
          tasks.submit(
              TASK,
              Long.toString(session.id()),
              title,
              JSON.writeValueAsString(new Params(session.id(), doing)));
      hand.isTask(submitted.id());
    } catch (RuntimeException refused) {
      inHand.remove(place, hand);
      throw refused;
    }
    practice.changed();
  }

  /** What is being done for a session, or went wrong; empty where nothing is or did. */
  public Optional<InterviewState> state(long session) {
    return Optional.ofNullable(inHand.get(place(session))).map(InHand::state);
  }

  /** Ends what is being done for a session, and forgets what went wrong. */
  public void stop(long session) {
    Optional<InterviewState> state = state(session);
    inHand.remove(place(session));
    state.filter(InterviewState::isUnderWay).ifPresent(now -> tasks.cancel(now.task()));
    practice.changed();
  }

  private String run(TaskRun run) throws Exception {
    Params params = JSON.readValue(run.params(), Params.class);
    InHand hand =
        inHand.computeIfAbsent(place(params.session()), any -> new InHand(params.doing()));
    hand.isTask(run.id());
    try {
      String done = done(run, params, hand);
      inHand.remove(place(params.session()), hand);
      return done;
    } catch (TaskFailedException told) {
      hand.failed(String.valueOf(told.getMessage()));
      throw told;
    } catch (InterruptedException | CancellationException stopped) {
      inHand.remove(place(params.session()), hand);
      throw stopped;
    } catch (Exception bug) {
      hand.failed("");
      throw bug;
    } finally {
      practice.changed();
    }
  }

  private String done(TaskRun run, Params params, InHand hand)
      throws TaskFailedException, InterruptedException {
    Session session =
        practice
            .find(params.session())
            .orElseThrow(() -> new TaskFailedException("The practice was taken away meanwhile."));
    Material material = asking.material(session.job());
    var question =
        new InterviewQuestion(
            llms, material, briefs.apply(session.job()).orElse(""), unnamed.get());
    Optional<Turn> last = session.last();
    return switch (params.doing()) {
      case ASKS -> {
        if (!session.wantsQuestion()) {
          yield "There is a question already.";
        }
        List<WeakSpot> weak =
            practice.weakSpots().stream().filter(spot -> spot.job() == session.job()).toList();
        LlmAnswer answer = complete(question.next(session, weak, asking.heard()), hand, run);
        yield asked(session, answer);
      }
      case RATES -> {
        if (last.isEmpty() || last.get().state() != Turn.State.ANSWERED) {
          yield "There is nothing to rate any more.";
        }
        LlmAnswer answer = complete(question.rating(session, last.get()), hand, run);
        practice.rate(
            last.get().id(),
            ModelRating.read(answer.text(), last.get().answer(), unnamed.get(), answer.backend()));
        yield "The answer is rated.";
      }
    };
  }

  private String asked(Session session, LlmAnswer answer) throws TaskFailedException {
    String spoken = SpokenQuestion.of(answer.text());
    if (spoken.codePoints().filter(Character::isLetter).count() < 8) {
      throw new TaskFailedException(
          "“%s” answered without a question: “%s”. Try again, or take one from the questions that come with Peregrine."
              .formatted(answer.backend(), spoken));
    }
    practice.ask(session.id(), new Asked("", Theme.CRAFT, "", spoken), answer.backend());
    return "The next question is there.";
  }

  private LlmAnswer complete(CompletionRequest request, InHand hand, TaskRun run)
      throws TaskFailedException, InterruptedException {
    run.step("Asking a model");
    try {
      return llms.complete(InterviewPrompts.USE, request, hand.reader(practice::changed, run));
    } catch (NoAnswerException none) {
      throw new TaskFailedException(none.sentence(), none);
    } catch (InHand.TooMuchException endless) {
      throw new TaskFailedException(
          "“%s” wrote far more than was asked for and was stopped. Try again, or ask another model."
              .formatted(hand.state().backend()),
          endless);
    }
  }

  private static Place place(long session) {
    return new Place(Tenant.current().id(), session);
  }
}
