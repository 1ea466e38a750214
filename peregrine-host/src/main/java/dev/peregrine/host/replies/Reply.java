package dev.peregrine.host.replies;

/**
 * A draft.
 *
 * @param version grows with each save; 0 for one that is not stored
 * @param suggestion what a model wrote and waits for the person; empty for nothing
 * @param suggestedBy the person's name for the model
 */
public record Reply(
    long job,
    ReplyKind kind,
    String subject,
    String text,
    int version,
    String suggestion,
    String suggestedBy) {

  /** Whether it is stored. */
  public boolean isStored() {
    return version > 0;
  }
}
