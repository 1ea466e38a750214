package dev.peregrine.integration.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PartTest {

  private final Content whole =
      Content.of(new Blob("a.txt", "text/plain", "0123456789".getBytes(StandardCharsets.UTF_8)));

  @Test
  void aPartGivesItsStretchAndNoMore() throws Exception {
    Part part = Part.at(whole, 4, 3);

    assertThat(part.open(0).readAllBytes()).asString().isEqualTo("456");
    assertThat(part.open(2).readAllBytes()).asString().isEqualTo("6");
    assertThat(part.end()).isEqualTo(7);
  }

  @Test
  void theLastPartIsShorter() throws Exception {
    Part last = Part.at(whole, 8, 4);

    assertThat(last.length()).isEqualTo(2);
    assertThat(last.open(0).readAllBytes()).asString().isEqualTo("89");
  }
}
