package dev.peregrine.host.resumes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files as people have them, through the process that reads them. */
class ResumeReadingTest {

  private final ResumeReading reading =
      new ResumeReading(
          new DocumentText(
              Path.of(System.getProperty("java.home"), "bin", "java"),
              System.getProperty(
                  "surefire.test.class.path", System.getProperty("java.class.path"))));

  @Test
  void everyFieldSaysWhereItWasFoundAndHowSureThatIs() throws Exception {
    SampleResume sample = SampleResume.all().getFirst();
    ParsedResume read = reading.read(SampleWriter.write(sample, "pdf"), "cv.pdf");
    Evidence title = read.of("work[0].position").orElseThrow();
    assertThat(read.lines().get(title.firstLine() - 1).text()).contains(title.value());
    assertThat(read.found())
        .allSatisfy(
            evidence -> {
              assertThat(evidence.confidence()).isBetween(0.3, 1.0);
              assertThat(evidence.firstLine()).isBetween(1, read.lines().size());
            });
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void whatTheFileDoesNotSayIsEmpty() throws Exception {
    ParsedResume read = reading.readText("A letter about the weather. It was fine.");
    assertThat(ResumeJson.of(read.document())).isEmpty();
    assertThat(read.warnings()).anyMatch(warning -> warning.startsWith("No name was found."));
  }

  @Test
  void linkedInsArchiveIsReadInBothSpellings() throws Exception {
    for (String positions : List.of("Positions.csv", "Basic/Position.csv")) {
      var files = new LinkedHashMap<String, String>();
      files.put(
          "Profile.csv",
          "First Name,Last Name,Headline,Summary\nAda,Moss,Miller,\"I grind,\nslowly\"\n");
      files.put(
          positions,
          "Company Name,Title,Description,Location,Started On,Finished On\n"
              + "Mill & Co,Miller,- Ground wheat,Bonn,Mar 2019,\nFarm,Hand,,,2015,Feb 2019\n");
      files.put("Skills.csv", "Name\nGrinding\n");
      files.put(
          "Email Addresses.csv",
          "Email Address,Confirmed,Primary\nold@example.com,Yes,No\nada@example.com,Yes,Yes\n");
      ResumeDocument read = reading.read(zip(files), "linkedin.zip").document();
      assertThat(read.basics().name()).contains("Ada Moss");
      assertThat(read.basics().email()).contains("ada@example.com");
      assertThat(read.work())
          .extracting(work -> work.name().orElse(""))
          .containsExactly("Mill & Co", "Farm");
      assertThat(read.work().getFirst().period()).isEqualTo(Period.since(PartialDate.of(2019, 3)));
      assertThat(read.skillNames()).containsExactly("Grinding");
    }
  }

  @Test
  void anArchiveThatReachesOutOfItselfIsRefused() {
    assertRefused(
        zip(Map.of("../../Profile.csv", "First Name\nAda\n")),
        "evil.zip",
        "\"evil.zip\" names files outside of itself (\"../\")");
    assertRefused(
        zip(Map.of("photo.txt", "x")),
        "other.zip",
        "\"other.zip\" is an archive without a file such as Profile.csv");
  }

  @Test
  void entitiesThatGrowAreRefusedBeforeTheyDo() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>";
    assertRefused(
        zip(Map.of("word/document.xml", bomb)), "bomb.docx", "\"bomb.docx\" declares XML entities");
  }

  @Test
  void macrosAreNotRunAndThatIsSaid() throws Exception {
    String text =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Ada Moss</w:t></w:r></w:p></w:body></w:document>";
    ParsedResume read =
        reading.read(zip(Map.of("word/document.xml", text, "word/vbaProject.bin", "x")), "cv.docm");
    assertThat(read.warnings()).contains("It holds macros. They were not run and are not kept.");
    assertThat(read.document().basics().name()).contains("Ada Moss");
  }

  @Test
  void brokenJsonIsSaidToBe() {
    assertRefused(
        "{\"basics\": ".getBytes(StandardCharsets.UTF_8),
        "cv.json",
        "\"cv.json\" is not quite JSON.");
  }

  @Test
  void aHugeFileIsRefusedByItsSize() {
    assertRefused(
        new byte[(20 << 20) + 1], "scan.pdf", "\"scan.pdf\" has 20 MiB, expected at most 20.");
  }

  @TestFactory
  Stream<DynamicTest> recordedResumesAreRead() throws IOException {
    Path folder = fixtures();
    if (folder == null) {
      return Stream.of(
          DynamicTest.dynamicTest("fixtures are not here: nothing was checked", () -> {}));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(pdf|docx|odt|rtf|resume\\.json)"))
          .toList()
          .stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      String.valueOf(file.getFileName()),
                      () -> {
                        ParsedResume read =
                            reading.read(
                                Files.readAllBytes(file), String.valueOf(file.getFileName()));
                        assertThat(read.document().basics().name()).isPresent();
                        assertThat(read.document().basics().email()).isPresent();
                        assertThat(read.document().skillNames()).isNotEmpty();
                        assertThat(read.document().work())
                            .allSatisfy(
                                work -> {
                                  assertThat(work.name()).isPresent();
                                  assertThat(work.position()).isPresent();
                                  assertThat(work.period().start()).isPresent();
                                });
                      }));
    }
  }

  private static @org.jspecify.annotations.Nullable Path fixtures() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("fixtures").resolve("resumes");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return null;
  }

  private void assertRefused(byte[] file, String name, String start) {
    assertThatThrownBy(() -> reading.read(file, name))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith(start);
  }

  private static byte[] zip(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }
}
