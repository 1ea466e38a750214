package dev.peregrine.host.practice;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A question as a model wrote it, without what models put around one. */
final class SpokenQuestion {

  private static final int LONGEST = 600;
  private static final Pattern THOUGHTS =
      Pattern.compile("(?s)<think(?:ing)?>.*?(?:</think(?:ing)?>|$)");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cf}\\p{Co}&&[^\\u200C\\u200D]]|[\\p{Cc}&&[^\\n\\t]]|```\\w*|\\*\\*");
  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:[-*•>#]+\\s+|\\d{1,2}[.)]\\s+|(?:next |nächste )?(?:question|frage|interviewer(?:in)?|recruiter)(?:\\s*\\d{0,2})\\s*:\\s*)+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern QUOTED = Pattern.compile("^[\"“„»](.*)[\"”“«]$", Pattern.DOTALL);

  private SpokenQuestion() {}

  /** The question; empty where there is none in it. */
  static String of(String answer) {
    String text = UNSEEN.matcher(THOUGHTS.matcher(answer).replaceAll("")).replaceAll("").strip();
    String[] parts = text.split("\\n\\s*\\n");
    // Models like to greet, or to praise the last answer, in a paragraph of its own.
    String asked = Stream.of(parts).filter(part -> part.contains("?")).findFirst().orElse(parts[0]);
    String line = HEAD.matcher(asked.replaceAll("\\s+", " ").strip()).replaceFirst("");
    String bare = QUOTED.matcher(line).replaceFirst("$1").strip();
    return bare.length() > LONGEST ? cut(bare) : bare;
  }

  /** At the end of a sentence, if one ends in time. */
  private static String cut(String text) {
    String most = text.substring(0, LONGEST);
    int end =
        Math.max(most.lastIndexOf("? "), Math.max(most.lastIndexOf(". "), most.lastIndexOf('?')));
    return end > 0 ? most.substring(0, end + 1) : most + "…";
  }
}
