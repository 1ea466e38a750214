package dev.peregrine.host.apply;

import dev.peregrine.host.web.Icon;
import java.util.List;

/**
 * The résumé for a job as an employer's program reads it.
 *
 * @param verdict the whole in a sentence
 */
record TailorPlainPage(Frame frame, String verdict, List<Part> parts, String text) {

  /**
   * A kind of thing that is looked for.
   *
   * @param lost what was not understood; empty for nothing
   */
  record Part(Icon icon, String hue, String title, String lost) {}
}
