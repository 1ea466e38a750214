package dev.peregrine.host.mails;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail's own text, and what is quoted in it or signed below it. A mail that is only forwarded is
 * its own text.
 *
 * @param text what its sender wrote; everything where nothing else would be left
 * @param quoted the rest
 */
record Folded(String text, String quoted) {

  private static final String WROTE =
      "(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|napisał(?:\\(a\\))?)";

  private static final List<Pattern> QUOTATIONS =
      List.of(
          line(
              "(?:On|Am|Le|El|Op|Il|W|Den)\\b[^\\n]{4,200}(?:\\n[^\\n]{0,120})?"
                  + WROTE
                  + "[^\\n]{0,120}:"),
          line("[^\\n]{2,120}" + WROTE + "\\s*:"),
          line(
              "-{2,}\\s*(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Originalnachricht)\\s*-{2,}"),
          line("_{20,}\\n+(?:From|Von|De|Da|Van)\\s*:[^\\n]+"),
          line(
              "(?:From|Von|De|Van)\\s*:[^\\n]+\\n(?:Sent|Gesendet|Envoyé|Verzonden|Date|Datum)\\s*:[^\\n]+"),
          Pattern.compile("(?m)(?:^>[^\\n]*\\n?){2,}\\s*\\z"));

  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?m)^(?:-- ?|(?:Sent|Get|Gesendet|Von meinem)[^\\n]{0,30}"
              + "(?:iPhone|iPad|Android|Outlook|Samsung|Galaxy|mobile|Mobiltelefon)[^\\n]{0,40})$");

  private static Pattern line(String beginning) {
    return Pattern.compile(
        "^[ \\t>*]*" + beginning + "[ \\t*]*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
  }

  static Folded of(String whole) {
    String text = whole.strip();
    int end = text.length();
    for (Pattern quotation : QUOTATIONS) {
      Matcher matcher = quotation.matcher(text).region(0, end);
      if (matcher.find()) {
        end = matcher.start();
      }
    }
    Matcher signature = SIGNATURE.matcher(text).region(0, end);
    if (signature.find()) {
      end = signature.start();
    }
    String own = text.substring(0, end).strip();
    return own.isEmpty() ? new Folded(text, "") : new Folded(own, text.substring(end).strip());
  }
}
