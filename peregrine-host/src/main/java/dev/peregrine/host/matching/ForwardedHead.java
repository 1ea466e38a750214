package dev.peregrine.host.matching;

import dev.peregrine.api.mail.MailMessage.Address;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote a mail that somebody else forwarded, as its lines say.
 *
 * @param from who wrote it
 * @param subject that it had; empty where no line says so
 */
record ForwardedHead(Address from, Optional<String> subject) {

  private static final Pattern FORWARDS =
      Pattern.compile(
          "^\\s*(?:fwd?|wg|tr|rv|doorst|i)\\s*:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern FROM =
      Pattern.compile("(?im)^[>\\s*]{0,10}(?:from|von|de|da|van)\\s*:\\**[ \\t]*([^\\n]{3,300})$");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?im)^[>\\s*]{0,10}(?:subject|betreff|objet|asunto|oggetto|onderwerp)\\s*:\\**[ \\t]*([^\\n]{1,300})$");
  private static final Pattern MAIL =
      Pattern.compile("([\\w.+'=-]{1,100}@[\\p{L}\\p{N}.-]{1,200}\\.[\\p{L}\\p{N}-]{2,30})");
  private static final int BEGINNING = 4_000;

  /** Whether a subject says that the mail was forwarded. */
  static boolean isSaidBy(String subject) {
    return FORWARDS.matcher(subject).matches();
  }

  /** The first head in a text. */
  static Optional<ForwardedHead> in(String text) {
    String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
    Matcher from = FROM.matcher(beginning);
    while (from.find()) {
      Matcher mail = MAIL.matcher(from.group(1));
      if (mail.find()) {
        String name =
            from.group(1).substring(0, mail.start()).replaceAll("[\"<\\[(*]|mailto:", "").strip();
        Matcher subject = SUBJECT.matcher(beginning);
        return Optional.of(
            new ForwardedHead(
                new Address(mail.group(1), Optional.of(name)),
                subject.find() ? Optional.of(subject.group(1).strip()) : Optional.empty()));
      }
    }
    return Optional.empty();
  }
}
