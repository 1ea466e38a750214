package dev.peregrine.host.resumes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.documents.TextPiece;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreeColumnsTest {

  private static final List<String> CONTACT =
      List.of(
          "Skills",
          "Java and Kotlin",
          "PostgreSQL, SQLite",
          "Kubernetes",
          "Terraform, Ansible",
          "Writing for people");
  private static final List<String> WORK =
      List.of(
          "Experience",
          "Software Engineer, Northwind Payments",
          "03/2019 – 05/2024",
          "Rebuilt the settlement service in Java",
          "Led a team of four through two launches",
          "Analyst, Engine Works",
          "01/2015 – 02/2019",
          "Wrote the first program of the company");
  private static final List<String> SCHOOL =
      List.of(
          "Education",
          "BSc Computer Science",
          "University of Leeds",
          "2012 – 2015",
          "Thesis on sorting",
          "With distinction");

  private static TextPiece at(double left, double baseline, double size, String text) {
    return new TextPiece(
        TextPiece.Kind.TEXT,
        1,
        left,
        left + text.length() * size * 0.48,
        baseline,
        size,
        size > 10,
        false,
        false,
        text);
  }

  private static void column(
      List<TextPiece> pieces, double left, double first, List<String> lines) {
    for (int at = 0; at < lines.size(); at++) {
      pieces.add(at(left, first + at * 17.3, at == 0 ? 12 : 9, lines.get(at)));
    }
  }

  @Test
  void eachColumnIsReadFromTopToBottom() {
    var pieces = new ArrayList<TextPiece>();
    pieces.add(at(40, 40, 20, "Ada Byron"));
    pieces.add(
        at(
            40,
            60,
            9,
            "ada@example.org, London, and a line that goes over the whole width of the page, so that nobody takes it for a column"));
    column(pieces, 40, 100, CONTACT);
    column(pieces, 170, 104, WORK);
    column(pieces, 420, 108, SCHOOL);
    ParsedResume read = ResumeReading.parsed(pieces);
    List<String> lines = read.lines().stream().map(SourceLine::text).toList();
    assertThat(lines.subList(2, 8)).isEqualTo(CONTACT);
    assertThat(lines.subList(8, 14)).isEqualTo(SCHOOL);
    assertThat(lines.subList(14, 22)).isEqualTo(WORK);
    assertThat(read.document().work())
        .extracting(work -> work.name().orElse(""))
        .containsExactly("Northwind Payments", "Engine Works");
    assertThat(read.document().education())
        .extracting(school -> school.institution().orElse(""))
        .containsExactly("University of Leeds");
  }
}
