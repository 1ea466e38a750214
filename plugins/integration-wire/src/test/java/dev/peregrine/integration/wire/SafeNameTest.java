package dev.peregrine.integration.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SafeNameTest {

  @Test
  void anOrdinaryNameStaysAsItIs() {
    assertThat(SafeName.file("Anschreiben Müllerin & Söhne, 2026-11.pdf"))
        .isEqualTo("Anschreiben Müllerin & Söhne, 2026-11.pdf");
    assertThat(SafeName.file("C++ (Senior).docx")).isEqualTo("C++ (Senior).docx");
    assertThat(SafeName.folder("Firma 👩‍💻")).isEqualTo("Firma 👩‍💻");
  }

  @Test
  void whatAStoreForbidsIsReplaced() {
    assertThat(SafeName.file("a/b\\c:d*e?f\"g<h>i|j.pdf")).isEqualTo("a-b-c-d-e-f-g-h-i-j.pdf");
    assertThat(SafeName.file(" ..letter .. ")).isEqualTo("letter");
    assertThat(SafeName.file("..")).isEqualTo("_");
    assertThat(SafeName.folder("CON")).isEqualTo("_CON");
    assertThat(SafeName.file("nul.pdf")).isEqualTo("_nul.pdf");
    assertThat(SafeName.file("a\r\nb\u202egnp.exe\u0000.pdf")).isEqualTo("a bgnp.exe.pdf");
  }

  @Test
  void composedAndDecomposedUmlautsAreTheSameName() {
    assertThat(SafeName.file("Mu\u0308ller.pdf")).isEqualTo("Müller.pdf");
  }

  @Test
  void aLongNameIsCutButKeepsItsKind() {
    String name = SafeName.file("Brief ".repeat(500) + ".pdf");
    assertThat(name).hasSizeLessThanOrEqualTo(120).endsWith(".pdf");
    assertThat(SafeName.file("👩‍💻".repeat(600) + ".pdf")).endsWith(".pdf");
    assertThat(SafeName.file("👩‍💻".repeat(600) + ".pdf").getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(240);
    assertThat(SafeName.folder("x".repeat(3000))).hasSize(80);
  }

  @Test
  void theNumberStandsBeforeTheKind() {
    assertThat(SafeName.numbered("letter.pdf", 1)).isEqualTo("letter.pdf");
    assertThat(SafeName.numbered("letter.pdf", 2)).isEqualTo("letter (2).pdf");
    assertThat(SafeName.numbered("letter", 3)).isEqualTo("letter (3)");
  }
}
