package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Mails that were written to learn from. A file holds any number of them: a line {@code == label},
 * the subject in the next line, then the body up to the next such line. {@code files.txt} beside
 * them names the files, since a jar cannot be asked what it holds.
 */
public final class Corpus {

  private static final String MARK = "\n== ";

  private Corpus() {}

  /** All mails to learn from, in the order of the files. */
  public static List<LabelledMail> training() {
    var all = new ArrayList<LabelledMail>();
    for (String file : resource("corpus/files.txt").strip().lines().toList()) {
      all.addAll(read(file, resource("corpus/" + file)));
    }
    return List.copyOf(all);
  }

  /**
   * The mails of a file.
   *
   * @param file its name, for the message
   * @throws IllegalArgumentException with a sentence where it is written otherwise
   */
  public static List<LabelledMail> read(String file, String text) {
    var mails = new ArrayList<LabelledMail>();
    String[] parts = ("\n" + text.replace("\r\n", "\n")).split(MARK, -1);
    if (!parts[0].isBlank()) {
      throw new IllegalArgumentException(
          "Labelled mails \"%s\": the text \"%s\" comes before the first mail, expected a line \"== label\"."
              .formatted(file, parts[0].strip().lines().findFirst().orElse("")));
    }
    for (int i = 1; i < parts.length; i++) {
      String[] lines = parts[i].split("\n", 3);
      MailLabel label =
          MailLabel.of(lines[0])
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Labelled mails \"%s\": label \"%s\", expected a key such as offer_received."
                              .formatted(file, lines[0].strip())));
      String subject = lines.length > 1 ? lines[1].strip() : "";
      mails.add(new LabelledMail(label, subject, lines.length > 2 ? lines[2].strip() : ""));
    }
    return mails;
  }

  static String resource(String name) {
    try (InputStream in = Corpus.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("\"%s\" is missing beside the classes.".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
