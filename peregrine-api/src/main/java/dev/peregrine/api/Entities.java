package dev.peregrine.api;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entities of HTML that stand in plain texts.
 *
 * <p><b>Source:</b> <a href="https://html.spec.whatwg.org/multipage/named-characters.html">HTML
 * Living Standard, 13.5</a>, those of Latin 1 and those of typography.
 */
final class Entities {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|([A-Za-z][A-Za-z0-9]{1,8}));");
  private static final Pattern TAG = Pattern.compile("<[/!]?\\p{Alpha}[^<>]{0,200}>");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

  /** From U+00A0 on. */
  private static final String LATIN =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
      icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
      yacute thorn yuml""";

  private static final Map<String, String> NAMED = named();

  private Entities() {}

  /** A text with its entities resolved, once. */
  static String resolved(String text) {
    return text.indexOf('&') < 0
        ? text
        : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
  }

  /** One line without entities, tags and runs of blanks. */
  static String plain(String text) {
    String bare = TAG.matcher(resolved(text)).replaceAll(" ");
    return BLANKS.matcher(bare).replaceAll(" ").strip();
  }

  private static String character(MatchResult entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3), entity.group());
    }
    int code =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    return Character.isValidCodePoint(code) && !Character.isISOControl(code) || code == '\n'
        ? Character.toString(code)
        : " ";
  }

  private static Map<String, String> named() {
    var named = new HashMap<String, String>();
    int code = 0xA0;
    for (String name : LATIN.split("\\s+")) {
      named.put(name, Character.toString(code++));
    }
    named.putAll(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "euro", "€"));
    named.putAll(
        Map.of(
            "ndash", "–", "mdash", "—", "lsquo", "‘", "rsquo", "’", "sbquo", "‚", "ldquo", "“",
            "rdquo", "”", "bdquo", "„", "hellip", "…", "bull", "•"));
    named.putAll(Map.of("trade", "™", "ensp", " ", "emsp", " ", "thinsp", " ", "zwj", ""));
    return Map.copyOf(named);
  }
}
