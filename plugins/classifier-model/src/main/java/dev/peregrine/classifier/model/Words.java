package dev.peregrine.classifier.model;

/** Words, their beginnings, and pairs of neighbouring words of a text, whatever its language. */
final class Words {

  /** Longer ones are addresses, or German; their beginning says enough. */
  private static final int LONGEST = 14;

  /** So much of a word is the same in most of its forms, in English and in German. */
  private static final int STEM = 5;

  private Words() {}

  /** Takes a word, a beginning or a pair, and where in the text it stands. */
  interface Use {
    void take(String words, int start, int end);
  }

  /**
   * Each word, its beginning, and each pair.
   *
   * @param mark put before each, to tell subjects from bodies
   * @param plain text in plain small letters
   */
  static void each(String mark, String plain, Use use) {
    String before = "";
    int beforeStart = 0;
    int at = 0;
    while (at < plain.length()) {
      if (!isPart(plain.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      while (at < plain.length() && isPart(plain.charAt(at))) {
        at++;
      }
      String word = word(plain, start, at);
      use.take(mark + word, start, at);
      use.take(mark + "~" + word.substring(0, Math.min(word.length(), STEM)), start, at);
      if (!before.isEmpty()) {
        use.take(mark + before + " " + word, beforeStart, at);
      }
      before = word;
      beforeStart = start;
    }
  }

  /** All numbers are one word. */
  private static String word(String plain, int start, int end) {
    if (Character.isDigit(plain.charAt(start))) {
      return "0";
    }
    return plain.substring(start, Math.min(end, start + LONGEST));
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '\'';
  }
}
