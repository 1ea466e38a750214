package dev.peregrine.host.practice;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.PromptSpec;
import dev.peregrine.host.rounds.RoundKind;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts with which models are asked to interview. */
final class InterviewPrompts {

  static final LlmUse USE = LlmUse.general("practice_interview");

  static final PromptSpec QUESTION =
      new PromptSpec(
          "practice_question",
          () -> t("practice.prompt-question"),
          () -> t("practice.prompt-question-about"),
          Set.of("interviewer", "language"));

  static final PromptSpec RATING =
      new PromptSpec(
          "practice_rating",
          () -> t("practice.prompt-rating"),
          () -> t("practice.prompt-rating-about"),
          Set.of("language"));

  /** Each criterion an object of its own, so that none is left out or given twice. */
  static final String SCHEMA =
      """
      {"type": "object",
       "properties": {
         %s,
         "summary": {"type": "string", "maxLength": 600}},
       "required": [%s, "summary"],
       "additionalProperties": false}
      """
          .formatted(
              criteria(
                  "\"%s\": {\"type\": \"object\", \"properties\": {"
                      + "\"level\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 4},"
                      + " \"sentence\": {\"type\": \"string\", \"maxLength\": 400},"
                      + " \"quote\": {\"type\": \"string\", \"maxLength\": 400}},"
                      + " \"required\": [\"level\", \"sentence\", \"quote\"],"
                      + " \"additionalProperties\": false}"),
              criteria("\"%s\""));

  private InterviewPrompts() {}

  static void addTo(Llms llms) {
    llms.add(new LlmFeature(USE, () -> t("practice.feature")));
    llms.prompts().add(QUESTION, RATING);
  }

  private static String criteria(String each) {
    return Stream.of(Criterion.values())
        .map(criterion -> each.formatted(criterion.key()))
        .collect(Collectors.joining(", "));
  }

  /** Whom the model plays, in English. */
  static String interviewer(RoundKind kind) {
    return switch (kind) {
      case RECRUITER ->
          "a recruiter on the phone: motivation, the way so far, terms, and whether the person"
              + " fits the position at all";
      case HIRING_MANAGER ->
          "the manager for whom the person would work: how they work, what they achieved, how they"
              + " deal with people and with trouble";
      case TECHNICAL ->
          "an experienced colleague from the same trade: how deep the knowledge goes, how the"
              + " person finds a way through a problem";
      case PANEL ->
          "one of several people at a table who take turns; each question comes from another side"
              + " of the organisation";
      case TAKE_HOME ->
          "the colleague to whom the person presents a task that they solved at home: why so, what"
              + " was left out, what would come next";
      case ONSITE ->
          "one of the future colleagues on a day of visits: working together, judgement, what the"
              + " person is like on an ordinary day";
      case OTHER -> "somebody who decides whether the person gets the position";
    };
  }

  static String language(Locale language) {
    return language.getDisplayLanguage(Locale.ENGLISH);
  }
}
