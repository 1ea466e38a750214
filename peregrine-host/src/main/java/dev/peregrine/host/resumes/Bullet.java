package dev.peregrine.host.resumes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks before the items of a list. */
final class Bullet {

  private static final String MARKS =
      "•●▪▫■□◆◇‣⁃∙○◦·➢➤►▶▸→⇒✓✔✦❖★»›\\uF000-\\uF0FF\\u2981\\u26AB\\u2B24\\uE000-\\uE0FF\\u25AA";
  private static final Pattern MARKED =
      Pattern.compile(
          "^(?:(?:["
              + MARKS
              + "]|\\(cid:(?:127|149|183)\\))+\\s*|[-–—*+~]\\s+|o\\s+(?=\\p{Lu})|[-*](?=\\p{Lu}\\p{Ll}))(?=\\S)");
  private static final Pattern ALONE = Pattern.compile("[" + MARKS + "*–—o-]");

  private Bullet() {}

  /** The text without its mark; the same text where there is none. */
  static String without(String text) {
    Matcher matcher = MARKED.matcher(text);
    return matcher.find() ? text.substring(matcher.end()).strip() : text;
  }

  static boolean isMark(String text) {
    return ALONE.matcher(text.strip()).matches();
  }
}
