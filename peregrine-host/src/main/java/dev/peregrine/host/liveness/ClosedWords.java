package dev.peregrine.host.liveness;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences by which pages say that a posting is closed. */
final class ClosedWords {

  private static final Pattern CLOSED =
      Pattern.compile(
          "(?:this |the )?(?:job|position|role|vacancy|posting|job posting|job listing|listing)"
              + "(?: you (?:are looking for|requested))?"
              + "(?: is| has| was)(?: now| been| already)*"
              + " (?:no longer (?:available|accepting applications|active|open|exists?)|closed|filled|expired)"
              + "|no longer accepting applications"
              + "|applications? (?:for this (?:job|position|role) )?(?:is|are|has|have)(?: now| been)* closed"
              + "|(?:diese |die )?(?:stelle|stellenanzeige|anzeige|position|stellenausschreibung) ist"
              + "(?: leider| bereits)* (?:nicht mehr (?:verfügbar|aktiv|online)|besetzt|abgelaufen)"
              + "|(?:cette |l['’])(?:offre|annonce)(?: d['’]emploi)? (?:n['’]est plus (?:disponible|en ligne)|a expiré)"
              + "|esta (?:oferta|vacante)(?: de empleo)? (?:ya no está disponible|ha caducado)"
              + "|deze vacature is (?:niet meer beschikbaar|gesloten|verlopen)"
              + "|(?:den här )?(?:tjänsten|annonsen) är (?:inte längre tillgänglig|tillsatt)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ClosedWords() {}

  /** Before which such words tell of what may come. */
  private static final Pattern SOME_DAY =
      Pattern.compile(
          "\\b(?:when|until|till|once|if|after|before|unless|as soon as)\\s+(?:this |the )?$",
          Pattern.CASE_INSENSITIVE);

  /** The words themselves, where the text has them. */
  static Optional<String> in(String text) {
    Matcher found = CLOSED.matcher(text);
    while (found.find()) {
      String before = text.substring(Math.max(0, found.start() - 20), found.start());
      if (!SOME_DAY.matcher(before).find()) {
        return Optional.of(found.group().replaceAll("\\s+", " "));
      }
    }
    return Optional.empty();
  }
}
