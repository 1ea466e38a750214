package dev.peregrine.api.integration;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps a row a job in a table elsewhere: Notion, Airtable, a spreadsheet. Plugins implement it;
 * the host maps what it knows of a job to the columns that the person chose, remembers what was
 * written, and pushes only rows that changed.
 *
 * <p><b>Threads:</b> as {@link Integration}.
 *
 * <p><b>Failure:</b> as {@link Integration}; a row that the service refuses is {@link
 * PushOutcome.Failed} and costs only itself. A target that is gone, or shared no more, is {@code
 * BAD_SETTINGS}.
 *
 * <p><b>Limits:</b> as the descriptor declares.
 *
 * @since 0.1
 */
public non-sealed interface Tracker extends Integration {

  @Override
  IntegrationDescriptor.ForTracker descriptor();

  /** The tables that can be written to, for the person to choose from. */
  List<TrackerTarget> targets(IntegrationContext context)
      throws ExtensionException, InterruptedException;

  /** A table as it is now; columns are known by their ids, so that renaming one does no harm. */
  TrackerTarget target(String id, IntegrationContext context)
      throws ExtensionException, InterruptedException;

  /**
   * Makes a new table. Only with {@link IntegrationDescriptor.Capability#CREATE_TARGETS}.
   *
   * @param columns without ids, the external id's column among them
   * @return with the ids that the columns got
   */
  default TrackerTarget create(
      String name, List<TrackerTarget.Column> columns, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    throw unsupported("make a table");
  }

  /**
   * Adds columns to a table, leaving those of the same name and kind as they are. Only with {@link
   * IntegrationDescriptor.Capability#ADD_COLUMNS}.
   *
   * @param columns without ids
   * @return the whole table, with the ids that the columns got
   */
  default TrackerTarget addColumns(
      String target, List<TrackerTarget.Column> columns, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    throw unsupported("add columns");
  }

  /**
   * Writes rows: those whose external id is in the table are changed, the others added, and no two
   * rows ever have the same external id, also when a push broke off and comes again. Columns that a
   * row does not name stay as they are.
   *
   * @param done takes what became of each row, once a row, as soon as it is certain; may be called
   *     from one thread at a time
   */
  void push(Push push, IntegrationContext context, Consumer<PushOutcome> done)
      throws ExtensionException, InterruptedException;

  /**
   * Takes rows out of sight, so that the person can still bring them back. A row that is not there
   * is {@link PushOutcome.Unchanged}. Only with {@link IntegrationDescriptor.Capability#ARCHIVE}.
   *
   * @param push its rows' cells are empty
   * @param done as with {@link #push}
   */
  default void archive(Push push, IntegrationContext context, Consumer<PushOutcome> done)
      throws ExtensionException, InterruptedException {
    throw unsupported("archive rows");
  }

  /**
   * Reads columns that the person keeps there. Only with {@link
   * IntegrationDescriptor.Capability#PULL}.
   *
   * @param since what the last pull returned, if any
   * @param found takes a row that may have changed since; may be called from one thread at a time
   */
  default SyncPoint pull(
      Pull pull, Optional<String> since, IntegrationContext context, Consumer<Pulled> found)
      throws ExtensionException, InterruptedException {
    throw unsupported("read columns back");
  }

  /**
   * Rows to write.
   *
   * @param target id of the table
   * @param idColumn id of the column that holds the external id
   * @param rows at most as many as the descriptor's batch
   * @param dryRun whether to find out what would be done and do nothing
   */
  record Push(String target, String idColumn, List<TrackerRow> rows, boolean dryRun) {
    public Push {
      Objects.requireNonNull(target);
      Objects.requireNonNull(idColumn);
      rows = List.copyOf(rows);
    }
  }

  /**
   * Columns to read.
   *
   * @param target id of the table
   * @param idColumn id of the column that holds the external id; rows without one are not ours
   * @param columns ids of the columns to read
   */
  record Pull(String target, String idColumn, Set<String> columns) {
    public Pull {
      Objects.requireNonNull(target);
      Objects.requireNonNull(idColumn);
      columns = Set.copyOf(columns);
    }
  }

  /**
   * A row that was read.
   *
   * @param row with the columns that were asked for
   * @param changed when it was last changed, where the service tells
   * @param gone whether it was deleted or archived there; its cells are then empty
   */
  record Pulled(TrackerRow row, Optional<Instant> changed, boolean gone) {
    public Pulled {
      Objects.requireNonNull(row);
      Objects.requireNonNull(changed);
    }
  }

  private ExtensionException unsupported(String what) {
    return new ExtensionException(
        Kind.UNSUPPORTED,
        "%s cannot %s. Do it there by hand.".formatted(descriptor().about().name(), what));
  }
}
