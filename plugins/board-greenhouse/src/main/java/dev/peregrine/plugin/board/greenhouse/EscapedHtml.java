package dev.peregrine.plugin.board.greenhouse;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML that was escaped once more to stand in JSON. */
record EscapedHtml(String text) {

  private static final Pattern ENTITY =
      Pattern.compile("&(lt|gt|quot|amp|apos|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");
  private static final Pattern TAG = Pattern.compile("<[/a-zA-Z!]");
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "quot", "\"", "amp", "&", "apos", "'");

  /** The HTML, with one layer of entities taken away; as it is where it was not escaped. */
  String decoded() {
    return TAG.matcher(text).find() ? text : ENTITY.matcher(text).replaceAll(EscapedHtml::letter);
  }

  private static String letter(MatchResult entity) {
    String name = entity.group(1);
    if (!name.startsWith("#")) {
      return Matcher.quoteReplacement(NAMED.getOrDefault(name, entity.group()));
    }
    boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int code =
        hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    return Matcher.quoteReplacement(
        Character.isValidCodePoint(code) ? Character.toString(code) : "\ufffd");
  }
}
