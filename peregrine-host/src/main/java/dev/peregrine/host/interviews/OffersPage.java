package dev.peregrine.host.interviews;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Offers beside each other.
 *
 * @param lede what stands out, in a sentence or two
 */
record OffersPage(Shell shell, List<Head> heads, List<Line> lines, List<String> lede) {

  /** An offer at the top of its column. */
  record Head(long job, String title, String company, String stage) {}

  /** One thing of all offers. */
  record Line(String label, List<Cell> cells) {}

  /**
   * What an offer says of it.
   *
   * @param better why it is the better one here; empty where it is not
   */
  record Cell(String text, String better) {}
}
