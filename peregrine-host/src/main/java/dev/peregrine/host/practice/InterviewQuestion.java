package dev.peregrine.host.practice;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.resumes.Career;
import dev.peregrine.host.resumes.Unnamed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model is asked in a practice interview. All that was written by others, or may have been
 * pasted into an answer, goes through the fence.
 */
final class InterviewQuestion {

  private static final int POSTING = 6_000;
  private static final int BRIEF = 4_000;
  private static final int TURNS = 8;
  private static final int QUESTION_TOKENS = 400;
  private static final int RATING_TOKENS = 1_500;
  private static final int FEW = 5;

  private final Llms llms;
  private final Material material;
  private final String brief;
  private final Unnamed unnamed;

  /**
   * @param brief what is known of the company; empty for nothing
   */
  InterviewQuestion(Llms llms, Material material, String brief, Unnamed unnamed) {
    this.llms = llms;
    this.material = material;
    this.brief = brief;
    this.unnamed = unnamed;
  }

  CompletionRequest next(Session session, List<WeakSpot> weak, List<String> heard) {
    var text = new StringBuilder(grounds());
    if (!brief.isBlank()) {
      text.append("\n\nNotes about the company:\n").append(llms.asData(cut(brief, BRIEF)));
    }
    String before =
        weak.stream()
            .limit(FEW)
            .map(
                spot ->
                    "%s (%s)"
                        .formatted(
                            spot.asked().question(),
                            spot.rating().weak().stream()
                                .map(Criterion::key)
                                .collect(Collectors.joining(", "))))
            .collect(Collectors.joining("\n"));
    if (!before.isBlank()) {
      text.append("\n\nWhat went badly in earlier sessions, and in what:\n")
          .append(llms.asData(unnamed.in(before)));
    }
    if (!heard.isEmpty()) {
      text.append("\n\nWhat the person was asked in rounds that took place:\n")
          .append(
              llms.asData(
                  unnamed.in(
                      heard.stream()
                          .limit(FEW)
                          .map(question -> cut(question, Asked.LONGEST))
                          .collect(Collectors.joining("\n")))));
    }
    text.append("\n\nThe interview so far:\n").append(llms.asData(unnamed.in(soFar(session))));
    text.append(
        "\n\nThis is question %d of %d. Ask it."
            .formatted(session.turns().size() + 1, session.plan().questions()));
    return CompletionRequest.of(
            Message.system(
                llms.prompts()
                    .filled(
                        InterviewPrompts.QUESTION,
                        Map.of(
                            "interviewer",
                            InterviewPrompts.interviewer(session.plan().kind()),
                            "language",
                            InterviewPrompts.language(session.plan().language())))),
            Message.user(text.toString()))
        .withMaxTokens(QUESTION_TOKENS);
  }

  CompletionRequest rating(Session session, Turn turn) {
    String text =
        grounds()
            + "\n\nThe question:\n"
            + llms.asData(unnamed.in(turn.asked().question()))
            + "\n\nThe answer:\n"
            + llms.asData(unnamed.in(turn.answer()));
    return CompletionRequest.of(
            Message.system(
                llms.prompts()
                    .filled(
                        InterviewPrompts.RATING,
                        Map.of("language", InterviewPrompts.language(session.plan().language())))),
            Message.user(text))
        .withMaxTokens(RATING_TOKENS)
        .withJsonSchema(InterviewPrompts.SCHEMA);
  }

  private String grounds() {
    Job job = material.job();
    String posting =
        Stream.of(
                job.posting().title(),
                job.posting().company().orElse(""),
                cut(job.descriptionText(), POSTING))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("\n"));
    String career =
        material.resume().map(resume -> Career.of(resume, unnamed)).orElse("Nothing is known.");
    return "The posting:\n"
        + llms.asData(posting)
        + "\n\nThe person's career:\n"
        + llms.asData(career);
  }

  private static String soFar(Session session) {
    List<Turn> turns = session.turns();
    String said =
        turns.subList(Math.max(0, turns.size() - TURNS), turns.size()).stream()
            .map(
                turn ->
                    "Question: %s\nAnswer: %s"
                        .formatted(
                            turn.asked().question(),
                            turn.state() == Turn.State.SKIPPED ? "(skipped)" : turn.answer()))
            .collect(Collectors.joining("\n\n"));
    return said.isEmpty() ? "Nothing was said yet; it begins." : said;
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }
}
