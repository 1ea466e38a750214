package dev.peregrine.host.authors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What the tests of a Maven project came to.
 *
 * @param tests how many ran
 * @param failed those that did not succeed, by name, each with what was wrong
 */
public record SurefireReports(int tests, List<Failed> failed) {

  private static final int LONGEST = 400;

  public SurefireReports {
    failed = List.copyOf(failed);
  }

  /** A test that did not succeed. */
  public record Failed(String test, String why) {}

  /** Reads those of the last run. */
  public static SurefireReports of(Path project) throws IOException {
    int tests = 0;
    var failed = new ArrayList<Failed>();
    for (Path file : files(project)) {
      Document report = Jsoup.parse(Files.readString(file), "", Parser.xmlParser());
      for (Element test : report.select("testcase")) {
        tests++;
        Element problem = test.selectFirst("failure, error");
        if (problem != null) {
          failed.add(new Failed(name(test), why(problem)));
        }
      }
    }
    return new SurefireReports(tests, failed);
  }

  /** Removes those of an earlier run, so that nothing old is taken for new. */
  static void forget(Path project) throws IOException {
    for (Path file : files(project)) {
      Files.delete(file);
    }
  }

  private static List<Path> files(Path project) throws IOException {
    Path folder = project.resolve("target").resolve("surefire-reports");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("TEST-"))
          .sorted()
          .toList();
    }
  }

  private static String name(Element test) {
    return test.attr("classname").replaceAll("^.*\\.", "") + "." + test.attr("name");
  }

  /** The message without the trace below it. */
  private static String why(Element problem) {
    String message =
        problem.attr("message").isBlank() ? problem.wholeText() : problem.attr("message");
    String text = message.replaceAll("(?s)\\n\\s*at .*", "").replaceAll("\\s+", " ").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
