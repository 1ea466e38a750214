package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes a letter apart: what is no sentence, such as the salutation, is left out. */
final class Sentences {

  private static final Pattern SALUTATION =
      Pattern.compile(
          "^(?:dear|hello|hi|good (?:morning|day|afternoon)|to whom it may|greetings|sehr geehrte|"
              + "guten (?:tag|morgen)|liebe|lieber|liebes|hallo|moin|madame|monsieur|estimad|"
              + "gentile|beste|geachte)\\b.{0,80}$");
  private static final Pattern CLOSING =
      Pattern.compile(
          "^(?:(?:yours )?(?:sincerely|faithfully|truly)|(?:warm|best|kind|kindest|with (?:best|kind|warm)) ?"
              + "(?:regards|wishes)?|many thanks|thank you|regards|respectfully|cordially|"
              + "mit (?:freundlichen|besten|herzlichen) grus+en|(?:viele|beste|freundliche|herzliche|liebe) gruse|"
              + "hochachtungsvoll|cordialement|atentamente|cordiali saluti)[,.!]?\\s*$");
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|[\\s(])(?:e\\.g|i\\.e|etc|dr|prof|mr|mrs|ms|st|inc|ltd|co|corp|no|vs|approx|ca|z\\. ?b|d\\. ?h|"
              + "bzw|u\\. ?a|o\\. ?a|usw|nr|str|dipl|ing|b\\.sc|m\\.sc|ph\\.d|mio|mrd|tsd|jr|sr|\\p{L})\\.\\s*$");
  private static final Set<String> GERMAN =
      Set.of(
          "der", "die", "das", "und", "ich", "mit", "bei", "fur", "ist", "als", "von", "den", "im",
          "mein", "meine", "meiner", "nicht", "auch", "sich", "sie", "zu", "habe", "einer", "eine");
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "and", "i", "with", "at", "for", "is", "as", "of", "to", "my", "not", "also", "a",
          "in", "have", "that", "your", "an", "was");

  private Sentences() {}

  private static boolean isEnglish(String text) {
    return Word.of(text).stream().anyMatch(word -> ENGLISH.contains(word.folded()));
  }

  static boolean isGerman(String text) {
    int german = 0;
    int english = 0;
    for (Word word : Word.of(text)) {
      german += GERMAN.contains(word.folded()) ? 1 : 0;
      english += ENGLISH.contains(word.folded()) ? 1 : 0;
    }
    return german > english;
  }

  static List<Sentence> of(String text, Form form, Theirs theirs) {
    boolean german = isGerman(text) || (!isEnglish(text) && isGerman(theirs.description()));
    var sentences = new ArrayList<Sentence>();
    int from = 0;
    boolean closed = false;
    while (from < text.length() && !closed) {
      int to = endOfBlock(text, from);
      String line = Fold.same(text.substring(from, to)).strip();
      closed = form == Form.LETTER && CLOSING.matcher(line).matches() && from > 0;
      if (!closed && !line.isEmpty() && !SALUTATION.matcher(line).matches()) {
        split(text, from, to, form, german, theirs, sentences);
      }
      from = to + 1;
    }
    return sentences;
  }

  /** A line, with those after it that go on with it. */
  private static int endOfBlock(String text, int from) {
    int to = lineEnd(text, from);
    while (to < text.length() && goesOn(text, from, to)) {
      to = lineEnd(text, to + 1);
    }
    return to;
  }

  private static boolean goesOn(String text, int from, int to) {
    String line = text.substring(from, to).strip();
    String next = text.substring(to + 1, lineEnd(text, to + 1)).strip();
    boolean whole = line.isEmpty() || next.isEmpty() || line.length() < 40;
    return !whole
        && !SALUTATION.matcher(Fold.same(line)).matches()
        && !CLOSING.matcher(Fold.same(next)).matches()
        && !next.matches("^[•*\\-–].*");
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static void split(
      String text,
      int from,
      int to,
      Form form,
      boolean german,
      Theirs theirs,
      List<Sentence> sentences) {
    BreakIterator breaks =
        BreakIterator.getSentenceInstance(german ? Locale.GERMAN : Locale.ENGLISH);
    String block = text.substring(from, to);
    breaks.setText(block.replace('\n', ' '));
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      boolean abbreviated =
          ABBREVIATION.matcher(Fold.same(block.substring(start, end))).find()
              && end < block.length();
      if (!abbreviated) {
        add(text, from + start, from + end, form, german, theirs, sentences);
        start = end;
      }
    }
    add(text, from + start, to, form, german, theirs, sentences);
  }

  private static void add(
      String text,
      int from,
      int to,
      Form form,
      boolean german,
      Theirs theirs,
      List<Sentence> sentences) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Sentence(text, start, end, form, german, theirs));
    }
  }
}
