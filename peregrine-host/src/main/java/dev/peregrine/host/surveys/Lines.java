package dev.peregrine.host.surveys;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of a survey, told apart: questions with a number, options, and what belongs to none.
 */
final class Lines {

  /** What a line is. */
  enum Kind {
    BLANK,
    /** Begins with a number or a word such as "Question 3". */
    NUMBERED,
    /** Begins with a letter in brackets, a box or a bullet. */
    OPTION,
    /** The steps of a scale. */
    SCALE,
    PLAIN
  }

  /**
   * A line.
   *
   * @param mark what it began with, such as {@code a)}; empty for none
   * @param number where it is numbered; 0 otherwise
   */
  record Line(Kind kind, String text, String mark, int number) {

    boolean asks() {
      return text.endsWith("?") || text.contains("? ") || text.endsWith(":") && text.length() > 8;
    }
  }

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}&&[^\\u200C\\u200D]]");
  private static final Pattern SAID_QUESTION =
      Pattern.compile(
          "^(?:question|frage|item|q)\\s*(?:no\\.?|nr\\.?|#)?\\s*(\\d{1,3})(?:\\s*(?:of|von|/)\\s*\\d{1,3})?\\s*[.:)\\-–]?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile("^\\(?(\\d{1,3})\\s?(?:([.):])\\s+|(→)\\s*)(?=\\S)");
  private static final Pattern LETTER = Pattern.compile("^\\(?([a-lA-L])\\s?([).:])\\s+(?=\\S)");

  /** Boxes and circles, also as recognition reads them: {@code O}, {@code ©}, {@code ( )}. */
  private static final Pattern BOX =
      Pattern.compile(
          "^(?:[○◯●⚪⚫◉◎☐☑☒□■◻◼▢▪▫•·‣◦∘]|\\(\\s?[xX]?\\s?\\)|\\[\\s?[xX]?\\s?]|[-*–—](?=\\s)|[oO0©®](?=\\s+\\p{Lu}))\\s*(?=\\S)");

  private static final Pattern INLINE = Pattern.compile("(?<=\\s)\\(?([a-lA-L])\\)\\s+(?=\\S)");
  private static final Pattern INLINE_BOX =
      Pattern.compile("(?<=\\S)\\s+(?=(?:[○◯●⚪⚫◉☐☑☒□■◻]|\\(\\s?\\)|\\[\\s?])\\s*\\S)");

  /** What a row of a table has to be ticked. */
  private static final Pattern CIRCLES =
      Pattern.compile("(?:\\s+(?:[○◯☐□oO]|\\(\\s?\\)|\\[\\s?])){3,12}+$");

  private static final Pattern NOISE =
      Pattern.compile(
          "(?:next|back|previous|submit|continue|save(?: and continue)?|cancel|required|clear"
              + " (?:form|selection)|weiter|zuruck|absenden|abschicken|abbrechen|speichern|pflichtfeld|page"
              + " \\d+ (?:of|/) \\d+|seite \\d+ (?:von|/) \\d+|\\d+ ?(?:of|von|/) ?\\d+(?:"
              + " answered| beantwortet)?|\\d+ ?%|your answer|ihre antwort|deine antwort|choose"
              + "|select(?: an option)?|auswahlen|please select|\\* ?(?:indicates )?required"
              + " ?(?:question|field)?s?)[.*]?");
  private static final Pattern INLINE_NUMBER =
      Pattern.compile("(?<=\\S)\\s+(?=\\d{1,2}[.)]\\s+\\p{Lu})");
  private static final int LONG = 200;
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_LINES = 3_000;

  private Lines() {}

  static List<Line> of(String text) {
    var lines = new ArrayList<Line>();
    text.lines()
        .flatMap(Lines::pieces)
        .limit(MOST_LINES)
        .forEach(
            raw -> {
              for (String part : inlineOptions(tidy(raw))) {
                lines.add(line(part));
              }
            });
    return lines;
  }

  /** What lost its line breaks, as texts of PDF do, is one line of many questions. */
  private static Stream<String> pieces(String raw) {
    if (raw.length() <= LONG) {
      return Stream.of(raw);
    }
    return INLINE_NUMBER
        .splitAsStream(raw)
        .flatMap(
            piece ->
                IntStream.iterate(0, at -> at < piece.length(), at -> at + LONGEST_LINE)
                    .mapToObj(
                        at -> piece.substring(at, Math.min(piece.length(), at + LONGEST_LINE))));
  }

  private static String tidy(String raw) {
    String plain =
        INVISIBLE
            .matcher(raw)
            .replaceAll("")
            .replaceAll("[\\p{Cc}\\p{Zs}]+", " ")
            .replace("**", "")
            .strip();
    plain =
        plain
            .replaceFirst("^#{1,6}\\s+", "")
            .replaceFirst("\\s*\\(?(?:required|Pflichtfeld)\\)?$", "");
    plain = plain.replaceFirst("^\\*\\s+(?=\\d{1,3}[.)])", "");
    plain = CIRCLES.matcher(plain).replaceFirst("");
    return plain.replaceFirst("(?<=[?:.\\p{L}])\\s*\\*$", "").strip();
  }

  /** "… work? a) alone b) in a team" on one line: apart. */
  private static List<String> inlineOptions(String line) {
    String[] boxes = INLINE_BOX.split(line);
    if (boxes.length > 2 || boxes.length == 2 && BOX.matcher(line).find()) {
      return List.of(boxes);
    }
    Matcher letter = INLINE.matcher(line);
    var starts = new ArrayList<Integer>();
    char expected = 0;
    while (letter.find()) {
      char now = Character.toLowerCase(letter.group(1).charAt(0));
      boolean first = starts.isEmpty() && (now == 'a' || now == 'b' && LETTER.matcher(line).find());
      if (first || now == expected) {
        starts.add(letter.start());
        expected = (char) (now + 1);
      }
    }
    boolean several = starts.size() >= 2 || starts.size() == 1 && LETTER.matcher(line).find();
    if (!several) {
      return List.of(line);
    }
    var parts = new ArrayList<String>();
    int from = 0;
    for (int start : starts) {
      parts.add(line.substring(from, start).strip());
      from = start;
    }
    parts.add(line.substring(from).strip());
    return parts;
  }

  private static Line line(String text) {
    boolean says = text.codePoints().anyMatch(Character::isLetterOrDigit);
    // Some forms put the letter of an option on a line of its own.
    if (!says || text.matches("[A-L]") || NOISE.matcher(Fold.same(text)).matches()) {
      return new Line(Kind.BLANK, "", "", 0);
    }
    Matcher said = SAID_QUESTION.matcher(text);
    if (said.find()) {
      return new Line(
          Kind.NUMBERED, text.substring(said.end()).strip(), "question", number(said.group(1)));
    }
    if (Scales.inLine(text).isPresent()) {
      return new Line(Kind.SCALE, text, "", 0);
    }
    Matcher number = NUMBER.matcher(text);
    if (number.find()) {
      return new Line(
          Kind.NUMBERED,
          text.substring(number.end()).strip(),
          Objects.requireNonNullElse(number.group(2), "→"),
          number(number.group(1)));
    }
    Matcher letter = LETTER.matcher(text);
    if (letter.find()) {
      return new Line(Kind.OPTION, text.substring(letter.end()).strip(), "a" + letter.group(2), 0);
    }
    Matcher box = BOX.matcher(text);
    if (box.find()) {
      return new Line(Kind.OPTION, text.substring(box.end()).strip(), "box", 0);
    }
    return new Line(Kind.PLAIN, text, "", 0);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
