package dev.peregrine.host.tailoring;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.PromptSpec;
import java.util.Set;

/** What models are asked here, and what they are to answer. */
final class Asked {

  static final LlmUse USE = LlmUse.general("resume_tailoring");

  static final LlmFeature FEATURE = new LlmFeature(USE, () -> t("tailoring.feature"));

  static final PromptSpec BULLETS =
      new PromptSpec(
          "tailor_bullets",
          () -> t("tailoring.prompt-bullets"),
          () -> t("tailoring.prompt-bullets-about"),
          Set.of("position", "bullets", "skills", "posting"));

  static final PromptSpec SUMMARY =
      new PromptSpec(
          "tailor_summary",
          () -> t("tailoring.prompt-summary"),
          () -> t("tailoring.prompt-summary-about"),
          Set.of("summary", "strengths", "posting"));

  static final String BULLETS_SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["bullets"],"properties":{"bullets":
      {"type":"array","items":{"type":"object","additionalProperties":false,
      "required":["number","text","why"],"properties":{"number":{"type":"integer"},
      "text":{"type":"string"},"why":{"type":"string"}}}}}}""";

  static final String SUMMARY_SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["text","why"],"properties":
      {"text":{"type":"string"},"why":{"type":"string"}}}""";

  private Asked() {}
}
