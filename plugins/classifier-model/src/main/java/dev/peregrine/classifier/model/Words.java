package dev.peregrine.classifier.model;

/**
 * Words, their beginnings and parts, and pairs of neighbouring words of a text, whatever its
 * language.
 */
final class Words {

  /** Longer ones are addresses, or German; their beginning says enough. */
  private static final int LONGEST = 14;

  /** So much of a word is the same in most of its forms, in English and in German. */
  private static final int STEM = 5;

  /** So much of it may be a word of its own: German puts words together. */
  private static final int PART = 6;

  private Words() {}

  /** Takes a word, a beginning, a part or a pair, and where in the text it stands. */
  interface Use {
    void take(String words, int start, int end);
  }

  /**
   * Each word, its beginning, its parts, and each pair.
   *
   * @param plain text in plain small letters
   */
  static void each(String plain, Use use) {
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
      use.take(word, start, at);
      use.take("~" + word.substring(0, Math.min(word.length(), STEM)), start, at);
      for (int i = start + 1; i + PART <= at; i++) {
        use.take("#" + plain.substring(i, i + PART), start, at);
      }
      if (!before.isEmpty()) {
        use.take(before + " " + word, beforeStart, at);
      }
      before = word;
      beforeStart = start;
    }
  }

  /** Takes where a word stands. */
  interface Place {
    void take(int start, int end);
  }

  static void places(String plain, Place use) {
    int at = 0;
    while (at < plain.length()) {
      int start = at;
      while (at < plain.length() && isPart(plain.charAt(at))) {
        at++;
      }
      if (at > start) {
        use.take(start, at);
      }
      at++;
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
