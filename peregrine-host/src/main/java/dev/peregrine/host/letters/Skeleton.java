package dev.peregrine.host.letters;

import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Strength;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Work;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A letter put together from the résumé alone, by rules: what the person did that answers the
 * posting, in the words of the résumé, with marked places where only the person knows what to say.
 * It is a draft to finish, and claims nothing that the résumé does not say.
 */
public final class Skeleton {

  private static final int FROM_ONE_POSITION = 3;
  private static final int WORDS = 6;

  private final ResumeDocument resume;
  private final Recipient recipient;
  private final LetterStyle style;
  private final Phrases say;
  private final List<Strength> strengths;

  private Skeleton(ResumeDocument resume, Recipient recipient, LetterStyle style, YearMonth today) {
    this.resume = resume;
    this.recipient = recipient;
    this.style = style;
    this.say =
        style.isGerman() ? new GermanPhrases(style.tone()) : new EnglishPhrases(style.tone());
    this.strengths = Strength.of(Facts.of(resume, today), recipient.vacancy());
  }

  /**
   * Writes a draft.
   *
   * @param resume of the lane that the person chose
   * @param today the month until which what goes on is counted
   */
  public static String of(
      ResumeDocument resume, Recipient recipient, LetterStyle style, YearMonth today) {
    return new Skeleton(resume, recipient, style, today).text();
  }

  private String text() {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(say.salutation(recipient));
    paragraphs.add(say.opening(recipient));
    chosen().forEach((work, told) -> paragraphs.add(position(work, told)));
    answered().ifPresent(paragraphs::add);
    if (chosen().isEmpty()) {
      paragraphs.add(say.nothingFound());
    }
    paragraphs.add(say.ending());
    paragraphs.add(say.closing() + "\n" + resume.basics().name().orElse(say.ownName()));
    return String.join("\n\n", paragraphs) + "\n";
  }

  /** The strongest, in the order of the résumé, by position. */
  private Map<Integer, List<Strength>> chosen() {
    var perPosition = new LinkedHashMap<Integer, List<Strength>>();
    int left = style.length().strengths();
    for (Strength strength : strengths) {
      if (left > 0 && strength.group().startsWith("work/")) {
        List<Strength> told =
            perPosition.computeIfAbsent(number(strength.group()), any -> new ArrayList<>());
        if (told.size() < FROM_ONE_POSITION) {
          told.add(strength);
          left--;
        }
      }
    }
    return perPosition.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
  }

  private static int number(String group) {
    return Integer.parseInt(group.substring("work/".length()));
  }

  private String position(int number, List<Strength> told) {
    Work work = resume.work().get(number);
    var sentences = new ArrayList<String>();
    for (int i = 0; i < told.size(); i++) {
      String bullet = told.get(i).fact().text();
      sentences.add(i == 0 ? say.first(work, bullet) : say.next(bullet));
    }
    return String.join(" ", sentences);
  }

  /** What the posting asks for and the résumé has, by name. */
  private Optional<String> answered() {
    var names = new LinkedHashSet<String>();
    for (String skill : resume.skillNames()) {
      if (contains(recipient.vacancy().description(), skill)) {
        names.add(skill);
      }
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(say.answered(names.stream().limit(WORDS).toList()));
  }

  private static boolean contains(String text, String name) {
    return java.util.regex.Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + java.util.regex.Pattern.quote(name) + "(?![\\p{L}\\p{N}+#])",
            java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }
}
