package dev.peregrine.plugin.classifier.llm;

import dev.peregrine.api.Json;
import dev.peregrine.api.mail.ClassifierContext;
import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a model answered, and believes only what it can check. */
final class Answer {

  /** It quoted the mail. */
  private static final double BACKED = 0.8;

  /** Below what counts as sure: the person looks. */
  private static final double UNBACKED = 0.5;

  private static final int SHORTEST_QUOTE = 8;
  private static final int LONGEST_QUOTE = 160;

  private Answer() {}

  /** Verdicts by the place of the mail among those that were asked about. */
  static Map<Integer, Verdict> verdicts(
      String text, List<MailMessage> mails, ClassifierContext context) {
    Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
    Set<Integer> twice = new HashSet<>();
    for (Json item : items(text, context)) {
      int at = item.at("number").number().map(number -> number.intValue() - 1).orElse(-1);
      Optional<MailLabel> label = item.at("label").text().flatMap(MailLabel::of);
      if (at < 0 || at >= mails.size() || label.isEmpty()) {
        continue;
      }
      String quote = item.at("quote").text().orElse("");
      if (verdicts.put(at, verdict(label.get(), quote, mails.get(at))) != null) {
        twice.add(at);
      }
    }
    twice.forEach(verdicts::remove);
    return verdicts;
  }

  private static List<Json> items(String text, ClassifierContext context) {
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    if (from < 0 || to < from) {
      return List.of();
    }
    return context.json(text.substring(from, to + 1)).at("mails").items();
  }

  private static Verdict verdict(MailLabel label, String quote, MailMessage mail) {
    return found(quote, mail)
        .map(words -> new Verdict(label, BACKED, List.of(words)))
        .orElseGet(() -> new Verdict(label, UNBACKED, List.of()));
  }

  /** The quote as the mail writes it. */
  private static Optional<String> found(String quote, MailMessage mail) {
    String wanted = blanks(quote).replaceAll("^[\"'„“”…. ]+|[\"'„“”…. ]+$", "");
    if (wanted.length() < SHORTEST_QUOTE || wanted.length() > LONGEST_QUOTE) {
      return Optional.empty();
    }
    return in(blanks(mail.subject()), wanted).or(() -> in(blanks(shown(mail.text())), wanted));
  }

  private static String shown(String text) {
    return text.length() <= Question.SHOWN ? text : text.substring(0, Question.SHOWN);
  }

  private static Optional<String> in(String text, String wanted) {
    String small = text.toLowerCase(Locale.ROOT);
    int at = small.indexOf(wanted.toLowerCase(Locale.ROOT));
    return at < 0 || small.length() != text.length()
        ? Optional.empty()
        : Optional.of(text.substring(at, Math.min(at + wanted.length(), text.length())));
  }

  private static String blanks(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
