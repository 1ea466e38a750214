package dev.peregrine.host.tracking;

import dev.peregrine.api.integration.TrackerRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be done in a table, reckoned from what is kept here: nobody is asked for it.
 *
 * @param write rows that say something else than they should
 * @param archive rows of jobs that do not belong there any more
 * @param same how many say what they should
 */
record Work(List<Todo> write, List<KeptRow> archive, int same) {

  /**
   * A row to write.
   *
   * @param texts its cells as texts, as they are kept once they are there
   * @param own values of the person's columns that go along
   */
  record Todo(
      long job,
      String title,
      TrackerRow row,
      Map<String, String> texts,
      List<OwnValue> own,
      Optional<KeptRow> kept) {}

  boolean isEmpty() {
    return write.isEmpty() && archive.isEmpty();
  }

  int size() {
    return write.size() + archive.size();
  }
}
