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
    List<FeatureOrder> features,
    Speeds speeds,
    List<Spent> spent) {

  /**
   * A backend.
   *
   * @param tag colour of the word
   * @param about its kind, model and place
   * @param fetch the model that it lacks and could fetch; empty for none
   */
  record Line(
      String name,
      boolean enabled,
      String word,
      String tag,
      boolean leaves,
      String about,
      String sentence,
      String fetch) {}

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

  /**
   * Who is asked for one feature.
   *
   * @param own whether it has an order of its own
   * @param asked in their order
   * @param others who is not asked
   */
  record FeatureOrder(
      String key, String label, boolean own, String now, List<Step> asked, List<String> others) {}

  /**
   * How fast the models were when they were measured last.
   *
   * @param running whether they are being measured
   */
  record Speeds(boolean possible, boolean running, List<Speed> lines) {}

  /** One of them. */
  record Speed(String backend, String model, String first, String rate, String when) {}

  /** One of them. */
  record Step(String name, boolean isFirst, boolean isLast, String why) {}

  /** What one feature asked of one backend. */
  record Spent(
      String feature, String backend, String calls, String tokens, String time, String cost) {}

  String token() {
    return shell.token();
  }
}
