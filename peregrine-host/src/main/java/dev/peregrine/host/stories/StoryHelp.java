package dev.peregrine.host.stories;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.llm.PromptSpec;
import dev.peregrine.host.resumes.Career;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.resumes.Work;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Gate;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has a model put a story in order, and ask for what only the person can know. */
public final class StoryHelp {

  private static final String TASK = "story-help";
  private static final LlmUse USE = LlmUse.general("story_bank");
  private static final PromptSpec PROMPT =
      new PromptSpec(
          "tell_story", () -> t("stories.prompt"), () -> t("stories.prompt-about"), Set.of());
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 1_500;
  private static final int MOST_QUESTIONS = 5;
  private static final int LETTERS_OF_A_WORD = 6;
  private static final String SCHEMA =
      """
      {"type": "object", "properties": {"situation": {"type": "string"},
       "task": {"type": "string"}, "action": {"type": "string"}, "result": {"type": "string"},
       "questions": {"type": "array", "items": {"type": "string"}}},
       "required": ["situation", "task", "action", "result", "questions"]}
      """;

  private final Stories stories;
  private final Tasks tasks;
  private final Llms llms;
  private final Supplier<Unnamed> unnamed;
  private final InstantSource clock;

  public StoryHelp(
      Stories stories,
      Tasks tasks,
      Llms llms,
      Gate gate,
      Supplier<Unnamed> unnamed,
      InstantSource clock) {
    this.stories = stories;
    this.tasks = tasks;
    this.llms = llms;
    this.unnamed = unnamed;
    this.clock = clock;
    tasks.register(TASK, gate, this::run);
    llms.prompts().add(PROMPT);
    llms.add(new LlmFeature(USE, () -> t("stories.title")));
  }

  /** Whether there is a model to ask. */
  public boolean hasModel() {
    return llms.hasOwn();
  }

  /** Has a model asked, while the person goes on. */
  public void ask(Story story) {
    long task =
        tasks
            .submit(
                TASK,
                String.valueOf(story.id()),
                "Put a story in order: " + story.title(),
                String.valueOf(story.id()))
            .id();
    stories.asking(story.id(), task);
  }

  /** The task that asks, or did last. */
  public Optional<Task> task(Story story) {
    return story.asking().isPresent() ? tasks.find(story.asking().getAsLong()) : Optional.empty();
  }

  /** Holds a text against the résumé and what the person told of the story themselves. */
  public CheckedText check(String text, Story story) {
    ResumeDocument resume = stories.resume().orElse(ResumeDocument.EMPTY);
    var works = new ArrayList<>(resume.work());
    works.add(Work.EMPTY.withHighlights(List.of(story.title(), story.text().told())));
    return EvidenceCheck.check(
        text,
        Facts.of(resume.withWork(works), YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC))),
        Vacancy.UNKNOWN,
        Form.BULLET);
  }

  private String run(TaskRun run) throws TaskFailedException, InterruptedException {
    Story story =
        stories
            .find(Long.parseLong(run.params()))
            .orElseThrow(() -> new TaskFailedException("The story was taken away meanwhile."));
    var request =
        CompletionRequest.of(
                Message.system(llms.prompts().text(PROMPT)), Message.user(asked(story)))
            .withJsonSchema(SCHEMA);
    try {
      LlmAnswer answer = llms.complete(USE, request, new Counting(run));
      stories.suggest(story.id(), suggestion(answer, story));
      return "A suggestion waits for you.";
    } catch (NoAnswerException none) {
      throw new TaskFailedException(none.sentence(), none);
    } catch (JacksonException broken) {
      throw new TaskFailedException(
          "The model answered with something that is no story. Ask again, or another model.",
          broken);
    }
  }

  private String asked(Story story) {
    Unnamed masked = unnamed.get();
    var text = new StringBuilder("The story so far:\n");
    var told = new StringBuilder("Title: " + story.title() + "\n");
    if (!story.text().place().isEmpty()) {
      told.append("Where: ").append(story.text().place()).append('\n');
    }
    for (Part part : Part.values()) {
      if (!story.text().part(part).isBlank()) {
        told.append(part.key()).append(": ").append(story.text().part(part)).append('\n');
      }
    }
    if (!story.source().isBlank()) {
      told.append("It came from: ").append(story.source()).append('\n');
    }
    text.append(llms.asData(masked.in(told.toString())));
    stories
        .resume()
        .ifPresent(
            resume ->
                text.append("\n\nThe person's résumé:\n")
                    .append(llms.asData(Career.of(resume, masked))));
    return text.toString();
  }

  private Suggestion suggestion(LlmAnswer answer, Story story) throws TaskFailedException {
    JsonNode root = JSON.readTree(answer.text());
    Unnamed masked = unnamed.get();
    String own = story.title() + "\n" + story.text().place() + "\n" + story.text().told();
    var parts = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      String text = plain(root.path(part.key()).asString(""));
      if (!text.isEmpty() && text.length() <= LONGEST) {
        parts.put(part, masked.back(text, own + "\n" + story.source()));
      }
    }
    var questions = new ArrayList<String>();
    for (JsonNode question : root.path("questions")) {
      String text = plain(question.asString(""));
      if (!text.isEmpty() && text.length() <= LONGEST / 5 && questions.size() < MOST_QUESTIONS) {
        questions.add(text);
      }
    }
    if (parts.isEmpty() && questions.isEmpty()) {
      throw new TaskFailedException(
          "“%s” answered with nothing. Ask again, or another model.".formatted(answer.backend()));
    }
    return new Suggestion(parts, questions, answer.backend());
  }

  private static String plain(String text) {
    return text.replaceAll("(?s)<think>.*?</think>", "")
        .replaceAll("[\\p{Cf}\\p{Co}&&[^\\u200C\\u200D]]", "")
        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ")
        .replace("**", "")
        .strip();
  }

  /** Says how much is written. */
  private static final class Counting implements AnswerPieces {

    private final TaskRun run;
    private int letters;

    Counting(TaskRun run) {
      this.run = run;
      run.step("Asked; waits for the first word.");
    }

    @Override
    public void piece(String text) {
      letters += text.length();
      run.step("About %,d words so far.".formatted(letters / LETTERS_OF_A_WORD + 1));
    }

    @Override
    public void beginsAnew() {
      letters = 0;
    }
  }
}
