package dev.peregrine.testkit;

import dev.peregrine.api.integration.Tracker;
import java.util.List;
import java.util.Optional;

/**
 * A service in a {@link TrackerContract}: it speaks the real service's protocol, as documented, and
 * lets the contract look at its table as a person would. It begins with one table, "Jobs", with the
 * columns of {@link TrackerContract#COLUMNS} and no rows.
 *
 * <p>Columns are named by the ids that the {@link Tracker} gives them.
 */
public interface TrackedService {

  /** Answers as the real service does; called from one thread at a time. */
  RecordedAnswer answer(RecordedRequest asked);

  /** Whether a request would change anything at the service. */
  boolean changes(RecordedRequest asked);

  /** The id of its table. */
  String target();

  /** The external ids of the rows in sight, each as often as it is there. */
  List<String> externalIds();

  /**
   * What a person reads in a cell: numbers and days as {@code 87} and {@code 2026-11-22}, several
   * words with {@code ", "} between them, a check as {@code true}; empty for an empty cell.
   */
  String read(String externalId, String column);

  /** A person writes a text into a cell. */
  void edit(String externalId, String column, String text);

  /** A person gives a column another name. */
  void rename(String column, String name);

  /** A person drops a column. */
  void drop(String column);

  /**
   * A person makes a column one of numbers.
   *
   * @return false where columns of this service hold anything
   */
  boolean makeNumbers(String column);

  /** A person deletes a row. */
  void delete(String externalId);

  /** A person deletes the table, or takes it from the integration. */
  void dropTable();

  /**
   * What the service says to a row that it does not take, with a {@code 400} or its like; empty
   * where it takes whole calls or nothing.
   */
  default Optional<RecordedAnswer> refusal() {
    return Optional.empty();
  }
}
