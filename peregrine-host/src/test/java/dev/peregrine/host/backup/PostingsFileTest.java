package dev.peregrine.host.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostingsFileTest {

  @Test
  void aBoardsTextIsNoFormulaInASpreadsheet() {
    assertThat(PostingsFile.cell("=HYPERLINK(\"http://evil.example\")")).startsWith("'=");
    assertThat(PostingsFile.cell("+1")).isEqualTo("'+1");
    assertThat(PostingsFile.cell(-5)).isEqualTo("-5");
    assertThat(PostingsFile.cell(List.of("full_time", "contract")))
        .isEqualTo("full_time, contract");
    assertThat(PostingsFile.cell(null)).isEmpty();
  }
}
