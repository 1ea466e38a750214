package dev.peregrine.host.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people do is written down through one door, and only a service that hosts has it. */
class OneDoorTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/peregrine/host");

  private static List<String> naming(String word) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> holds(file, word))
          .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static boolean holds(Path file, String word) {
    try {
      return Files.readString(file).toLowerCase(Locale.ROOT).contains(word);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @Test
  void onlyTelemetryTouchesTheTableOfEvents() throws IOException {
    assertThat(naming("usage_events"))
        .containsExactly("telemetry/Telemetry.java", "telemetry/TelemetryMapper.java");
  }

  @Test
  void onlyWhatIsMadeForAServiceKnowsTelemetry() throws IOException {
    assertThat(naming("dev.peregrine.host.telemetry;"))
        .allMatch(file -> file.startsWith("telemetry/"));
    assertThat(naming("import dev.peregrine.host.telemetry."))
        .containsExactly(
            "account/TelemetryRoutes.java", "boot/Hosted.java", "platform/Erasures.java");
  }

  @Test
  void nothingIsRecordedButThroughTheDoor() throws IOException {
    assertThat(naming("telemetry.record(")).containsExactly("boot/Hosted.java");
    assertThat(naming("new hosted(")).containsExactly("boot/CloudMode.java");
  }
}
