package dev.peregrine.host.interviews;

import java.util.List;
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
   * @param dates times that it offers, of which one can be agreed at once
   */
  public record Suggested(long mail, String to, String says, String mind, List<Date> dates) {}

  /** A time that the mail offers, as the form posts it. */
  public record Date(String value, String label) {}
}
