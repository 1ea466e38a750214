package dev.peregrine.plugin.board.theladders;

import java.text.Normalizer;
import java.util.Locale;

/** Names as the board writes them into addresses: {@code Söhne & Co.} is {@code sohne-co}. */
final class Slug {

  private Slug() {}

  static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
