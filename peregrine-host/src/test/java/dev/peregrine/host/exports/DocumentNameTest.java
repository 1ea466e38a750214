package dev.peregrine.host.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DocumentNameTest {

  @Test
  void accentsAndUmlautsAreSpelledOut() {
    assertThat(file("Jürgen Müller-Łęcki", "Søren & Co. KG"))
        .isEqualTo("Juergen-Mueller-Lecki_Cover-letter_Soren-Co-KG_2026-11-23.pdf");
  }

  @Test
  void whatIsNotKnownLeavesNoTrace() {
    assertThat(file("", "")).isEqualTo("Cover-letter_2026-11-23.pdf");
    assertThat(new DocumentName("{company}", "", "", "", "", DAY).file("pdf"))
        .isEqualTo("Document.pdf");
  }

  @Test
  void aStrangersNameLeadsNowhereElse() {
    assertThat(file("../../etc", "..\\x\u202efdp.exe:stream\n\u0000"))
        .isEqualTo("etc_Cover-letter_x-fdp-exe-stream_2026-11-23.pdf");
    assertThat(new DocumentName("{company}", "", "", "con", "", DAY).file("txt"))
        .isEqualTo("Documentcon.txt");
  }

  @Test
  void otherScriptsStayAsTheyAre() {
    assertThat(file("Γιώργος", "Яндекс")).startsWith("Γιωργος_Cover-letter_Яндекс_");
  }

  @Test
  void aNameNeverGrowsTooLong() {
    assertThat(file("x".repeat(500), "y".repeat(500)).length()).isLessThan(140);
  }

  @Test
  void aPatternNamesAtLeastOneOfThePlaces() {
    assertThat(DocumentName.isPattern(DocumentName.USUAL)).isTrue();
    assertThat(DocumentName.isPattern("CV {person}")).isTrue();
    assertThat(DocumentName.isPattern("CV")).isFalse();
    assertThat(DocumentName.isPattern("{name}")).isFalse();
    assertThat(DocumentName.isPattern("a/{person}")).isFalse();
  }

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static String file(String person, String company) {
    return new DocumentName(DocumentName.USUAL, "Cover letter", person, company, "", DAY)
        .file("pdf");
  }
}
