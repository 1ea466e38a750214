package dev.peregrine.host.apply;

import java.util.regex.Pattern;

/** What a model answered, without what models put around it. */
final class ModelText {

  private static final Pattern THOUGHTS =
      Pattern.compile("(?s)<think(?:ing)?>.*?(?:</think(?:ing)?>|$)");
  private static final Pattern FENCE = Pattern.compile("(?m)^```\\w*\\s*$");
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "^(?:(?:sure|certainly|of course|gerne|natürlich)[!,.][^\\n"
              + "]*\\n"
              + "+)?(?:(?:\\*\\*)?(?:here(?:'|’)?s? (?:is|are)?[^\\n"
              + ":]{0,60}|answer|antwort|hier ist[^\\n"
              + ":]{0,60}):(?:\\*\\*)?\\s*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ModelText() {}

  static String plain(String answer) {
    String text = THOUGHTS.matcher(answer).replaceAll("");
    text = FENCE.matcher(text).replaceAll("");
    text =
        text.replaceAll("[\\p{Cf}\\p{Co}&&[^\\u200C\\u200D]]", "")
            .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
            .strip();
    text = ANNOUNCED.matcher(text).replaceFirst("");
    text = text.replace("**", "").replaceAll("\\n{3,}", "\n\n").strip();
    boolean quoted =
        text.length() > 2
            && "\"“„".indexOf(text.charAt(0)) >= 0
            && "\"”“".indexOf(text.charAt(text.length() - 1)) >= 0
            && text.substring(1, text.length() - 1).chars().noneMatch(c -> "\"“”„".indexOf(c) >= 0);
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }
}
