package dev.peregrine.host.texts;

import com.ibm.icu.text.MessagePattern;
import java.util.List;

/**
 * Languages that nobody speaks, to try the pages with: one that is written from right to left, and
 * one with long words and accents. Both are made of English, so that they always have every text.
 */
public final class Pseudo {

  public static final List<Language> LANGUAGES =
      List.of(new Language("ar-XB", "[Right to left]"), new Language("en-XA", "[Ļöñĝ ŵöŕđš]"));

  private static final String PLAIN = "aceghijklnorstuwyzACEGHIJKLNORSTUWYZ";
  private static final String ACCENTED = "áçéĝĥíĵķļñöŕšţûŵýžÁÇÉĜĤÍĴĶĻÑÖŔŠŢÛŴÝŽ";

  private Pseudo() {}

  static boolean is(String tag) {
    return tag.equals("ar-XB") || tag.equals("en-XA");
  }

  /** The English text, marked as the language's. */
  static String of(String tag, String english) {
    if (tag.equals("ar-XB")) {
      // What is shown runs from the right, but for what is put in.
      return "\u200f\u202e" + apart(english) + "\u202c\u200f";
    }
    var pattern = new MessagePattern(english);
    var said = new StringBuilder(english);
    for (int i = 0; i + 1 < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      int end = pattern.getPart(i + 1).getIndex();
      switch (part.getType()) {
        case MSG_START, ARG_LIMIT, REPLACE_NUMBER, SKIP_SYNTAX, INSERT_CHAR ->
            said.replace(part.getLimit(), end, accented(english.substring(part.getLimit(), end)));
        default -> {} // what is no text of the message stays as it is
      }
    }
    return "[" + said + " ~~~~]";
  }

  /** Each placeholder runs by itself; what a plural or a choice has in braces is none. */
  private static String apart(String english) {
    var pattern = new MessagePattern(english);
    var apart = new StringBuilder(english);
    for (int i = pattern.countParts() - 1; i >= 0; i--) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START
          && part.getArgType() == MessagePattern.ArgType.NONE) {
        int end = pattern.getPart(pattern.getLimitPartIndex(i)).getLimit();
        apart.insert(end, '\u2069').insert(part.getIndex(), '\u2066');
      }
    }
    return apart.toString();
  }

  private static String accented(String text) {
    var said = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              int at = PLAIN.indexOf(c);
              said.append(at < 0 ? (char) c : ACCENTED.charAt(at));
            });
    return said.toString();
  }
}
