package dev.peregrine.host.tailoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.ResumeReading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResumeTextTest {

  private static final ResumeReading READING =
      new ResumeReading(
          new DocumentText(
              Path.of(System.getProperty("java.home"), "bin", "java"),
              System.getProperty("java.class.path")));

  @Test
  void whatIsWrittenIsUnderstoodAgain() throws Exception {
    String text = ResumeText.of(SampleResume.document());
    assertThat(text)
        .contains("Software Engineer, Northwind Payments, 03/2019 – present")
        .contains("- Moved 14 services to Docker on AWS")
        .contains("Languages: PHP, Java, Python");
    ResumeDocument read = READING.readText(text).document();
    assertThat(ReadBack.of(SampleResume.document(), read))
        .as(text)
        .allSatisfy(back -> assertThat(back.lost()).isEmpty());
  }

  @Test
  void aGermanOneHasGermanHeadings() {
    ResumeDocument german =
        ResumeJson.read(
                """
                {"basics":{"name":"Kim Weber"},"work":[{"name":"Hafen AG","position":"Schreiner",
                 "startDate":"2020","highlights":["Ich habe die Treppen und Türen für das Haus gebaut"]}]}
                """)
            .orElseThrow();
    assertThat(ResumeText.of(german)).contains("\nBerufserfahrung\n", "2020 – heute");
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThat(ReadBack.of(SampleResume.document(), ResumeDocument.EMPTY))
        .filteredOn(back -> back.part() == ReadBack.Part.SCHOOLS)
        .singleElement()
        .satisfies(back -> assertThat(back.lost()).containsExactly("Harbour University"));
  }

  @Test
  void aTextIsComparedWordByWord() {
    String old = "Rebuilt the whole service in Java";
    String now = "Rebuilt the settlement service in Java";
    assertThat(WordDiff.of(now, old))
        .filteredOn(WordDiff.Run::changed)
        .extracting(run -> now.substring(run.start(), run.end()))
        .containsExactly("settlement ");
    assertThat(WordDiff.of(now, now)).noneMatch(WordDiff.Run::changed);
    assertThat(WordDiff.of("", now)).isEmpty();
  }
}
