package dev.peregrine.classifier.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What can be seen of a mail without understanding a word: times, days, money, links, length. */
record Shape(String name, Pattern pattern) {

  private static final String MONTHS =
      "(jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)";

  /** A length of that many letters is one line. */
  private static final int LINE = 60;

  private static final List<Shape> ALL =
      List.of(
          shape(
              "time",
              "\\b([01]?\\d|2[0-3])([:.][0-5]\\d)? ?(uhr|[ap]\\.?m\\b|h\\b)"
                  + "|\\b([01]?\\d|2[0-3]):[0-5]\\d\\b"),
          shape(
              "date",
              "\\b\\d{1,2}\\. ?(\\d{1,2}\\.|"
                  + MONTHS
                  + ")"
                  + "|\\b\\d{1,2}(st|nd|rd|th)?( of)? "
                  + MONTHS
                  + "|\\b"
                  + MONTHS
                  + "[a-z]* \\d{1,2}\\b"),
          shape(
              "day",
              "\\b(mon|tues?|wednes|thurs?|fri|satur|sun)(day)?\\b"
                  + "|\\b(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|tomorrow|morgen)\\b"),
          shape("money", "[€$£] ?\\d|\\d ?([€$£]|euro?\\b|k\\b)"),
          shape("percent", "\\d ?(%|percent|prozent)"),
          shape("link", "https?://|www\\."),
          shape("question", "\\?"),
          shape("list", "(?m)^ ?[-*•·>] ?\\w"),
          shape("columns", " [|·•–-] [^\\n]{0,80} [|·•–-] "));

  private static Shape shape(String name, String pattern) {
    return new Shape("<" + name + ">", Pattern.compile(pattern));
  }

  /** The names of all that a mail has. */
  static void each(MailText mail, Consumer<String> use) {
    for (Shape shape : ALL) {
      if (shape.pattern.matcher(mail.plainBody()).find()) {
        use.accept(shape.name);
      }
      if (shape.pattern.matcher(mail.plainSubject()).find()) {
        use.accept("s " + shape.name);
      }
    }
    int lines = mail.body().length() / LINE;
    use.accept("<length " + (Integer.SIZE - Integer.numberOfLeadingZeros(lines)) + ">");
    use.accept(ByRules.isAboutWork(mail) ? "<work>" : "<no work>");
  }
}
