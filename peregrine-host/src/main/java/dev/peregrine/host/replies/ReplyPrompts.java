package dev.peregrine.host.replies;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.letters.Writer;
import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.PromptSpec;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts with which models are asked for messages. */
final class ReplyPrompts {

  static final LlmUse USE = LlmUse.general("reply_draft");

  static final PromptSpec RULES =
      new PromptSpec(
          "reply_draft",
          () -> t("replies.prompt"),
          () -> t("replies.prompt-about"),
          Set.of("aim", "language", "name"));

  private static final int OF_MESSAGE = 6_000;
  private static final int OF_LOG = 400;
  private static final int LINES = 6;
  private static final int TOKENS = 900;

  private ReplyPrompts() {}

  static void addTo(Llms llms) {
    llms.add(new LlmFeature(USE, () -> t("replies.feature")));
    llms.prompts().add(RULES);
  }

  static CompletionRequest request(
      Llms llms, ReplyMatter matter, ReplyKind kind, Writer writer, String draft, String wish) {
    String name = writer.name().replaceAll("\\s+", " ").strip();
    String rules =
        llms.prompts()
            .filled(
                RULES,
                Map.of(
                    "aim",
                    aim(kind),
                    "language",
                    matter.language().getDisplayLanguage(Locale.ENGLISH),
                    "name",
                    name.isEmpty() ? "[your name]" : name));
    return CompletionRequest.of(
            Message.system(rules), Message.user(known(llms, matter, kind, writer, draft, wish)))
        .withMaxTokens(TOKENS);
  }

  private static String aim(ReplyKind kind) {
    return switch (kind) {
      case REPLY -> "It answers the employer's last message, point by point.";
      case FOLLOW_UP -> "It asks, politely and without pressing, how the application stands.";
      case THANKS -> "It thanks for an interview that took place.";
    };
  }

  private static String known(
      Llms llms, ReplyMatter matter, ReplyKind kind, Writer writer, String draft, String wish) {
    var text = new StringBuilder();
    text.append("The position and the employer:\n")
        .append(
            llms.asData(
                matter.job().posting().title()
                    + "\n"
                    + matter.job().posting().company().orElse("")));
    matter.applied().ifPresent(at -> text.append("\n\nApplied on ").append(at.toLocalDate()));
    matter
        .last()
        .flatMap(round -> round.start())
        .ifPresent(at -> text.append("\n\nThe last interview was on ").append(moment(at)));
    matter
        .next()
        .flatMap(round -> round.start())
        .ifPresent(at -> text.append("\n\nThe next interview is on ").append(moment(at)));
    String who = matter.who(kind);
    if (!who.isEmpty()) {
      text.append("\n\nIt goes to:\n").append(llms.asData(who));
    }
    matter
        .theirs()
        .ifPresent(
            said ->
                text.append("\n\nTheir last message:\n")
                    .append(llms.asData(said.subject() + "\n\n" + cut(said.text(), OF_MESSAGE))));
    String log =
        matter.log().stream()
            .limit(LINES)
            .map(ReplyPrompts::line)
            .collect(Collectors.joining("\n"));
    if (!log.isEmpty()) {
      text.append("\n\nWhat was said before, the newest first:\n")
          .append(llms.asData(writer.masking().apply(log)));
    }
    if (!draft.isBlank()) {
      text.append("\n\nWhat the person has so far:\n")
          .append(llms.asData(writer.masking().apply(cut(draft, OF_MESSAGE))));
    }
    if (!writer.voice().isBlank()) {
      text.append("\n\nHow the person writes: ")
          .append(writer.masking().apply(writer.voice().strip()));
    }
    if (!wish.isBlank()) {
      text.append("\n\nThe person asks you to mind this: ").append(writer.masking().apply(wish));
    }
    return text.toString();
  }

  private static String line(Said said) {
    String from =
        switch (said.direction()) {
          case IN -> "they";
          case OUT -> "the person";
          case BOTH -> "both";
        };
    return "- %s, %s: %s"
        .formatted(
            said.at().toString().substring(0, 10),
            from,
            cut((said.subject() + " " + said.text()).replaceAll("\\s+", " "), OF_LOG));
  }

  private static String moment(ZonedDateTime at) {
    return at.toLocalDate() + " " + at.toLocalTime().withSecond(0).withNano(0) + " " + at.getZone();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + " …";
  }
}
