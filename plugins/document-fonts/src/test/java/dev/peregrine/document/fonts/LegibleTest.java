package dev.peregrine.document.fonts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LegibleTest {

  private final Legible legible = new Legible();

  @Test
  void theLanguagesOfEuropeAreShownAsTheyAre() {
    for (String text :
        List.of(
            "Größe, Übung, Straße; naïve œuvre, çà et là; ¿Qué niño? São João",
            "Zażółć gęślą jaźń; Příliš žluťoučký kůň; őűŐŰ; șțȘȚ ăâî; ģķļņ; ąčęėįšųūž; õäöü",
            "Þórður Ægir ð; ħġżċ; ŵŷ; ẞ; đžšćč; Gàidhlig; ş ğ ı İ; ə",
            "Ελληνικά, πολυτονικό: ἀρχή; Кириллица, Українська ґєії, Српски ђјљњћџ, Ў",
            "ქართული ენა; Հայերեն լեզու և; 3 × 4 – 5 — “x” „y“ «z» … • € £ zł № † ™ ½ →")) {
      assertThat(legible.of(text)).isEqualTo(text);
    }
    assertThat(legible.complaint()).isEmpty();
  }

  @Test
  void emojiAreLeftOutAndSaid() {
    assertThat(legible.of("Hello \uD83D\uDC69\u200D\uD83D\uDE80 world \u2764\uFE0F"))
        .startsWith("Hello world");
    assertThat(legible.complaint())
        .contains("\"\uD83D\uDC69\", \"\uD83D\uDE80\"")
        .contains("its fonts lack them");
  }

  @Test
  void lettersOfOtherScriptsBecomeBoxesAndAreSaid() {
    assertThat(legible.of("Ali \u0639\u0644\u064A 李")).isEqualTo("Ali \u25A1\u25A1\u25A1 \u25A1");
    assertThat(legible.complaint()).contains("\"\u0639\"", "\"李\"");
  }

  @Test
  void lettersThatOnlyLookBoldBecomePlain() {
    assertThat(legible.of("\uD835\uDC01\uD835\uDC28\uD835\uDC25\uD835\uDC1D")).isEqualTo("Bold");
    assertThat(legible.complaint()).isEmpty();
  }

  @Test
  void whatNobodySeesIsDroppedSilently() {
    assertThat(legible.of("a\u200Bb\u202Ec\u0000d\uFEFFe\uD800f\r\ng\th\u00ADi"))
        .isEqualTo("abcdef\ng hi");
    assertThat(legible.complaint()).isEmpty();
  }

  @Test
  void accentsOfTheirOwnAreJoined() {
    assertThat(legible.of("e\u0301")).isEqualTo("é");
  }

  @Test
  void theStylesOfAFamilyHaveTheSameLetters() {
    for (FontFile file : FontFile.values()) {
      assertThat(CharacterMap.read(file.bytes()).glyphs().keySet())
          .as(file.fileName())
          .containsAll(
              Loaded.characters(file.family()).stream()
                  .filter(Character::isLetterOrDigit)
                  .toList());
    }
    assertThat(Arrays.stream(FontFile.values()).map(FontFile::family))
        .contains(FontFamily.values());
  }

  @Test
  void noLetterSharesItsGlyphWithAnother() {
    for (FontFile file : FontFile.values()) {
      var characters = new TreeMap<Integer, String>();
      CharacterMap.read(file.bytes())
          .glyphs()
          .forEach(
              (code, glyph) -> characters.merge(glyph, Character.toString(code), String::concat));
      assertThat(characters.values())
          .as(file.fileName())
          .filteredOn(shared -> shared.codePointCount(0, shared.length()) > 1)
          .noneMatch(shared -> shared.codePoints().anyMatch(Character::isLetter));
    }
  }

  @Test
  void theRarerOfTwoThatLookTheSameIsReplaced() {
    assertThat(legible.of("don\u02BCt 5\u00A0\u00B5m e\u2011mail")).isEqualTo("don’t 5 μm e-mail");
  }
}
