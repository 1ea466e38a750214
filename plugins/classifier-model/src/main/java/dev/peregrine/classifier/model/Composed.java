package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mails made of {@link Wordings}: each sentence once nearly alone and once among what stands in
 * such mails, so that a model learns which of them decide. The same ones each time.
 */
final class Composed {

  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  /** They come from everywhere: nobody thanks for an application in them. */
  private static final Set<MailLabel> FROM_ELSEWHERE =
      Set.of(MailLabel.DIGEST, MailLabel.UNRELATED);

  private final Wordings wordings;
  private final Random chance = new Random(1);
  private final List<LabelledMail> mails = new ArrayList<>();

  private Composed(Wordings wordings) {
    this.wordings = wordings;
  }

  /** Of all languages that are shipped. */
  static List<LabelledMail> all() {
    return Wordings.shipped().values().stream().flatMap(each -> of(each).stream()).toList();
  }

  static List<LabelledMail> of(Wordings wordings) {
    var composed = new Composed(wordings);
    for (MailLabel label : MailLabel.values()) {
      for (String sentence : wordings.sentences(label)) {
        composed.bare(label, sentence);
        composed.among(label, sentence);
      }
    }
    return composed.mails;
  }

  private void bare(MailLabel label, String sentence) {
    var body = new ArrayList<String>();
    maybe(0.5, body, wordings.ofAll("greeting"));
    body.add(sentence);
    maybe(0.4, body, wordings.ofAll("closing"));
    mail(label, wordings.subjects(label), body);
  }

  private void among(MailLabel label, String sentence) {
    boolean elsewhere = FROM_ELSEWHERE.contains(label);
    var body = new ArrayList<String>();
    maybe(0.8, body, wordings.ofAll("greeting"));
    maybe(elsewhere ? 0 : 0.6, body, wordings.ofAll("context"));
    maybe(0.3, body, wordings.beside(label));
    body.add(sentence);
    maybe(0.7, body, wordings.beside(label));
    maybe(0.4, body, wordings.beside(label));
    maybe(0.8, body, wordings.ofAll("closing"));
    maybe(elsewhere ? 0.1 : 0.5, body, wordings.ofAll("footer"));
    maybe(elsewhere ? 0 : 0.2, body, wordings.ofAll("footer"));
    List<String> vague = wordings.subjects(MailLabel.NEUTRAL);
    mail(label, !elsewhere && chance.nextDouble() < 0.25 ? vague : wordings.subjects(label), body);
  }

  private void maybe(double often, List<String> body, List<String> lines) {
    if (!lines.isEmpty() && chance.nextDouble() < often) {
      body.add(any(lines));
    }
  }

  private void mail(MailLabel label, List<String> subjects, List<String> body) {
    String subject = subjects.isEmpty() ? "" : filled(any(subjects));
    mails.add(new LabelledMail(label, subject, filled(String.join("\n", body))));
  }

  private String filled(String text) {
    Matcher slot = SLOT.matcher(text);
    return slot.replaceAll(
        found -> {
          List<String> fills = wordings.slot(found.group(1));
          if (fills.isEmpty()) {
            throw new IllegalArgumentException(
                "Wordings: slot \"%1$s\" is filled with nothing, expected a line \"slot %1$s: a | b\"."
                    .formatted(found.group(1)));
          }
          return Matcher.quoteReplacement(any(fills));
        });
  }

  private String any(List<String> lines) {
    return lines.get(chance.nextInt(lines.size()));
  }
}
