package dev.peregrine.host.interviews;

import java.util.Optional;

/**
 * The form that moves one application.
 *
 * @param suggested what a mail suggests, where it was asked for from one
 * @param path where it is posted to
 */
record MovePart(
    String title,
    String company,
    MoveChoices move,
    Optional<Suggested> suggested,
    String path,
    String token) {

  /**
   * What a mail suggests.
   *
   * @param to the key of the stage or ending
   * @param says what the mail says
   * @param mind what to mind; empty for nothing
   */
  public record Suggested(long mail, String to, String says, String mind) {}
}
