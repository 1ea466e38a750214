package dev.peregrine.host.letters;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes a letter of what a model answered: without thoughts, fences, headings and remarks around
 * it, and signed with the person's whole name.
 */
public final class CleanAnswer {

  private static final Pattern THOUGHTS =
      Pattern.compile("(?is)<(think|thinking|thought|reasoning)>.*?</\\1>");
  private static final Pattern OPEN_THOUGHT =
      Pattern.compile("(?is)<(?:think|thinking|thought|reasoning)>.*");
  private static final Pattern END_OF_THOUGHT =
      Pattern.compile("(?is)^.*</(?:think|thinking|thought|reasoning)>");
  private static final Pattern FENCED = Pattern.compile("(?s)```[a-zA-Z]*\\n(.*?)(?:```|$)");
  private static final Pattern SALUTATION =
      Pattern.compile(
          "^(?:dear|hello|hi|good (?:morning|day|afternoon)|to whom it may|greetings|sehr geehrte|"
              + "guten (?:tag|morgen)|liebe|lieber|liebes|hallo|moin|madame|monsieur|bonjour|estimad|"
              + "gentile|egregi|beste|geachte|prezad|car[oa]s?|szanown|hej|kara|kaere)\\b.{0,100}$");
  private static final Pattern CLOSING =
      Pattern.compile(
          "^(?:(?:yours )?(?:sincerely|faithfully|truly)|sincerely yours|"
              + "(?:warm|best|kind|kindest|with (?:best|kind|warm))(?: regards| wishes)?|many thanks|thank you|thanks|"
              + "regards|respectfully|cordially|mit (?:freundlichen|besten|herzlichen) grus+en|"
              + "(?:viele|beste|freundliche|herzliche|liebe|schone) gruse|hochachtungsvoll|cordialement|"
              + "bien a vous|atentamente|un (?:cordial )?saludo|saludos(?: cordiales)?|cordiali saluti|distinti saluti|"
              + "met vriendelijke groet(?:en)?|atenciosamente|z powazaniem|med vanlig(?:a)? halsning(?:ar)?|"
              + "venlig hilsen|med venlig hilsen)(?<rest>(?!\\p{L})[,.!]?\\s*.{0,80})$");
  private static final Pattern REMARK =
      Pattern.compile(
          "^(?:-{3,}|\\*{3,}|note\\b|notes\\b|let me know|feel free|i hope this|this letter|word count|p\\.?s\\.? from|hinweis).*");
  private static final int WITHIN = 14;
  private static final int LONGEST_HEAD = 600;

  private CleanAnswer() {}

  /** Without what a model thinks before it writes, also while it is still thinking. */
  public static String spoken(String answer) {
    String text = THOUGHTS.matcher(answer).replaceAll("");
    text = END_OF_THOUGHT.matcher(text).replaceFirst("");
    return OPEN_THOUGHT.matcher(text).replaceFirst("").strip();
  }

  /**
   * The letter.
   *
   * @param name with which it is signed; may be empty
   */
  public static String letter(String answer, String name) {
    List<String> lines =
        new ArrayList<>(unfenced(spoken(answer)).lines().map(CleanAnswer::plain).toList());
    dropBeforeSalutation(lines);
    String signed = signed(lines, name.strip());
    return signed.replaceAll("\\n{3,}", "\n\n").strip();
  }

  private static String unfenced(String text) {
    return FENCED
        .matcher(text)
        .results()
        .map((MatchResult block) -> block.group(1))
        .max(Comparator.comparingInt(String::length))
        .filter(block -> block.length() * 2 > text.length())
        .orElseGet(() -> text.replaceAll("(?m)^```.*$", ""));
  }

  private static String plain(String line) {
    return line.replaceAll("\\*\\*(.+?)\\*\\*", "$1")
        .replaceAll("(?<![\\p{L}\\p{N}*])\\*([^*\\s][^*]*)\\*(?![\\p{L}\\p{N}*])", "$1")
        .replaceAll("^#{1,6}\\s+", "")
        .stripTrailing();
  }

  private static void dropBeforeSalutation(List<String> lines) {
    for (int at = 0; at < Math.min(lines.size(), WITHIN); at++) {
      String line = Fold.same(lines.get(at)).strip();
      if (SALUTATION.matcher(line).matches() && !CLOSING.matcher(line).matches()) {
        int before = lines.subList(0, at).stream().mapToInt(String::length).sum();
        if (before < LONGEST_HEAD) {
          lines.subList(0, at).clear();
        }
        return;
      }
    }
  }

  private static String signed(List<String> lines, String name) {
    for (int at = lines.size() - 1; at > 0; at--) {
      var closing = CLOSING.matcher(Fold.same(lines.get(at)).strip());
      if (closing.matches()) {
        String rest = closing.group("rest").replaceAll("^[,.!]?\\s*", "");
        if (rest.isEmpty()) {
          return signedBelow(lines, at, name);
        }
        if (isName(rest, name)) {
          return String.join("\n", lines.subList(0, at + 1));
        }
      }
    }
    return withoutRemarks(lines);
  }

  /** A first name alone, or "[Your name]", becomes the whole name; what follows it goes. */
  private static String signedBelow(List<String> lines, int closing, String name) {
    List<String> kept = new ArrayList<>(lines.subList(0, closing + 1));
    List<String> after =
        lines.subList(closing + 1, lines.size()).stream().filter(line -> !line.isBlank()).toList();
    boolean prose = after.size() > 3 && after.getFirst().length() > 60;
    if (prose) {
      return withoutRemarks(lines); // "Thank you" in the middle of the letter
    }
    if (!name.isEmpty()) {
      kept.add(name);
    } else if (!after.isEmpty() && !REMARK.matcher(Fold.same(after.getFirst())).matches()) {
      kept.add(after.getFirst().strip());
    }
    return String.join("\n", kept);
  }

  private static boolean isName(String folded, String name) {
    String whole = Fold.same(name);
    return !whole.isEmpty() && folded.contains(whole.split("\\s+")[0]);
  }

  private static String withoutRemarks(List<String> lines) {
    int end = lines.size();
    for (int at = lines.size() - 1; at > 0; at--) {
      String line = Fold.same(lines.get(at)).strip();
      if (REMARK.matcher(line).matches()) {
        end = at;
      } else if (!line.isEmpty() && end == lines.size()) {
        break;
      }
    }
    return String.join("\n", lines.subList(0, end));
  }
}
