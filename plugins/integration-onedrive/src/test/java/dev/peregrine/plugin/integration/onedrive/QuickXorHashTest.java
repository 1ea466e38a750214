package dev.peregrine.plugin.integration.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that OneDrive gives, as other programs that speak with it publish them. */
class QuickXorHashTest {

  @ParameterizedTest
  @CsvSource({
    "'', AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "Sg==, SgAAAAAAAAAAAAAAAQAAAAAAAAA=",
    "tbQ=, taAFAAAAAAAAAAAAAgAAAAAAAAA=",
    "0pZP, 0rDEEwAAAAAAAAAAAwAAAAAAAAA=",
    "jRRDVA==, jaDAEKgAAAAAAAAABAAAAAAAAAA=",
    "/aNzzCFPS/A=, /RjFHJgRgicsAR4ACAAAAAAAAAA="
  })
  void aContentHasTheHashThatOneDriveGivesIt(String content, String hash) throws Exception {
    byte[] bytes = Base64.getDecoder().decode(content);

    assertThat(QuickXorHash.of(Content.of(new Blob("a", "text/plain", bytes)))).isEqualTo(hash);
  }
}
