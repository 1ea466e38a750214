package dev.peregrine.host.hardware;

import java.util.Locale;

/** Amounts of memory as people read them. */
final class Sizes {

  private Sizes() {}

  /** MiB as GB, with a decimal where it is little. */
  static String ofMb(long mb) {
    double gb = mb / 1024.0;
    return gb < 10
        ? String.format(Locale.ROOT, "%.1f GB", gb).replace(".0 ", " ")
        : "%,d GB".formatted(Math.round(gb));
  }
}
