package dev.peregrine.host.pipeline;

/** What became of a found posting. */
public sealed interface Stored {

  /** The job that it is, or is part of. */
  long job();

  /** A job of its own. */
  record New(long job) implements Stored {}

  /** Known: the same address, or the same id on the same board. */
  record SeenBefore(long job) implements Stored {}

  /** The same job as another board's; kept as a sighting of it. */
  record AlsoOn(long job, String firstBoard) implements Stored {}
}
