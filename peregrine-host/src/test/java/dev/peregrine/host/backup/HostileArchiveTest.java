package dev.peregrine.host.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are damaged, that lie, or that mean harm: refused before anything is touched. */
class HostileArchiveTest {

  private static final byte[] TEXT = "companies: []\n".getBytes(UTF_8);
  private static final String NAME = "config/blocklist.yaml";

  @TempDir Path folder;
  private BackupHome home;
  private Path file;
  private TreeMap<String, String> before;

  @BeforeEach
  void fill() throws Exception {
    home = BackupHome.filled(folder.resolve("home"));
    file = folder.resolve("given.zip");
    before = home.state();
  }

  private void isRefused(String... words) throws Exception {
    assertThatThrownBy(() -> home.restore(file))
        .isInstanceOf(BackupException.class)
        .message()
        .contains(words);
    assertThat(home.state()).isEqualTo(before);
    assertThat(home.path.resolve("data/restoring")).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**evil*");
  }

  @Test
  void theSameWithoutAFaultIsTaken() throws Exception {
    Zips.write(file, Zips.manifest(1, 0, NAME, TEXT), NAME, TEXT);
    home.restore(file);
    assertThat(home.read(NAME)).isEqualTo("companies: []\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.txt",
        "config/../../evil.txt",
        "/tmp/evil.txt",
        "C:/evil.txt",
        "config\\..\\..\\evil.txt",
        "config/a\u0000b",
        "config//x",
        "config/./x",
        "evil.sh",
        "plugins/.bin/x.jar",
        "data/backups/evil.zip",
        "data/staging.db-wal",
        "data/peregrine.lock",
        "config/"
      })
  void aNameThatLeavesTheHomeOrMeansMoreThanAFile(String name) throws Exception {
    Zips.write(file, Zips.manifest(1, 0, NAME, TEXT), name, TEXT);
    isRefused("expected only files under config/, data/ and plugins/");
  }

  @Test
  void theSameNameInTheManifestOnly() throws Exception {
    Zips.write(file, Zips.manifest(1, 0, "config/../../evil.txt", TEXT), NAME, TEXT);
    isRefused("expected only files under");
  }

  @Test
  void twoFilesThatOneDiskTakesForOne() throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      Zips.add(zip, NAME, TEXT);
      Zips.add(zip, "config/BLOCKLIST.yaml", TEXT);
      Zips.add(zip, "manifest.json", Zips.manifest(1, 0, NAME, TEXT));
    }
    isRefused("\"config/BLOCKLIST.yaml\" twice");
  }

  @Test
  void aLink() throws Exception {
    Zips.write(file, Zips.manifest(1, 0, NAME, TEXT), NAME, TEXT);
    byte[] bytes = Files.readAllBytes(file);
    // The attributes of the first file in the directory at the end: a link of Unix.
    int entry = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 38, 0xa1ff0000);
    Files.write(file, bytes);
    isRefused("as a link");
  }

  @Test
  void aFileThatTheManifestDoesNotName() throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      Zips.add(zip, NAME, TEXT);
      Zips.add(zip, "config/plugins.yaml", TEXT);
      Zips.add(zip, "manifest.json", Zips.manifest(1, 0, NAME, TEXT));
    }
    isRefused("\"config/plugins.yaml\", which its manifest does not name");
  }

  @Test
  void aFileThatIsOnlyInTheManifest() throws Exception {
    Zips.write(file, Zips.manifest(1, 0, "config/other.yaml", TEXT), NAME, TEXT);
    isRefused("which is not in the archive");
  }

  @Test
  void aWrongChecksum() throws Exception {
    byte[] manifest = Zips.manifest(1, 0, NAME, TEXT.length, Zips.hash(new byte[1]));
    Zips.write(file, manifest, NAME, TEXT);
    isRefused("its checksum differs");
  }

  @Test
  void aWrongSize() throws Exception {
    Zips.write(file, Zips.manifest(1, 0, NAME, 5, Zips.hash(TEXT)), NAME, TEXT);
    isRefused("has 14 bytes in the archive, but the manifest says 5");
  }

  @Test
  void aBombThatDeclaresItself() throws Exception {
    byte[] manifest = Zips.manifest(1, 0, NAME, 1L << 50, Zips.hash(TEXT));
    Zips.write(file, manifest, NAME, TEXT);
    isRefused("but the manifest says 1,125,899,906,842,624");
  }

  @Test
  void aBombThatDeclaresLittle() throws Exception {
    byte[] much = new byte[30_000_000];
    Zips.write(file, Zips.manifest(1, 0, NAME, 1_000, Zips.hash(much)), NAME, much);
    byte[] bytes = Files.readAllBytes(file);
    int entry = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 24, 1_000);
    Files.write(file, bytes);
    isRefused("unpacks to more than the 1,000 bytes");
  }

  @Test
  void aNewerFormat() throws Exception {
    Zips.write(file, Zips.manifest(2, 0, NAME, TEXT), NAME, TEXT);
    isRefused("has format \"2\", this Peregrine reads up to 1");
  }

  @Test
  void aManifestThatIsNoJson() throws Exception {
    Zips.write(file, "{".getBytes(UTF_8), NAME, TEXT);
    isRefused("manifest.json is not JSON");
  }

  @Test
  void aManifestWithNonsense() throws Exception {
    for (String json :
        new String[] {
          "[]",
          "{\"format\": 1}",
          "{\"format\": 1, \"made\": \"2026-01-01T00:00:00Z\", \"schema\": -4}",
          "{\"format\": 1, \"made\": \"2026-01-01T00:00:00Z\", \"schema\": 1e99}"
        }) {
      Zips.write(file, json.getBytes(UTF_8), NAME, TEXT);
      isRefused("The backup's manifest has");
    }
  }

  @Test
  void anotherZip() throws Exception {
    Zips.write(file, TEXT, NAME, TEXT);
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      Zips.add(zip, NAME, TEXT);
    }
    isRefused("has no manifest.json");
  }

  @Test
  void cutOffAnywhere() throws Exception {
    byte[] whole = Files.readAllBytes(home.backup());
    before = home.state();
    for (int share = 0; share < 20; share++) {
      Files.write(file, Arrays.copyOf(whole, whole.length * share / 20));
      isRefused("damaged, cut off, or no zip archive");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    isRefused("damaged, cut off, or no zip archive");
  }

  @Test
  void aBitThatFlippedAnywhere() throws Exception {
    byte[] whole = Files.readAllBytes(home.backup());
    for (int at = 0; at < whole.length; at += whole.length / 60) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x10;
      Files.write(file, flipped);
      try {
        home.backups().verify(file, Optional.empty(), Progress.SILENT);
      } catch (BackupException told) {
        assertThat(told.sentence()).isNotEmpty();
      }
    }
  }

  @Test
  void noZipAtAll() throws Exception {
    Files.write(file, new byte[100_000]);
    isRefused("damaged, cut off, or no zip archive");
    Files.delete(file);
    isRefused("There is no file");
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int at = 0; at < bytes.length - part.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new AssertionError("The directory was not found.");
  }
}
