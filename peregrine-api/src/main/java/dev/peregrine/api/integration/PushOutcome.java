package dev.peregrine.api.integration;

import dev.peregrine.api.ExtensionException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one row that was pushed to a {@link Tracker}, or would have become of it in a dry
 * run.
 *
 * @since 0.1
 */
public sealed interface PushOutcome {

  /** {@link TrackerRow#externalId} of the row. */
  String externalId();

  /** What was done to a row. */
  enum Effect {
    ADDED,
    CHANGED,
    ARCHIVED
  }

  /**
   * The row was written.
   *
   * @param remoteId the service's id of the row; empty in a dry run that would add it
   * @param link where the person sees it, if anywhere
   * @param changes what is different now, as far as the service tells what was there; always in a
   *     dry run
   */
  record Written(
      String externalId,
      Optional<String> remoteId,
      Effect effect,
      Optional<URI> link,
      List<Change> changes)
      implements PushOutcome {
    public Written {
      Objects.requireNonNull(externalId);
      Objects.requireNonNull(remoteId);
      Objects.requireNonNull(effect);
      Objects.requireNonNull(link);
      changes = List.copyOf(changes);
    }
  }

  /** There was nothing to do. */
  record Unchanged(String externalId) implements PushOutcome {
    public Unchanged {
      Objects.requireNonNull(externalId);
    }
  }

  /**
   * The row was not written, and the others go on.
   *
   * @param why its kind decides whether the row is tried again; its message names the column and
   *     what was expected
   */
  record Failed(String externalId, ExtensionException why) implements PushOutcome {
    public Failed {
      Objects.requireNonNull(externalId);
      Objects.requireNonNull(why);
    }
  }

  /**
   * One cell that is different.
   *
   * @param column its id
   * @param before what was there, where that is known
   * @param after what is there now
   */
  record Change(String column, Optional<TrackerRow.Cell> before, TrackerRow.Cell after) {
    public Change {
      Objects.requireNonNull(column);
      Objects.requireNonNull(before);
      Objects.requireNonNull(after);
    }
  }
}
