package dev.peregrine.plugin.board.jobicy;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jobicy writes plain texts with the entities of HTML: {@code Product &amp; Operations}. */
final class Entities {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:[a-zA-Z]{2,6}|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("&amp;", "&"),
          Map.entry("&lt;", "<"),
          Map.entry("&gt;", ">"),
          Map.entry("&quot;", "\""),
          Map.entry("&apos;", "'"),
          Map.entry("&nbsp;", " "),
          Map.entry("&ndash;", "–"),
          Map.entry("&mdash;", "—"),
          Map.entry("&hellip;", "…"),
          Map.entry("&lsquo;", "‘"),
          Map.entry("&rsquo;", "’"),
          Map.entry("&ldquo;", "“"),
          Map.entry("&rdquo;", "”"));

  private Entities() {}

  static String resolved(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group())));
  }

  private static String character(String entity) {
    if (entity.charAt(1) != '#') {
      return NAMED.getOrDefault(entity, entity);
    }
    String number = entity.substring(2, entity.length() - 1);
    boolean hexadecimal = number.charAt(0) == 'x' || number.charAt(0) == 'X';
    int code = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
    return Character.isValidCodePoint(code) ? Character.toString(code) : entity;
  }
}
