package dev.peregrine.host.person;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * The person and their résumés.
 *
 * @param facts what is known of the person, a line each
 * @param missing what forms mostly ask for and is not said yet
 * @param pasted a résumé as pasted
 * @param problem what is wrong with the résumé just given; empty for nothing
 */
record ProfilePage(
    Shell shell,
    String name,
    String headline,
    List<Fact> facts,
    List<String> missing,
    List<Row> resumes,
    String pasted,
    String problem) {

  record Fact(String label, String value) {}

  /** A résumé. */
  record Row(long id, String name, boolean main, String said, String searches, boolean hasFile) {}

  String token() {
    return shell.token();
  }
}
