package dev.peregrine.host.prep;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * One story as a form.
 *
 * @param id 0 for a new one
 * @param seen the version that it was drawn from
 * @param said how long it takes to tell; empty for nothing
 * @param source what it was made of; may be empty
 * @param problem why it was not saved; empty where it was
 * @param theirs what another window saved meanwhile; empty where none did
 */
record StoryPage(
    Shell shell,
    long id,
    int seen,
    String title,
    String place,
    List<Field> fields,
    List<Choice> themes,
    String said,
    String source,
    String problem,
    List<String> theirs,
    StoryHelpPart help) {

  /** A part of the story. */
  record Field(String key, String label, String help, String text) {
    int rows() {
      return (int) Math.clamp(text.lines().count() + text.length() / 70 + 1, 3, 14);
    }
  }

  /** A theme to tick. */
  record Choice(String key, String name, boolean ticked) {}

  boolean isNew() {
    return id == 0;
  }

  String here() {
    return isNew() ? "/stories" : "/stories/" + id;
  }

  String token() {
    return shell.token();
  }
}
