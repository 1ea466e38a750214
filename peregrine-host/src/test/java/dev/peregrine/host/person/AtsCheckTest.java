package dev.peregrine.host.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.SourceLine;
import dev.peregrine.host.resumes.Work;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class AtsCheckTest {

  private static final String GOOD =
      """
      Ada Byron
      ada@example.org, +44 20 1234567
      Experience
      Analyst, Engine Works, 1842 – 1850
      Wrote the first program
      Education
      Home, with tutors of mathematics
      Skills
      Mathematics, French
      """;

  private static Reading reading(String... lines) {
    return new Reading(
        Map.of(),
        IntStream.range(0, lines.length)
            .mapToObj(at -> new SourceLine(at + 1, 1, lines[at], false))
            .toList(),
        List.of(),
        List.of());
  }

  private static List<String> toDo(AtsCheck check) {
    return check.findings().stream()
        .filter(finding -> finding.level() != AtsCheck.Level.FINE)
        .map(AtsCheck.Finding::title)
        .toList();
  }

  private static AtsCheck check(String plain, String... lines) {
    return new AtsCheck(plain, reading(lines), ResumeDocument.EMPTY, Map.of());
  }

  @Test
  void aPlainFileIsFine() {
    assertThat(toDo(check(GOOD, GOOD.split("\n")))).isEmpty();
    assertThat(toDo(check(GOOD.replace("Experience", "Berufserfahrung:")))).isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    String plain =
        GOOD.replace("ada@example.org, +44 20 1234567\n", "").replace("Skills", "My toolbox");
    assertThat(toDo(check(plain)))
        .containsExactly(
            "No e-mail address can be read",
            "No phone number can be read",
            "No heading “Skills” is recognised");
  }

  @Test
  void signsThatAreNoLettersAreCounted() {
    assertThat(toDo(check(GOOD + "\uE0B7 \uFFFD (cid:127)\n")))
        .containsExactly("3 signs cannot be read as letters");
  }

  @Test
  void columnsThatRunTogetherAreShown() {
    String plain =
        GOOD
            + "Engine Works          Python and more\n"
            + "Mill of the family    Team work\n"
            + "Bank of the town      Languages\n"
            + "Analyst          1842 – 1850\n";
    assertThat(toDo(check(plain))).containsExactly("Two columns run into each other");
    assertThat(
            toDo(check(GOOD + "Engine Works Python and more\n", "Engine Works", "Python and more")))
        .containsExactly("Two columns run into each other");
  }

  @Test
  void anotherOrderIsSaid() {
    String plain = GOOD + "Second column, a line\nSecond column, a line more\n";
    assertThat(
            toDo(
                check(
                    plain,
                    "Second column, a line more",
                    "Analyst, Engine Works, 1842 – 1850",
                    "Wrote the first program",
                    "Home, with tutors of mathematics",
                    "Mathematics, French")))
        .containsExactly("A plain reader takes the text in another order");
  }

  @Test
  void aPositionWithoutDatesIsNamed() {
    var document = ResumeDocument.EMPTY.withWork(List.of(Work.EMPTY.withPosition("Analyst")));
    assertThat(toDo(new AtsCheck(GOOD, reading(), document, Map.of())))
        .containsExactly("“Analyst” has no dates");
  }

  @Test
  void whatStandsInHeadersAndBoxesOfADocumentIsSaid() throws Exception {
    var file = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(
          "<w:p>Ada &amp; Co</w:p><w:tbl></w:tbl><w:txbxContent><w:p>Python</w:p></w:txbxContent>"
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/header1.xml"));
      zip.write("<w:p>ada@example.org +44 20 1234567</w:p>".getBytes(StandardCharsets.UTF_8));
    }
    var check =
        new AtsCheck(GOOD, reading(), ResumeDocument.EMPTY, OfficeParts.of(file.toByteArray()));
    assertThat(toDo(check))
        .containsExactly(
            "Your e-mail address stands only in the page's header or footer",
            "Your phone number stands only in the page's header or footer",
            "Some text stands in text boxes",
            "Some text stands in tables");
    assertThat(OfficeParts.of(new byte[] {'P', 'K', 3, 4, 9})).isEmpty();
  }
}
