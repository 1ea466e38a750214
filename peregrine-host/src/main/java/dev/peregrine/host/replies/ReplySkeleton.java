package dev.peregrine.host.replies;

import dev.peregrine.host.contacts.Said;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message made by rules from what is known, with marked places where only the person knows what
 * to say. In German where they wrote German, else in English.
 */
final class ReplySkeleton {

  private static final Pattern QUESTION = Pattern.compile("[^.!?\\n]{8,200}\\?");
  private static final Pattern AGAIN = Pattern.compile("(?i)^\\s*((re|aw|fwd?|wg)\\s*:\\s*)+");
  private static final int MOST_QUESTIONS = 5;

  private final ReplyMatter matter;
  private final ReplyKind kind;
  private final boolean german;

  ReplySkeleton(ReplyMatter matter, ReplyKind kind) {
    this.matter = matter;
    this.kind = kind;
    this.german = matter.language().getLanguage().equals("de");
  }

  String subject() {
    return switch (kind) {
      case REPLY -> {
        String theirs =
            AGAIN.matcher(matter.theirs().map(Said::subject).orElse("")).replaceFirst("").strip();
        yield "Re: " + (theirs.isEmpty() ? matter.job().posting().title() : theirs);
      }
      case FOLLOW_UP -> said("My application: ", "Meine Bewerbung: ") + title();
      case THANKS -> said("Thank you for the interview", "Danke für das Gespräch");
    };
  }

  /**
   * The message.
   *
   * @param name with which it is signed; may be empty
   */
  String text(String name) {
    var parts = new ArrayList<String>();
    String who = matter.who(kind);
    parts.add(
        who.isEmpty() ? said("Hello,", "Guten Tag,") : said("Dear ", "Guten Tag, ") + who + ",");
    parts.addAll(
        switch (kind) {
          case REPLY -> reply();
          case FOLLOW_UP -> followUp();
          case THANKS -> thanks();
        });
    parts.add((said("Kind regards", "Mit freundlichen Grüßen") + "\n" + name).stripTrailing());
    return String.join("\n\n", parts);
  }

  private List<String> reply() {
    var parts = new ArrayList<String>();
    parts.add(
        matter
            .theirs()
            .map(
                said ->
                    said("thank you for your message of ", "vielen Dank für Ihre Nachricht vom ")
                        + day(said.at().atZone(matter.zone()))
                        + ".")
            .orElseGet(
                () -> said("thank you for your message.", "vielen Dank für Ihre Nachricht.")));
    List<String> questions = matter.theirs().map(said -> questions(said.text())).orElse(List.of());
    if (questions.isEmpty()) {
      parts.add(said("[What you want to say]", "[Was du sagen willst]"));
    }
    questions.forEach(
        question ->
            parts.add(
                german
                    ? "[Deine Antwort auf: „%s“]".formatted(question)
                    : "[Your answer to: “%s”]".formatted(question)));
    matter
        .next()
        .flatMap(round -> round.start())
        .ifPresent(
            start ->
                parts.add(
                    german
                        ? "Ich freue mich auf unser Gespräch am %s um %s Uhr (%s)."
                            .formatted(day(start), clock(start), start.getZone())
                        : "I look forward to our talk on %s at %s (%s)."
                            .formatted(day(start), clock(start), start.getZone())));
    return parts;
  }

  private List<String> followUp() {
    Optional<ZonedDateTime> met = matter.last().flatMap(round -> round.start());
    String begin =
        met.isPresent()
            ? german
                ? "wir haben am %s über die Stelle „%s“ gesprochen."
                    .formatted(day(met.get()), title())
                : "on %s we talked about the position “%s”.".formatted(day(met.get()), title())
            : german
                ? "%s habe ich mich auf die Stelle „%s“ beworben."
                    .formatted(
                        matter.applied().map(at -> "am " + day(at)).orElse("vor einiger Zeit"),
                        title())
                : "%s I applied for the position “%s”."
                    .formatted(
                        matter.applied().map(at -> "on " + day(at)).orElse("some time ago"),
                        title());
    String asked =
        matter
            .asked()
            .filter(at -> met.isEmpty() || at.isAfter(met.get()))
            .filter(at -> matter.applied().map(at::isAfter).orElse(true))
            .map(
                at ->
                    german
                        ? " Zuletzt habe ich am %s geschrieben.".formatted(day(at))
                        : " I last wrote to you on %s.".formatted(day(at)))
            .orElse("");
    return List.of(
        begin + asked,
        said(
            "I am still interested and would like to ask how far the selection is, and whether you need anything else from me.",
            "Mein Interesse besteht weiter. Darf ich fragen, wie weit die Auswahl ist, und ob Sie noch etwas von mir brauchen?"));
  }

  private List<String> thanks() {
    String when =
        matter
            .last()
            .flatMap(round -> round.start())
            .map(start -> said(" on ", " am ") + day(start))
            .orElse("");
    return List.of(
        said("thank you for the talk", "vielen Dank für das Gespräch") + when + ".",
        said(
            "[One thing that you talked about and that stayed with you]",
            "[Etwas aus dem Gespräch, das dir geblieben ist]"),
        said("I would be glad to go on.", "Ich würde mich freuen, wenn es weitergeht."));
  }

  /** What they ask, one line each, without what they quote. */
  static List<String> questions(String text) {
    String own =
        text.lines()
            .filter(line -> !line.stripLeading().startsWith(">"))
            .collect(Collectors.joining("\n"));
    return QUESTION
        .matcher(own)
        .results()
        .map(MatchResult::group)
        .map(question -> question.replaceAll("[\\[\\]]", " ").replaceAll("\\s+", " ").strip())
        .filter(question -> question.length() >= 8)
        .distinct()
        .limit(MOST_QUESTIONS)
        .toList();
  }

  private String title() {
    return matter.job().posting().title().replaceAll("\\s+", " ");
  }

  private String said(String english, String inGerman) {
    return german ? inGerman : english;
  }

  private String day(ZonedDateTime at) {
    return DateTimeFormatter.ofPattern(
            german ? "d. MMMM" : "d MMMM", german ? Locale.GERMAN : Locale.ENGLISH)
        .format(at);
  }

  private static String clock(ZonedDateTime at) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
  }
}
