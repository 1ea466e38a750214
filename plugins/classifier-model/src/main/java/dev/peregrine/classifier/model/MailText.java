package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as rules and words look at it: subject and body in one kind of blanks, a sentence a line,
 * and beside each the same text in plain small letters, of the same length, so that what is found
 * there can be shown as the mail writes it.
 *
 * @param subject in one line
 * @param plainSubject the same in plain small letters
 * @param body a sentence a line, without earlier mails
 * @param plainBody the same in plain small letters
 * @param sender name and address
 * @param calendar methods of the calendar files that it carries, such as {@code request}
 */
record MailText(
    String subject,
    String plainSubject,
    String body,
    String plainBody,
    String sender,
    List<String> calendar) {

  private static final int LONGEST_SUBJECT = 300;

  /** What comes later is footers, and hostile mails are of any length. */
  private static final int LONGEST_BODY = 8_000;

  /** Lines of that length were wrapped by a mail program: their end means nothing. */
  private static final int WRAPPED = 55;

  /** A reply without its own words is looked at with what it quotes. */
  private static final int LEAST_OWN = 40;

  private static final Pattern EARLIER =
      Pattern.compile(
          "(?m)^(-{2,} ?(original message|urspr\\S+ nachricht)|(on|am) .{5,100}\\b(wrote|schrieb)\\b.{0,80}:\\s*$|_{20,}\\s*$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:([A-Z]{3,20})\\s*$");

  static MailText of(MailMessage mail) {
    String sender =
        mail.from().map(from -> from.name().orElse("") + " " + from.mail()).orElse("").strip();
    var methods = new ArrayList<String>();
    for (String calendar : mail.calendar()) {
      Matcher method = METHOD.matcher(calendar);
      methods.add(method.find() ? method.group(1).toLowerCase(Locale.ROOT) : "publish");
    }
    return of(mail.subject(), mail.text(), Letters.plain(sender), methods);
  }

  static MailText of(LabelledMail mail) {
    return of(mail.subject(), mail.body(), "", List.of());
  }

  private static MailText of(String subject, String body, String sender, List<String> calendar) {
    String shortSubject =
        Letters.blanks(first(subject, LONGEST_SUBJECT)).replace('\n', ' ').strip();
    String lines = sentences(Letters.blanks(own(first(body, LONGEST_BODY))));
    return new MailText(
        shortSubject, Letters.plain(shortSubject), lines, Letters.plain(lines), sender, calendar);
  }

  private static String first(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** Without what an earlier mail said. */
  private static String own(String body) {
    Matcher earlier = EARLIER.matcher(body);
    String own = earlier.find() ? body.substring(0, earlier.start()) : body;
    own =
        own.lines()
            .filter(line -> !line.startsWith(">"))
            .collect(java.util.stream.Collectors.joining("\n"));
    return own.strip().length() < LEAST_OWN ? body : own;
  }

  /** Joins wrapped lines and breaks after each sentence. */
  private static String sentences(String text) {
    var out = new StringBuilder(text);
    int lineStart = 0;
    for (int at = 0; at < out.length(); at++) {
      char c = out.charAt(at);
      if (c == '\n') {
        if (isWrap(out, lineStart, at)) {
          out.setCharAt(at, ' ');
        }
        lineStart = at + 1;
      } else if (c == ' ' && at > 0 && endsSentence(out, at)) {
        out.setCharAt(at, '\n');
      }
    }
    return out.toString();
  }

  private static boolean isWrap(CharSequence text, int lineStart, int end) {
    if (end == lineStart || end + 1 >= text.length()) {
      return false;
    }
    char last = text.charAt(end - 1);
    char next = text.charAt(end + 1);
    if (".!?:;".indexOf(last) >= 0 || !Character.isLetterOrDigit(next)) {
      return false;
    }
    return end - lineStart >= WRAPPED || Character.isLowerCase(next);
  }

  private static boolean endsSentence(CharSequence text, int blank) {
    char last = text.charAt(blank - 1);
    if (last == '!' || last == '?') {
      return true;
    }
    // "z. B.", "3. März", "Dr. Sand": no end of a sentence
    return last == '.'
        && blank >= 4
        && Character.isLetter(text.charAt(blank - 2))
        && Character.isLetter(text.charAt(blank - 3))
        && blank + 1 < text.length()
        && !Character.isLowerCase(text.charAt(blank + 1));
  }
}
