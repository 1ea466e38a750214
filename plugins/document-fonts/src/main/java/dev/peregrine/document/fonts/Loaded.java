package dev.peregrine.document.fonts;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fonts in memory, and their characters: 2.4 MB, the same for all. */
final class Loaded {

  private static final Map<FontFile, byte[]> FILES =
      Arrays.stream(FontFile.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(),
                  file -> CharacterMap.read(file.original()).without(Twins.rare())));

  private static final Map<FontFamily, Set<Integer>> CHARACTERS =
      Arrays.stream(FontFile.values())
          .filter(file -> !file.isBold() && !file.isItalic())
          .collect(
              Collectors.toUnmodifiableMap(
                  FontFile::family,
                  file -> Set.copyOf(CharacterMap.read(bytes(file)).glyphs().keySet())));

  private Loaded() {}

  static byte[] bytes(FontFile file) {
    return Objects.requireNonNull(FILES.get(file));
  }

  static Set<Integer> characters(FontFamily family) {
    return Objects.requireNonNull(CHARACTERS.get(family));
  }
}
