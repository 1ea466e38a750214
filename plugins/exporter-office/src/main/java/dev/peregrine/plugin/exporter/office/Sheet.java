package dev.peregrine.plugin.exporter.office;

import dev.peregrine.api.export.ExporterContext.Paper;
import java.math.BigInteger;

/**
 * A sheet of paper.
 *
 * @param width in millimetres
 * @param height in millimetres
 */
record Sheet(double width, double height) {

  /** On all sides, in millimetres. */
  static final double MARGIN = 20;

  private static final double INCH = 25.4;

  static Sheet of(Paper paper) {
    return paper == Paper.US_LETTER ? new Sheet(8.5 * INCH, 11 * INCH) : new Sheet(210, 297);
  }

  /** Twentieths of a point, in which Word measures. */
  static BigInteger twips(double millimetres) {
    return BigInteger.valueOf(Math.round(millimetres / INCH * 72 * 20));
  }
}
