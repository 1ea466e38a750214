package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * The language models, and who is asked first.
 *
 * @param problem what is wrong with the file; empty for nothing
 * @param leaving what leaves the person's network, as a sentence
 * @param away whether anything does
 * @param found servers that run and are not set up yet
 */
record ModelsPage(
    Shell shell,
    SettingsNav nav,
    String problem,
    String leaving,
    boolean away,
    List<Line> backends,
    List<Found> found,
    List<Kind> kinds,
    List<Order> orders,
    List<Spent> spent) {

  /**
   * A backend.
   *
   * @param tag colour of the word
   * @param about its kind, model and place
   */
  record Line(
      String name,
      boolean enabled,
      String word,
      String tag,
      boolean leaves,
      String about,
      String sentence) {}

  /** A server that runs. */
  record Found(String type, String label, String at, String models) {}

  /** What can be added. */
  record Kind(String type, String name, String about) {}

  /**
   * Who is asked in which order.
   *
   * @param own whether the person wrote it, rather than that it follows another one
   */
  record Order(String key, String label, boolean own, List<Step> steps) {}

  /** One of them. */
  record Step(String name, boolean isFirst, boolean isLast, String why) {}

  /** What one feature asked of one backend. */
  record Spent(
      String feature, String backend, String calls, String tokens, String time, String cost) {}

  String token() {
    return shell.token();
  }
}
