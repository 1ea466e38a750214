package dev.peregrine.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The committed examples name every entry that the pages write, and all of it can be read. */
class ExampleFilesTest {

  private static final Path CONFIG = Path.of("../config");

  private static final List<String> WRITTEN =
      List.of(
          "search_profiles.yaml",
          "blocklist.yaml",
          "schedules.yaml",
          "keywords.yaml",
          "network.yaml",
          "project.yaml",
          "preferences.yaml",
          "llm.yaml");
  private static final List<String> SMALL =
      List.of(
          "backup.yaml",
          "documents.yaml",
          "licence.yaml",
          "services.yaml",
          "research.yaml",
          "cadence.yaml",
          "email.yaml",
          "notifications.yaml");

  @TempDir Path home;

  private static List<String> names(List<YamlEdit.Entry> entries) {
    return entries.stream().map(entry -> entry.names().getFirst()).toList();
  }

  private static List<String> written(String file) {
    return switch (file) {
      case "search_profiles.yaml" ->
          Stream.concat(
                  Stream.of("name"),
                  names(ProfileWriter.entries(SearchProfile.of("x", List.of(), List.of())))
                      .stream())
              .toList();
      case "llm.yaml" ->
          Stream.of(
                  names(LlmWriter.entries(NamedBackend.of("x", "x", Map.of()))),
                  Stream.of(Chain.values()).map(Chain::key).toList(),
                  List.of("backends", "features"))
              .flatMap(List::stream)
              .toList();
      case "blocklist.yaml" -> names(BlocklistFile.entries(Blocklist.NONE));
      case "keywords.yaml" -> names(KeywordsFile.entries(List.of()));
      case "schedules.yaml" -> names(SchedulesFile.entries(SchedulesFile.Said.USUAL));
      case "project.yaml" -> names(ProjectFile.entries(ProjectFile.Said.NOTHING));
      case "network.yaml" -> names(NetworkFile.entries(new NetworkFile.Network("", List.of())));
      default -> List.of("scorer");
    };
  }

  /** The example with the entries that are commented out. */
  private static String whole(String file) throws IOException {
    String example = Files.readString(CONFIG.resolve(file + ".example"));
    return example.replaceAll("(?m)^(\\s*)# (\\s*[a-z_]+:(?: [\\[{0-9hB].*)?|\\s+- .*)$", "$1$2");
  }

  @ParameterizedTest
  @FieldSource("WRITTEN")
  void everyEntryThatAPageWritesIsInTheExample(String file) throws IOException {
    String example = whole(file);
    for (String name : written(file)) {
      assertThat(example).as(file).containsPattern("(?m)^[ -]*" + name + ":");
    }
  }

  @Test
  void theWholeExamplesCanBeRead() throws IOException {
    var tenant = new Tenant("t", home);
    Files.createDirectories(tenant.config());
    for (String file : WRITTEN) {
      Files.writeString(tenant.config().resolve(file), whole(file));
    }
    tenant.run(
        () -> {
          assertThat(new SearchProfiles().problem()).isEmpty();
          assertThat(new SearchProfiles().all().getFirst().minPay()).isPresent();
          assertThat(new BlocklistFile().problem()).isEmpty();
          assertThat(new KeywordsFile().problem()).isEmpty();
          assertThat(new KeywordsFile().current()).hasSize(2);
          var schedules = new SchedulesFile(ZoneOffset.UTC);
          assertThat(schedules.problem()).isEmpty();
          assertThat(schedules.current().quiet()).isPresent();
          assertThat(new PreferencesFile().problem()).isEmpty();
          assertThat(new ProjectFile().problem()).isEmpty();
          assertThat(new ProjectFile().current().releases()).isTrue();
          assertThat(new LlmFile().problem()).isEmpty();
          assertThat(new LlmFile().current().backends()).hasSize(2);
        });
    assertThat(new NetworkFile(tenant.config()).problem()).isEmpty();
    assertThat(new NetworkFile(tenant.config()).proxy()).isPresent();
  }

  /** Files of which a page writes little or nothing are read as their examples say. */
  @Test
  void theSmallExamplesAreReadAsTheySay() throws IOException {
    var tenant = new Tenant("t", home);
    Files.createDirectories(tenant.config());
    for (String file : SMALL) {
      String example = Files.readString(CONFIG.resolve(file + ".example"));
      Files.writeString(
          tenant.config().resolve(file),
          example
              .replaceAll("(?m)^# ([a-z_]+: \\S+)$", "$1")
              .replaceAll("(?m)^# ((?:web|on-phone-screen|engines|sec-contact): .*)$", "$1"));
    }
    tenant.run(
        () -> {
          assertThat(new BackupFile().schedule().keep()).isEqualTo(7);
          assertThat(new BackupFile().schedule().every().text()).isEqualTo("every monday at 08:00");
          assertThat(new DocumentsFile().problem()).isEmpty();
          assertThat(new DocumentsFile().current().fileName()).startsWith("{person}_{document}");
          assertThat(new LicenceFile().server()).isEqualTo(LicenceFile.USUAL_SERVER);
          assertThat(new LicenceFile().publicKey()).isPresent();
          assertThat(new LicenceFile().developerTier()).contains("premium");
          assertThat(new CadenceFile().problem()).isEmpty();
          assertThat(new MailFile().problem()).isEmpty();
          assertThat(new MailFile().current().find("private").orElseThrow().lookBackDays())
              .isEqualTo(90);
          assertThat(new NotificationsFile().problem()).isEmpty();
          assertThat(new NotificationsFile().current().quiet()).isPresent();
          assertThat(new ResearchFile().problem()).isEmpty();
          assertThat(new ResearchFile().current().engines()).containsExactly("duckduckgo", "brave");
          assertThat(new ResearchFile().current().secContact()).isEqualTo("you@example.org");
          for (String service : List.of("ollama", "vllm", "searxng", "vision")) {
            assertThat(new ServicesFile().address(service)).as(service).isPresent();
          }
        });
  }

  @Test
  void everyExampleIsTried() throws IOException {
    try (Stream<Path> files = Files.list(CONFIG)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".example"))
                  .map(name -> name.replace(".example", "")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(WRITTEN.stream(), SMALL.stream()).toList());
    }
  }
}
