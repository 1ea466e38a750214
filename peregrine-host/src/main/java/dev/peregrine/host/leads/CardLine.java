package dev.peregrine.host.leads;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a line beside a position's title says: an employer, a place, or nothing of use. */
final class CardLine {

  private static final int LONGEST_NAME = 80;

  private static final Pattern RULE = Pattern.compile("[-=_*~•—–]{6,}");

  /** Words of buttons and of what stands around postings. */
  private static final Pattern NOISE =
      Pattern.compile(
          "(?i)(?:(?:view|see|show|apply|open|read|learn|save|unsubscribe|manage|edit|update|share|"
              + "download|easily apply|easy apply|easyapply|quick apply|1-click apply|click here|"
              + "actively (?:recruiting|hiring)|active employer|be (?:an early|among)|early applicant|"
              + "promoted|sponsored|gesponsert|new\\b|neu\\b|top job|hot job|featured|urgently|"
              + "responds|fast response|this message|this email|you(?:'re| are)? (?:receiv|getting)|"
              + "jetzt|zur? (?:stelle|job|anzeige)|mehr|alle |weitere|ansehen|anzeigen|bewerben|"
              + "job (?:ansehen|anzeigen|merken)|schnellbewerbung|einfach bewerben|direkt bewerben|"
              + "aktiver arbeitgeber|online seit|gerade|heute|gestern|today|yesterday|just posted|"
              + "posted|ver(?:ö|oe)ffentlicht|abmelden|vor \\d|hiring multiple|full[- ]?time|part[- ]?time|"
              + "vollzeit|teilzeit|festanstellung|contract$|permanent|unbefristet|via |"
              + "查看|轻松申请|取消).*"
              + "|.*(?:\\d+\\+? (?:days?|hours?|minutes?|weeks?|tagen?|stunden?|wochen?) (?:ago)?"
              + "|school alumni|connections?|company alumni|bewerber|applicants?|candidates|"
              + "unsubscribe|abmelden|©|\\(c\\) \\d{4}|https?:).*"
              + "|\\d+ ?(?:d|h|w|t|std)\\.?\\+?"
              + "|[\\d.,]+ ?(?:★|⭐|stars?|sterne)?"
              + "|[^\\p{L}]*)");

  private static final Pattern PAY =
      Pattern.compile(
          "(?i).*(?:[$€£¥₹]\\s?\\d|\\d\\s?(?:€|eur\\b|usd\\b|gbp\\b|chf\\b|k\\b|元)|"
              + "\\d[\\d.,]*\\s?(?:per|pro|/|an|a)\\s?(?:year|hour|month|jahr|stunde|monat)).*");

  private static final Pattern BETWEEN = Pattern.compile("\\s+[·•|–—-]\\s+");

  private static final Pattern RATING_BEHIND =
      Pattern.compile("\\s+\\(?\\d[.,]\\d\\)?\\s*(?:★|⭐|stars?)?$");

  private static final Pattern SENTENCE =
      Pattern.compile(
          ".*(?:[!?…;]|(?<!(?i:ltd|inc|corp|co|llc|plc|e\\.v|s\\.a|b\\.v|n\\.v|st))\\.|\\.{3})$");

  private CardLine() {}

  static boolean isRule(String line) {
    return RULE.matcher(line).matches();
  }

  static boolean isNoise(String line) {
    return line.isBlank()
        || isRule(line)
        || NOISE.matcher(line).matches()
        || PAY.matcher(line).matches();
  }

  /** The title in a line, without what says that it is new or can be seen. */
  static String title(String line) {
    return line.replaceFirst("^(?:[-*•·▪>#]|\\d{1,3}[.)])\\s+", "")
        .replaceFirst("(?i)^(?:new|neu)\\s*[:!]\\s*", "")
        .replaceFirst("\\s*[:,;–—|·-]\\s*$", "")
        .strip();
  }

  /** A name of an employer or a place. */
  static Optional<String> name(String line) {
    String plain =
        RATING_BEHIND
            .matcher(line.strip())
            .replaceFirst("")
            .replaceFirst("^[-*•·]\\s+", "")
            .strip();
    boolean name =
        plain.length() <= LONGEST_NAME
            && plain.length() > 1
            && !isNoise(plain)
            && plain.split("\\s+").length <= 9
            && !(SENTENCE.matcher(plain).matches() && plain.split("\\s+").length > 3);
    return name ? Optional.of(plain) : Optional.empty();
  }

  /** The parts of {@code Acme · Berlin}. */
  static String[] parts(String line) {
    Matcher between = BETWEEN.matcher(line);
    return between.find()
        ? new String[] {
          line.substring(0, between.start()), BETWEEN.split(line.substring(between.end()))[0]
        }
        : new String[] {line};
  }
}
