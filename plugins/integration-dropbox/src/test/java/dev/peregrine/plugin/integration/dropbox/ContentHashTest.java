package dev.peregrine.plugin.integration.dropbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  /** The three blocks of the picture in Dropbox's description. */
  private static final List<byte[]> BLOCKS =
      Stream.of(
              "2a846fa617c3361fc117e1c5c1e1838c336b6a5cef982c1a2d9bdf68f2f1992a",
              "c68469027410ea393eba6551b9fa1e26db775f00eae70a0c3c129a0011a39cf9",
              "7376192de020925ce6c5ef5a8a0405e931b0a9a8c75517aacd9ca24a8a56818b")
          .map(HexFormat.of()::parseHex)
          .toList();

  @Test
  void theBlocksOfTheExampleGiveItsHash() {
    assertThat(ContentHash.of(BLOCKS))
        .isEqualTo("485291fa0ee50c016982abbfa943957bcd231aae0492ccbaa22c58e3997b35e0");
  }

  @Test
  void aFileIsCutIntoBlocksOfFourMebibytes() throws Exception {
    var bytes = new byte[(4 << 20) + 3];
    Arrays.fill(bytes, (byte) 7);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] first = digest.digest(Arrays.copyOf(bytes, 4 << 20));
    byte[] second = digest.digest(new byte[] {7, 7, 7});

    assertThat(ContentHash.of(Content.of(new Blob("a", "text/plain", bytes))))
        .isEqualTo(ContentHash.of(List.of(first, second)));
  }

  @Test
  void anEmptyFileHasNoBlock() throws Exception {
    assertThat(ContentHash.of(Content.of(new Blob("a", "text/plain", new byte[0]))))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
