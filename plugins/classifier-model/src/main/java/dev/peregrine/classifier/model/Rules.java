package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code rules.txt}. What stands in a conditional sentence ("if you are not selected")
 * decides nothing, except for labels that such sentences do not speak of.
 */
final class Rules {

  private static final Set<MailLabel> ALSO_IF =
      Set.of(
          MailLabel.DIGEST, MailLabel.UNRELATED, MailLabel.NEUTRAL, MailLabel.APPLICATION_RECEIVED);

  /** Of a body that long, the end is a footer. */
  private static final int LONG = 1_200;

  private static final double FOOTER = 0.7;

  private static final int LONGEST_WORDS = 120;

  private static final Map<String, MailLabel> CALENDAR =
      Map.of(
          "request", MailLabel.INTERVIEW_SCHEDULED,
          "cancel", MailLabel.EVENT_RESCHEDULED,
          "counter", MailLabel.EVENT_RESCHEDULED);

  private static final double CALENDAR_WEIGHT = 3;

  private final List<Rule> rules;
  private final Pattern conditional;

  private Rules(List<Rule> rules, Pattern conditional) {
    this.rules = rules;
    this.conditional = conditional;
  }

  /** Lines of rules; one that begins with {@code if:} holds what makes a sentence conditional. */
  static Rules of(String text) {
    var rules = new ArrayList<Rule>();
    var conditions = new ArrayList<String>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("if: ")) {
        conditions.add(Rule.plain(line.substring(4)));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        rules.add(Rule.of(rules.size(), line));
      }
    }
    return new Rules(List.copyOf(rules), Pattern.compile(String.join("|", conditions)));
  }

  /** Those that are shipped. */
  static Rules shipped() {
    return Shipped.RULES;
  }

  private static final class Shipped {
    static final Rules RULES = of(Corpus.resource("rules.txt"));
  }

  List<Rule> all() {
    return rules;
  }

  Findings over(MailText mail) {
    var hits = new ArrayList<Findings.Hit>();
    var sentences = new Sentences(mail.plainBody(), conditional);
    Map<String, List<Integer>> words = Beginnings.of(mail.plainBody());
    int footer =
        mail.body().length() < LONG ? Integer.MAX_VALUE : (int) (mail.body().length() * FOOTER);
    for (Rule rule : rules) {
      Findings.@Nullable Hit hit = null;
      if (rule.isFor(Rule.Where.SUBJECT)) {
        hit = find(rule, mail.plainSubject(), mail.subject());
      }
      if (hit == null && rule.isFor(Rule.Where.SENDER)) {
        hit = find(rule, mail.sender(), mail.sender());
      }
      if (hit == null && rule.isFor(Rule.Where.BODY)) {
        hit = inBody(rule, mail, sentences, words, footer);
      }
      if (hit != null) {
        hits.add(hit);
      }
    }
    for (String method : mail.calendar()) {
      MailLabel label = CALENDAR.get(method);
      if (label != null) {
        hits.add(new Findings.Hit(rules.size(), label, CALENDAR_WEIGHT, "METHOD:" + method));
      }
    }
    return new Findings(hits, sentences);
  }

  private static Findings.@Nullable Hit inBody(
      Rule rule, MailText mail, Sentences sentences, Map<String, List<Integer>> words, int footer) {
    Matcher found = rule.pattern().matcher(mail.plainBody());
    if (rule.beginnings().isEmpty()) {
      while (found.find()) {
        if (decides(rule, sentences, found.start())) {
          return hit(rule, weight(rule, found, footer), mail.body(), found);
        }
      }
      return null;
    }
    found.useTransparentBounds(true);
    for (int place : rule.places(words)) {
      found.region(place, mail.plainBody().length());
      if (found.lookingAt() && decides(rule, sentences, place)) {
        return hit(rule, weight(rule, found, footer), mail.body(), found);
      }
    }
    return null;
  }

  private static boolean decides(Rule rule, Sentences sentences, int at) {
    return ALSO_IF.contains(rule.label()) || !sentences.isConditional(at);
  }

  private static double weight(Rule rule, Matcher found, int footer) {
    return found.start() < footer ? rule.weight() : rule.weight() / 2;
  }

  private static Findings.@Nullable Hit find(Rule rule, String plain, String shown) {
    Matcher found = rule.pattern().matcher(plain);
    return found.find() ? hit(rule, rule.weight(), shown, found) : null;
  }

  private static Findings.Hit hit(Rule rule, double weight, String shown, Matcher found) {
    String words = shown.substring(found.start(), found.end()).strip();
    return new Findings.Hit(
        rule.number(),
        rule.label(),
        weight,
        words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…");
  }
}
