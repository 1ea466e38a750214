package dev.peregrine.host.research;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.injections.Injections;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.resumes.Career;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.tailoring.Rewriting;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.TaskRun;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a language model word talking points. Each names a line of the résumé; what the résumé does
 * not bear out is left out.
 */
public final class PointsWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_TOKENS = 1_500;
  private static final int POSTING = 6_000;
  private static final int BRIEF = 8_000;
  private static final int MOST = 5;
  private static final int LONGEST = 500;

  private final Llms llms;
  private final Tailorings tailorings;
  private final Supplier<Unnamed> unnamed;
  private final InstantSource clock;

  /**
   * @param unnamed the employers whom models are not told
   */
  public PointsWriter(
      Llms llms, Tailorings tailorings, Supplier<Unnamed> unnamed, InstantSource clock) {
    this.llms = llms;
    this.tailorings = tailorings;
    this.unnamed = unnamed;
    this.clock = clock;
  }

  /**
   * What was worded.
   *
   * @param backend the person's name for the model
   */
  record Written(List<TalkingPoint> points, String backend) {}

  /**
   * Points for a job; none where there is no résumé.
   *
   * @throws NoAnswerException where no model answered
   */
  Optional<Written> write(Job job, Brief brief, TaskRun run)
      throws NoAnswerException, InterruptedException {
    Optional<Resume> lane = tailorings.lane(job.id());
    if (lane.isEmpty()) {
      return Optional.empty();
    }
    ResumeDocument resume = tailorings.document(lane.get());
    List<String> lines = Career.of(resume, unnamed.get()).lines().toList();
    LlmAnswer answer =
        llms.complete(
            ResearchPrompts.USE,
            CompletionRequest.of(
                    Message.system(llms.prompts().text(ResearchPrompts.POINTS)),
                    Message.user(question(job, brief, lines)))
                .withMaxTokens(MAX_TOKENS)
                .withTemperature(0.3)
                .withJsonSchema(ResearchPrompts.POINTS_SCHEMA),
            new BriefWriter.Counting(run));
    return Optional.of(new Written(checked(answer, job, brief, resume, lines), answer.backend()));
  }

  private String question(Job job, Brief brief, List<String> lines) {
    Vacancy vacancy = Rewriting.vacancy(job);
    var numbered = new StringBuilder();
    for (int at = 0; at < lines.size(); at++) {
      numbered.append("%d. %s%n".formatted(at + 1, lines.get(at)));
    }
    return "The posting:\n"
        + llms.asData(cut(vacancy.title() + "\n" + vacancy.description(), POSTING))
        + "\n\nWhat is known of the company:\n"
        + llms.asData(cut(brief.text(), BRIEF))
        + "\n\nThe lines of the résumé:\n"
        + llms.asData(numbered.toString());
  }

  private List<TalkingPoint> checked(
      LlmAnswer answer, Job job, Brief brief, ResumeDocument resume, List<String> lines) {
    Facts facts = Facts.of(resume, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    Vacancy vacancy = Rewriting.vacancy(job);
    var known =
        new Bearing(
            vacancy.title() + "\n" + vacancy.description() + "\n" + brief.text(), brief.name());
    var points = new ArrayList<TalkingPoint>();
    for (JsonNode node : JSON.readTree(answer.text()).path("points")) {
      int line = node.path("line").asInt(0);
      String say = BriefWriter.tidy(node.path("say").asString(""));
      String why = BriefWriter.tidy(node.path("why").asString(""));
      boolean fits =
          points.size() < MOST
              && line >= 1
              && line <= lines.size()
              && isFit(say)
              && new Bearing(lines.get(line - 1), "").sharesWith(say)
              && EvidenceCheck.check(say, facts, Vacancy.UNKNOWN, Form.LETTER).isSupported();
      if (fits) {
        points.add(
            new TalkingPoint(
                say,
                lines.get(line - 1).replaceFirst("^- ", ""),
                isFit(why) && known.bears(why) ? why : "",
                List.of(),
                true));
      }
    }
    return points;
  }

  private static boolean isFit(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && Injections.find(text).isEmpty();
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }
}
