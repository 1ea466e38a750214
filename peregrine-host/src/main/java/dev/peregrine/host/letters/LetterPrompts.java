package dev.peregrine.host.letters;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.PromptSpec;
import java.util.Set;

/** The texts with which models are asked for letters. */
final class LetterPrompts {

  static final LlmUse USE = LlmUse.general("cover_letter");

  static final PromptSpec RULES =
      new PromptSpec(
          "cover_letter",
          () -> t("letters.prompt-rules"),
          () -> t("letters.prompt-rules-about"),
          Set.of("language", "tone", "words", "name"));

  static final PromptSpec REQUEST =
      new PromptSpec(
          "cover_letter_request",
          () -> t("letters.prompt-request"),
          () -> t("letters.prompt-request-about"),
          Set.of("posting", "resume", "evidence", "notes"));

  static final PromptSpec REVISE =
      new PromptSpec(
          "cover_letter_revise",
          () -> t("letters.prompt-revise"),
          () -> t("letters.prompt-revise-about"),
          Set.of("draft", "feedback"));

  private LetterPrompts() {}

  static void addTo(Llms llms) {
    llms.add(new LlmFeature(USE, () -> t("letters.feature")));
    llms.prompts().add(RULES, REQUEST, REVISE);
  }
}
