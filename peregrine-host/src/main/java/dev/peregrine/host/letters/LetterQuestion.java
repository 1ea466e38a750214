package dev.peregrine.host.letters;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Strength;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.Prompts;
import dev.peregrine.host.resumes.ResumeDocument;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a model is asked for a letter. What others wrote stands in it only between the marks of
 * {@link Llms#asData}, the rules hold none of it.
 *
 * @param text of the résumé
 * @param examples letters of the person's own
 * @param draft the letter that is to be changed; empty for a new one
 */
record LetterQuestion(
    LetterWish wish,
    Recipient recipient,
    ResumeDocument resume,
    String text,
    YearMonth today,
    Writer writer,
    Optional<Mission> mission,
    List<OwnLetter> examples,
    String draft) {

  private static final int OF_POSTING = 9_000;
  private static final int OF_RESUME = 9_000;
  private static final int OF_EXAMPLE = 1_800;
  private static final int OF_DRAFT = 8_000;
  private static final int STRENGTHS = 6;
  private static final int TOKENS = 4_000;
  private static final double TEMPERATURE = 0.4;

  CompletionRequest request(Llms llms) {
    Prompts prompts = llms.prompts();
    LetterStyle style = wish.style();
    String rules =
        prompts.filled(
            LetterPrompts.RULES,
            Map.of(
                "language",
                style.language().getDisplayLanguage(Locale.ENGLISH),
                "tone",
                tone(style.tone()),
                "words",
                Integer.toString(style.length().words()),
                "name",
                name().isEmpty() ? "the person's name" : oneLine(name())));
    String request =
        prompts.filled(
            LetterPrompts.REQUEST,
            Map.of(
                "posting",
                llms.asData(posting()),
                "resume",
                llms.asData(masked(cut(text, OF_RESUME))),
                "evidence",
                llms.asData(masked(evidence())),
                "notes",
                notes(llms)));
    if (!draft.isBlank() && !wish.feedback().isEmpty()) {
      request +=
          "\n\n"
              + prompts.filled(
                  LetterPrompts.REVISE,
                  Map.of(
                      "draft",
                      llms.asData(masked(cut(draft, OF_DRAFT))),
                      "feedback",
                      wish.feedback()));
    } else if (!wish.feedback().isEmpty()) {
      request += "\n\nThe person asks: " + wish.feedback();
    }
    return CompletionRequest.of(Message.system(rules), Message.user(request))
        .withMaxTokens(TOKENS)
        .withTemperature(TEMPERATURE);
  }

  /** With which it is signed; empty where nobody said. */
  String name() {
    return writer.name().isBlank()
        ? resume.basics().name().orElse("").strip()
        : writer.name().strip();
  }

  private static String tone(LetterStyle.Tone tone) {
    return switch (tone) {
      case PLAIN -> "plain and direct";
      case WARM -> "warm and personal";
      case FORMAL -> "formal and polite";
    };
  }

  private String posting() {
    return "Title: %s\nEmployer: %s\n\n%s"
        .formatted(
            recipient.vacancy().title(),
            recipient.employer().orElse("not named"),
            cut(recipient.vacancy().description(), OF_POSTING));
  }

  private String evidence() {
    String lines =
        Strength.of(Facts.of(resume, today), recipient.vacancy()).stream()
            .limit(STRENGTHS)
            .map(strength -> "- " + strength.fact().text())
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "nothing in particular" : lines;
  }

  private String notes(Llms llms) {
    var notes = new ArrayList<String>();
    recipient
        .agency()
        .ifPresent(
            agency ->
                notes.add(
                    "The posting comes from an agency, which stands between the employer and applicants. Address its recruiting team by its name, and speak of the employer as their client%s. Its name:\n%s"
                        .formatted(
                            recipient.employer().isPresent()
                                ? ", by the name that the posting gives"
                                : " without inventing a name",
                            llms.asData(agency))));
    if (!writer.voice().isBlank()) {
      notes.add(
          "How the person wants to sound. Let it show in the choice of words and never speak of it:\n"
              + masked(writer.voice().strip()));
    }
    mission.ifPresent(
        found ->
            notes.add(
                "The employer's work is about something that the person cares about. Say so in the third paragraph, in one or two sentences made of their own note, without repeating anything private in it:\n"
                    + masked(found.note().strip())));
    for (OwnLetter example : examples) {
      notes.add(
          "A letter that the person wrote to somebody else. Take its manner, and none of its facts:\n"
              + llms.asData(masked(cut(example.text(), OF_EXAMPLE))));
    }
    return String.join("\n\n", notes);
  }

  private String masked(String own) {
    return writer.masking().apply(own);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + " …";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
