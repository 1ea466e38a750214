package dev.peregrine.classifier.model;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail is made of for the model: words, what they are about, and the shape of the mail. */
final class Terms {

  private static final String SUBJECT = "s ";

  /** Before what depends on something: "if you are selected" selects nobody. */
  private static final String CONDITIONAL = "? ";

  /** Whom a mail greets says nothing of what it means. */
  private static final Pattern GREETING =
      Pattern.compile(
          "(?m)^\\W{0,3}(dear|hi|hello|hey|good (morning|afternoon|evening|day)|liebe[rs]?"
              + "|sehr geehrte[rs]?|guten (tag|morgen|abend)|hallo|moin|servus|gruezi|gruss gott)\\b"
              + "[^,!.?\\n]{0,45}([,!\\n]|$)");

  private final MailText mail;
  private final Sentences sentences;
  private final Use use;
  private final int greetingStart;
  private final int greetingEnd;

  /** Takes a term and where in which text it stands; what stands nowhere has no length. */
  interface Use {
    void take(String term, boolean inSubject, int start, int end);
  }

  private Terms(MailText mail, Sentences sentences, Use use) {
    this.mail = mail;
    this.sentences = sentences;
    this.use = use;
    Matcher greeting = GREETING.matcher(mail.plainBody());
    boolean greets = greeting.find();
    greetingStart = greets ? greeting.start() : 0;
    greetingEnd = greets ? greeting.end() : 0;
  }

  /**
   * All of them.
   *
   * @param sentences of the body
   */
  static void each(MailText mail, Sentences sentences, Use use) {
    var terms = new Terms(mail, sentences, use);
    terms.words();
    terms.conceptsOfSubject();
    terms.conceptsOfBody();
    Shape.each(mail, shape -> use.take(shape, false, 0, 0));
  }

  private void words() {
    Words.each(
        mail.plainSubject(),
        (word, start, end) -> {
          use.take(SUBJECT + word, true, start, end);
          use.take(word, true, start, end);
        });
    Words.each(
        mail.plainBody(),
        (word, start, end) -> {
          if (!greets(start)) {
            use.take(mark(sentences.isConditional(start)) + word, false, start, end);
          }
        });
  }

  private boolean greets(int at) {
    return at >= greetingStart && at < greetingEnd;
  }

  private static String mark(boolean conditional) {
    return conditional ? CONDITIONAL : "";
  }

  private void conceptsOfSubject() {
    var seen = new BitSet();
    Words.places(
        mail.plainSubject(),
        (start, end) -> {
          int concept = Concepts.shipped().of(mail.plainSubject(), start, end);
          if (concept >= 0) {
            String name = Concepts.shipped().name(concept);
            use.take(SUBJECT + name, true, start, end);
            use.take(name, true, start, end);
            seen.set(concept);
          }
        });
    pairs(seen, false);
  }

  private void conceptsOfBody() {
    var seen = new BitSet();
    int[] sentence = {0};
    Words.places(
        mail.plainBody(),
        (start, end) -> {
          int at = sentences.index(start);
          if (at != sentence[0]) {
            pairs(seen, sentences.isConditionalSentence(sentence[0]));
            seen.clear();
            sentence[0] = at;
          }
          int concept = greets(start) ? -1 : Concepts.shipped().of(mail.plainBody(), start, end);
          if (concept >= 0) {
            String name = Concepts.shipped().name(concept);
            use.take(mark(sentences.isConditionalSentence(at)) + name, false, start, end);
            seen.set(concept);
          }
        });
    pairs(seen, sentences.isConditionalSentence(sentence[0]));
  }

  /** What a sentence brings together: "job" and "other" and "decided" mean more than each alone. */
  private void pairs(BitSet seen, boolean conditional) {
    String mark = mark(conditional);
    for (int a = seen.nextSetBit(0); a >= 0; a = seen.nextSetBit(a + 1)) {
      String first = mark + Concepts.shipped().name(a);
      for (int b = seen.nextSetBit(a + 1); b >= 0; b = seen.nextSetBit(b + 1)) {
        use.take(first + Concepts.shipped().name(b), false, 0, 0);
      }
    }
  }
}
