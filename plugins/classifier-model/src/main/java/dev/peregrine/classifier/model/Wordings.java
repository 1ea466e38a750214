package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of which one is enough to say what a mail means, and what stands around them. A file
 * {@code LANGUAGE-n.txt} holds sections: below {@code == label} each line is such a sentence, but
 * {@code s:} is a subject and {@code c:} stands beside it and decides nothing; below {@code == all}
 * are {@code greeting:}, {@code context:}, {@code closing:} and {@code footer:}, and {@code slot
 * NAME:} says with what {@code {NAME}} is filled. All files of a language are one.
 */
final class Wordings {

  static final String ALL = "all";

  /** "4x Your {visit} is on {date}": four times, with other fillings each time. */
  private static final Pattern OFTEN = Pattern.compile("(\\d)x (.+)");

  private final Map<String, List<String>> lines = new HashMap<>();

  /** What is shipped, by language. */
  static Map<String, Wordings> shipped() {
    Map<String, Wordings> all = new TreeMap<>();
    for (String file : Corpus.resource("corpus/wordings/files.txt").strip().lines().toList()) {
      String language = file.substring(0, file.indexOf('-'));
      all.computeIfAbsent(language, _ -> new Wordings())
          .read(file, Corpus.resource("corpus/wordings/" + file));
    }
    return all;
  }

  /**
   * Adds a file.
   *
   * @throws IllegalArgumentException with a sentence where it is written otherwise
   */
  Wordings read(String file, String text) {
    String section = "";
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      if (line.startsWith("== ")) {
        section = section(file, line.substring(3).strip());
      } else if (section.isEmpty()) {
        throw new IllegalArgumentException(
            "Wordings \"%s\": the line \"%s\" comes before the first section, expected \"== label\"."
                .formatted(file, line));
      } else {
        add(section, line);
      }
    }
    return this;
  }

  private static String section(String file, String name) {
    if (!name.equals(ALL) && MailLabel.of(name).isEmpty()) {
      throw new IllegalArgumentException(
          "Wordings \"%s\": section \"%s\", expected \"all\" or a label such as offer_received."
              .formatted(file, name));
    }
    return name;
  }

  private void add(String section, String line) {
    int colon = line.indexOf(": ");
    String kind = colon < 0 ? "" : line.substring(0, colon);
    if (kind.startsWith("slot ")) {
      lines(ALL, kind).addAll(List.of(line.substring(colon + 2).split(" \\| ")));
    } else if (section.equals(ALL) || kind.equals("s") || kind.equals("c")) {
      lines(section, kind).add(line.substring(colon + 2));
    } else {
      Matcher often = OFTEN.matcher(line);
      boolean repeated = often.matches();
      lines(section, "")
          .addAll(
              Collections.nCopies(
                  repeated ? Integer.parseInt(often.group(1)) : 1,
                  repeated ? often.group(2) : line));
    }
  }

  private List<String> lines(String section, String kind) {
    return lines.computeIfAbsent(section + "/" + kind, _ -> new ArrayList<>());
  }

  /** What decides. */
  List<String> sentences(MailLabel label) {
    return of(label.key(), "");
  }

  List<String> subjects(MailLabel label) {
    return of(label.key(), "s");
  }

  /** What often stands in mails of that label and decides nothing. */
  List<String> beside(MailLabel label) {
    return of(label.key(), "c");
  }

  /** Lines of any mail: {@code greeting}, {@code context}, {@code closing} or {@code footer}. */
  List<String> ofAll(String kind) {
    return of(ALL, kind);
  }

  /** With what a slot is filled; empty where no file knows it. */
  List<String> slot(String name) {
    return of(ALL, "slot " + name);
  }

  private List<String> of(String section, String kind) {
    return lines.getOrDefault(section + "/" + kind, List.of());
  }
}
