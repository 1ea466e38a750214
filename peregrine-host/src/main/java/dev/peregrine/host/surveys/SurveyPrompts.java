package dev.peregrine.host.surveys;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.PromptSpec;
import java.util.Set;

/** What models are asked of surveys, and what they are to answer. */
final class SurveyPrompts {

  static final LlmUse WEIGHING = LlmUse.research("surveys");
  static final LlmUse READING = LlmUse.vision("survey_pictures");

  static final PromptSpec READ =
      new PromptSpec(
          "survey_read",
          () -> t("surveys.prompt-read"),
          () -> t("surveys.prompt-read-about"),
          Set.of());

  static final PromptSpec QUICK =
      new PromptSpec(
          "survey_quick",
          () -> t("surveys.prompt-quick"),
          () -> t("surveys.prompt-quick-about"),
          Set.of());

  static final PromptSpec DETAILED =
      new PromptSpec(
          "survey_detailed",
          () -> t("surveys.prompt-detailed"),
          () -> t("surveys.prompt-detailed-about"),
          Set.of());

  static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["answers"],"properties":{"answers":
      {"type":"array","items":{"type":"object","additionalProperties":false,
      "required":["number","best","draft","reason","conflict","options"],"properties":{
      "number":{"type":"integer"},"best":{"type":"array","items":{"type":"integer"}},
      "draft":{"type":"string"},"reason":{"type":"string"},"conflict":{"type":"string"},
      "options":{"type":"array","items":{"type":"object","additionalProperties":false,
      "required":["number","fit","why"],"properties":{"number":{"type":"integer"},
      "fit":{"type":"integer"},"why":{"type":"string"}}}}}}}}}""";

  private SurveyPrompts() {}

  static void addTo(Llms llms) {
    llms.add(new LlmFeature(WEIGHING, () -> t("surveys.feature")));
    llms.add(new LlmFeature(READING, () -> t("surveys.feature-pictures")));
    llms.prompts().add(READ, QUICK, DETAILED);
  }

  static PromptSpec of(SurveyMode mode) {
    return switch (mode) {
      case QUICK -> QUICK;
      case DETAILED -> DETAILED;
    };
  }
}
