package dev.peregrine.host.research;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.PromptSpec;
import java.util.Set;

/** With which words models are asked about companies, and what they are to answer. */
final class ResearchPrompts {

  static final LlmUse USE = LlmUse.research("company_research");

  static final PromptSpec BRIEF =
      new PromptSpec(
          "company_brief",
          () -> t("briefs.prompt-brief"),
          () -> t("briefs.prompt-brief-about"),
          Set.of());

  static final PromptSpec POINTS =
      new PromptSpec(
          "company_points",
          () -> t("briefs.prompt-points"),
          () -> t("briefs.prompt-points-about"),
          Set.of());

  static final String BRIEF_SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["sentences"],"properties":{"sentences":
      {"type":"array","items":{"type":"object","additionalProperties":false,
      "required":["heading","text","sources"],"properties":{"heading":{"type":"string"},
      "text":{"type":"string"},"sources":{"type":"array","items":{"type":"integer"}}}}}}}""";

  static final String POINTS_SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["points"],"properties":{"points":
      {"type":"array","items":{"type":"object","additionalProperties":false,
      "required":["line","say","why"],"properties":{"line":{"type":"integer"},
      "say":{"type":"string"},"why":{"type":"string"}}}}}}""";

  private ResearchPrompts() {}

  static void addTo(Llms llms) {
    llms.add(new LlmFeature(USE, () -> t("briefs.feature")));
    llms.prompts().add(BRIEF, POINTS);
  }
}
