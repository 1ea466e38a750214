package dev.peregrine.host.importers;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * One list before it is brought: what its columns mean, and what would come.
 *
 * @param about what was recognised
 * @param note what the person has to know first, such as that something was changed; may be empty
 * @param encodings how its letters may be written; empty where there is nothing to choose
 * @param orders what dates of figures may mean; empty where there is nothing to choose
 * @param words words of the stage
 * @param otherwise where jobs stand of which nothing says so
 * @param seen how many jobs would come or go further, so that nothing else is brought
 */
record ListPage(
    Shell shell,
    String id,
    String name,
    String about,
    String note,
    List<Choice> encodings,
    List<Choice> separators,
    List<Column> columns,
    List<Choice> orders,
    String openDate,
    boolean asksForOrder,
    List<Word> words,
    List<Choice> otherwise,
    int seen,
    Outcome outcome) {

  /** One of several. */
  record Choice(String value, String label, boolean chosen) {}

  /** A column with some of its values. */
  record Column(int number, String name, String samples, List<Choice> fields) {}

  /** A word of the stage; {@code open} where nobody knows it. */
  record Word(int number, String word, String rows, boolean open, List<Choice> means) {}

  /**
   * What would come.
   *
   * @param problem why it cannot be brought; empty for nothing
   * @param lines numbers, each a sentence
   * @param sample the first jobs
   * @param button empty where there is nothing to bring
   */
  record Outcome(
      String problem,
      String sentence,
      List<String> lines,
      List<String> left,
      List<String> odd,
      List<Sample> sample,
      String button) {}

  /** A job as it would stand here. */
  record Sample(String title, String about) {}

  String token() {
    return shell.token();
  }

  String path() {
    return "/importers/" + id;
  }
}
