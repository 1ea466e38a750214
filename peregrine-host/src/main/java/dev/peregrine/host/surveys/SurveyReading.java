package dev.peregrine.host.surveys;

import dev.peregrine.api.Blob;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.documents.Recognition;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the pictures of a survey as a task: a model that sees them, else the program {@code
 * tesseract} where it is installed, else nobody, and that is said.
 */
public final class SurveyReading {

  static final String TASK = "survey-pictures";

  private static final int MOST_LANGUAGES = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Surveys surveys;
  private final Tasks tasks;
  private final Llms llms;
  private final Gate gate;
  private final Supplier<Optional<Recognition>> recognition;

  /** Who would read a picture. */
  public enum Reader {
    MODEL,
    TESSERACT,
    /** Neither is there: the person types what it asks. */
    NOBODY
  }

  /** What a task is told. */
  private record Params(long survey, List<String> languages) {}

  public SurveyReading(Surveys surveys, Tasks tasks, Llms llms, Gate gate, DocumentText documents) {
    this.surveys = surveys;
    this.tasks = tasks;
    this.llms = llms;
    this.gate = gate;
    this.recognition = documents::recognition;
    tasks.register(TASK, this::run);
  }

  /** Whether a task reads pictures. */
  public static boolean isReading(Task task) {
    return task.type().equals(TASK);
  }

  /** Who would read a picture now. */
  public Reader reader() {
    if (mayAsk()) {
      return Reader.MODEL;
    }
    return recognition.get().isPresent() ? Reader.TESSERACT : Reader.NOBODY;
  }

  private boolean mayAsk() {
    return gate.locked().isEmpty() && llms.seesImages(SurveyPrompts.READING);
  }

  /**
   * Begins to read.
   *
   * @param languages of the person, as tesseract calls them, such as {@code deu}
   */
  public void begin(Survey survey, List<String> languages) {
    long task =
        tasks
            .submit(
                TASK,
                Long.toString(survey.id()),
                "Read the pictures of survey %d".formatted(survey.id()),
                JSON.writeValueAsString(new Params(survey.id(), languages)))
            .id();
    surveys.works(survey.id(), task, survey.mode());
  }

  private String run(TaskRun run) throws TaskFailedException, InterruptedException {
    Params params = JSON.readValue(run.params(), Params.class);
    Survey survey =
        surveys
            .findById(params.survey())
            .orElseThrow(() -> new TaskFailedException("The survey was taken away meanwhile."));
    var texts = new ArrayList<String>();
    int number = survey.pictures().size();
    for (SurveyPicture picture : survey.pictures()) {
      run.of(picture.place() - 1L, number);
      byte[] bytes =
          surveys
              .bytes(picture)
              .orElseThrow(
                  () ->
                      new TaskFailedException(
                          "Picture %d is not there any more. Give it again."
                              .formatted(picture.place())));
      texts.add(read(run, "Picture %d of %d".formatted(picture.place(), number), bytes, params));
    }
    String text = String.join("\n\n", texts).strip();
    if (text.isEmpty()) {
      throw new TaskFailedException(
          "No text was found in the pictures. Type or paste what they ask, or give sharper ones.");
    }
    if (surveys.reread(survey.id(), survey.version(), text) == Surveys.Saving.OVERTAKEN) {
      return "The text was typed meanwhile, and stays.";
    }
    return "Read. Look it over: a picture is read less surely than a text.";
  }

  private String read(TaskRun run, String which, byte[] picture, Params params)
      throws TaskFailedException, InterruptedException {
    String silent = "";
    if (mayAsk()) {
      try {
        return seen(run, which, picture);
      } catch (NoAnswerException none) {
        silent = none.sentence() + " ";
      }
    }
    Optional<Recognition> program = recognition.get();
    if (program.isEmpty()) {
      throw new TaskFailedException(
          silent
              + "Nothing here reads pictures: set up a model that sees them under Settings → Models,"
              + " or install the program tesseract. Until then, type or paste what the survey asks.");
    }
    run.step(which + ": recognised by tesseract");
    return recognised(program.get(), which, picture, params.languages());
  }

  private String seen(TaskRun run, String which, byte[] picture)
      throws NoAnswerException, InterruptedException {
    run.step(which + ": a model is asked");
    var image = new Blob("", Surveys.mediaType(picture), picture);
    // All in the message of the user: models that answer nothing but pictures know no rules.
    LlmAnswer answer =
        llms.complete(
            SurveyPrompts.READING,
            CompletionRequest.of(Message.user(llms.prompts().text(SurveyPrompts.READ), image)),
            new Following(run, which));
    String text = answer.text().replaceAll("(?s)<think>.*?</think>", "").strip();
    text = text.replaceFirst("^```\\w*\\s*", "").replaceFirst("\\s*```$", "").strip();
    return text.matches("(?i)\\W*nothing\\W*") ? "" : text;
  }

  private static String recognised(
      Recognition program, String which, byte[] picture, List<String> wanted)
      throws TaskFailedException, InterruptedException {
    List<String> installed = program.languages();
    if (installed.isEmpty()) {
      throw new TaskFailedException(
          "The program tesseract is there and answers nothing. Type or paste what the survey asks.");
    }
    List<String> chosen =
        Stream.concat(wanted.stream(), Stream.of("eng"))
            .filter(installed::contains)
            .distinct()
            .limit(MOST_LANGUAGES)
            .toList();
    try {
      return program.text(picture, which, chosen.isEmpty() ? installed.subList(0, 1) : chosen);
    } catch (DocumentException unreadable) {
      throw new TaskFailedException(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  /** Says who reads and how far. */
  private static final class Following implements AnswerPieces {

    private final TaskRun run;
    private final String which;
    private String backend = "";
    private int letters;

    Following(TaskRun run, String which) {
      this.run = run;
      this.which = which;
    }

    @Override
    public void asks(String newBackend, String model) {
      backend = newBackend;
      letters = 0;
      run.step("%s: “%s” looks at it".formatted(which, backend));
    }

    @Override
    public void piece(String text) {
      letters += text.length();
      run.step("%s: “%s” has read %,d letters".formatted(which, backend, letters));
    }

    @Override
    public void beginsAnew() {
      letters = 0;
    }
  }
}
