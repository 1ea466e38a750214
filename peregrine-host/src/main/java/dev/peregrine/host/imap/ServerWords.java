package dev.peregrine.host.imap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What servers mean by the words with which they refuse. The codes of RFC 5530 are rarely sent with
 * care, so that the words of the large providers count first.
 */
final class ServerWords {

  private static final int LONGEST = 200;

  private record Meaning(Pattern words, ProbeFinding finding) {}

  private static Meaning meaning(String words, ProbeFinding finding) {
    return new Meaning(Pattern.compile(words), finding);
  }

  /** The first that fits counts. */
  private static final List<Meaning> MEANINGS =
      List.of(
          meaning(
              "application-specific password|app(?:lication)?[ -]?(?:specific )?passwor[dt]|"
                  + "answer/185833|anwendungsspezifisch",
              ProbeFinding.APP_PASSWORD),
          meaning(
              "not enabled for imap|(?:imap|pop3)[^.]{0,40}(?:not (?:enabled|activated|allowed)|"
                  + "is disabled|disabled for|deaktiviert|nicht (?:aktiviert|freigeschaltet))|"
                  + "authenticated but not connected|imap access (?:is )?(?:disabled|denied)",
              ProbeFinding.IMAP_OFF),
          meaning(
              "basicauth(?:entication)?(?:blocked|disabled)|basic auth\\w* is (?:disabled|blocked)|"
                  + "no login methods supported|oauth2? (?:is )?required|must use oauth",
              ProbeFinding.NO_PASSWORDS),
          meaning(
              "too many|rate limit|limit exceeded|maximum number of connections|\\[limit]|"
                  + "\\[inuse]|bandwidth limits|\\[overquota]|throttl|zu viele",
              ProbeFinding.TOO_MANY),
          meaning(
              "web browser|answer/78754|locked|blocked|suspend|gesperrt|suspicious|verdächtig|"
                  + "unusual activity|\\[contactadmin]|\\[expired]",
              ProbeFinding.LOCKED),
          meaning(
              "\\[privacyrequired]|plaintext auth\\w* disallowed|logindisabled|login disabled|"
                  + "must issue a starttls|cleartext",
              ProbeFinding.PLAIN_REFUSED),
          meaning(
              "\\[unavailable]|temporar|try again later|internal error|\\[serverbug]|später erneut",
              ProbeFinding.UNAVAILABLE));

  private ServerWords() {}

  /** What they mean; empty where they say no more than that it was refused. */
  static Optional<ProbeFinding> meaning(String said) {
    String plain = said.toLowerCase(Locale.ROOT);
    return MEANINGS.stream()
        .filter(each -> each.words().matcher(plain).find())
        .map(Meaning::finding)
        .findFirst();
  }

  /** The words as they may be shown: one short line, without the password. */
  static String shown(String said, String secret) {
    String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    // Some servers repeat the line that they refuse.
    String clean = secret.length() > 3 ? line.replace(secret, "…") : line;
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
  }
}
