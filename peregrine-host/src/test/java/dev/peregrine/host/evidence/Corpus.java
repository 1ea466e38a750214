package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A made-up person with a résumé, a posting, a true letter, more true sentences, and false ones,
 * each with one invention. A line that begins with a star is one of a résumé.
 */
record Corpus(
    String name,
    ResumeDocument resume,
    Vacancy vacancy,
    String letter,
    List<String> trueLines,
    List<Invention> inventions) {

  /** A sentence with something that the résumé does not say. */
  record Invention(String kind, String sentence) {}

  /** When the letters were written. */
  static final YearMonth TODAY = YearMonth.of(2026, 11);

  static Stream<Corpus> all() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream()
          .map(Corpus::read);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(Corpus.class.getResource("/evidence/people")).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Corpus read(Path file) {
    Map<String, String> parts = parts(file);
    String[] posting = parts.get("posting").strip().split("\n", 3);
    return new Corpus(
        file.getFileName().toString(),
        ResumeJson.read(parts.get("resume")).orElseThrow(),
        new Vacancy(posting[0], posting[1], posting[2]),
        parts.get("letter"),
        lines(parts.get("true")),
        lines(parts.get("false")).stream()
            .map(line -> line.split("\\|", 2))
            .map(line -> new Invention(line[0].strip(), line[1].strip()))
            .toList());
  }

  private static Map<String, String> parts(Path file) {
    try {
      var parts = new HashMap<String, String>();
      for (String part : Files.readString(file).split("(?m)^== ")) {
        int end = part.indexOf('\n');
        if (end > 0) {
          parts.put(part.substring(0, end).strip(), part.substring(end + 1));
        }
      }
      return parts;
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static List<String> lines(String part) {
    return part.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  Facts facts() {
    return Facts.of(resume, TODAY);
  }

  CheckedText check(String line, Facts facts) {
    boolean bullet = line.startsWith("* ");
    return EvidenceCheck.check(
        bullet ? line.substring(2) : line, facts, vacancy, bullet ? Form.BULLET : Form.LETTER);
  }
}
