package dev.peregrine.host.proposals;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.PromptSpec;
import dev.peregrine.host.tiers.Feature;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be proposed. */
enum ProposalKind {
  SUMMARY(Feature.LLM_CAREER_SUMMARY),
  BULLETS(Feature.LLM_EXPAND_BULLETS),
  SKILLS(Feature.LLM_SUGGEST_SKILLS),
  TITLES(Feature.LLM_JOB_TITLES),
  MISSIONS(Feature.LLM_MISSION_NOTES),
  VOICE(Feature.LLM_VOICE_GUIDELINES);

  private final Feature feature;
  private final PromptSpec prompt;

  ProposalKind(Feature feature) {
    this.feature = feature;
    this.prompt =
        new PromptSpec(
            "propose_" + key(),
            () -> t("proposals.prompt", "kind", title()),
            () -> t("proposals.about-" + key()),
            Set.of());
  }

  /** Its word in tables and addresses. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ProposalKind> of(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  Feature feature() {
    return feature;
  }

  /** As people read it. */
  String title() {
    return t("proposals.title-" + key());
  }

  /** What models are asked for. */
  LlmUse use() {
    return LlmUse.general(feature.key());
  }

  /** The type of the tasks that ask for it. */
  String task() {
    return "propose-" + key();
  }

  /** The rules by which a model is asked. */
  PromptSpec prompt() {
    return prompt;
  }

  /** Whether a new wording takes the place of what stands there, rather than being added. */
  boolean replaces() {
    return switch (this) {
      case SUMMARY, BULLETS, VOICE -> true;
      case SKILLS, TITLES, MISSIONS -> false;
    };
  }

  /** Whether it says something of the person that the résumé could bear out. */
  boolean claims() {
    return switch (this) {
      case SUMMARY, BULLETS, MISSIONS -> true;
      case SKILLS, TITLES, VOICE -> false;
    };
  }

  /** The shape of an answer. */
  String schema() {
    return switch (this) {
      case SUMMARY, VOICE -> object("\"text\": {\"type\": \"string\"}", "\"text\"");
      case BULLETS ->
          list(
              object(
                  "\"number\": {\"type\": \"integer\"}, \"text\": {\"type\": \"string\"}",
                  "\"number\", \"text\""));
      case SKILLS ->
          list(
              object(
                  "\"skill\": {\"type\": \"string\"}, \"evidence\": {\"type\": \"string\"}",
                  "\"skill\", \"evidence\""));
      case TITLES -> list("{\"type\": \"string\"}");
      case MISSIONS ->
          list(
              object(
                  "\"field\": {\"type\": \"string\"}, \"note\": {\"type\": \"string\"}",
                  "\"field\", \"note\""));
    };
  }

  private static String list(String item) {
    return object("\"list\": {\"type\": \"array\", \"items\": " + item + "}", "\"list\"");
  }

  private static String object(String members, String required) {
    return "{\"type\": \"object\", \"properties\": {%s}, \"required\": [%s]}"
        .formatted(members, required);
  }
}
