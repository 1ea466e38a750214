package dev.peregrine.host.practice;

import dev.peregrine.host.rounds.RoundKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of questions; {@code practice/general.txt} says how it is written.
 *
 * @param titles finds the titles of jobs that it is for; empty for any
 */
record QuestionFile(List<Pattern> titles, List<BankQuestion> questions) {

  private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

  static QuestionFile read(String name) {
    try (InputStream file = QuestionFile.class.getResourceAsStream("/practice/" + name + ".txt")) {
      if (file == null) {
        throw new IllegalStateException("The program lacks its file practice/" + name + ".txt");
      }
      return parsed(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static QuestionFile parsed(String name, String text) {
    var titles = new ArrayList<Pattern>();
    var questions = new ArrayList<BankQuestion>();
    List<String> lines =
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (line.startsWith("titles:")) {
        titles.add(
            Pattern.compile(
                "(?<![\\p{L}])(?:" + line.substring(7).strip() + ")(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
      } else {
        questions.add(
            question(
                name, line, said(lines, at + 1, "en:", name), said(lines, at + 2, "de:", name)));
        at += 2;
      }
    }
    return new QuestionFile(List.copyOf(titles), List.copyOf(questions));
  }

  private static String said(List<String> lines, int at, String mark, String name) {
    if (at >= lines.size() || !lines.get(at).startsWith(mark)) {
      throw new IllegalStateException(
          "practice/%s.txt: after \"%s\" expected a line that begins with \"%s\"."
              .formatted(name, lines.get(Math.min(at, lines.size()) - 1), mark));
    }
    return lines.get(at).substring(mark.length()).strip();
  }

  private static BankQuestion question(String name, String head, String english, String german) {
    String[] parts = BAR.split(head);
    if (parts.length < 3) {
      throw new IllegalStateException(
          "practice/%s.txt: \"%s\", expected id | theme | kinds of round.".formatted(name, head));
    }
    return new BankQuestion(
        parts[0],
        parts[1],
        kinds(name, parts[2]),
        name.equals("general") || name.equals("ask-them") ? "" : name,
        parts.length > 3 ? List.of(parts[3].split("\\s*,\\s*")) : List.of(),
        english,
        german);
  }

  private static Set<RoundKind> kinds(String name, String words) {
    return Stream.of(words.split("\\s+"))
        .map(
            word ->
                RoundKind.of(word)
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "practice/%s.txt: kind of round \"%s\", expected one of RoundKind."
                                    .formatted(name, word))))
        .collect(Collectors.toSet());
  }
}
