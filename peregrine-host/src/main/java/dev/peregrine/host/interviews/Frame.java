package dev.peregrine.host.interviews;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * What stands around each tab of an application. A page of a tab has it as {@code frame} and is
 * drawn by {@code @template.interviews.Frame(frame = page.frame(), content = …)}.
 *
 * @param facts place, pay and the like, on one line
 * @param stage where it stands, or how it ended, in words
 * @param kind the tag's colour
 * @param since since when it stands there
 * @param next its next date; empty for none
 * @param move where it can be moved to
 * @param tabs those that are there
 */
public record Frame(
    Shell shell,
    long id,
    String title,
    String company,
    String facts,
    String stage,
    String kind,
    String since,
    Optional<NextDate> next,
    MoveChoices move,
    List<Tab> tabs) {

  /** A tab as the frame shows it. */
  public record Tab(String title, String path, String state, boolean here) {}

  /** The proof for forms. */
  public String token() {
    return shell.token();
  }
}
