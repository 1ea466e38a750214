package dev.peregrine.host.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SkeletonTest {

  private static final YearMonth TODAY = YearMonth.of(2026, 11);
  private static final ResumeDocument RESUME =
      ResumeJson.read(
              """
              {"basics":{"name":"Alex Rivera"},
               "work":[
                {"name":"Northwind Payments","position":"Software Engineer","startDate":"2019-03",
                 "highlights":["Kept the garden of the office","Rebuilt the settlement service in Java",
                  "Moved 14 services to Docker on AWS"]},
                {"name":"Harbour Software","position":"Junior Developer","startDate":"2016-09",
                 "endDate":"2019-02","highlights":["Reports in Python for 30 customers"]}],
               "skills":[{"name":"Languages","keywords":["Java","Python","Haskell"]}]}
              """)
          .orElseThrow();
  private static final Vacancy VACANCY =
      new Vacancy(
          "Backend Engineer",
          "Brightbank",
          "We run a settlement service in Java and Python on Docker, and hope you know Kubernetes.");

  private static String letter(LetterStyle style) {
    return letter(style, "board-lever", VACANCY);
  }

  private static String letter(LetterStyle style, String board, Vacancy vacancy) {
    return Skeleton.of(RESUME, new Recipient(vacancy, board, Optional.empty()), style, TODAY);
  }

  @Test
  void tellsWhatAnswersThePostingAndNothingElse() {
    String letter = letter(LetterStyle.in(Locale.ENGLISH));
    assertThat(letter)
        .startsWith("Dear Hiring Team at Brightbank,")
        .contains(
            "At Northwind Payments as Software Engineer, I moved 14 services to Docker on AWS.",
            "I also rebuilt the settlement service in Java.",
            "At Harbour Software as Junior Developer, my work included this: Reports in Python",
            "Of what you ask for, I bring Java and Python.")
        .doesNotContain("garden", "Haskell", "Kubernetes")
        .endsWith("Kind regards,\nAlex Rivera\n");
    assertThat(Placeholders.in(letter)).hasSize(1);
  }

  @Test
  void theResumeBearsOutAllOfIt() {
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
      for (LetterStyle.Tone tone : LetterStyle.Tone.values()) {
        String letter = letter(new LetterStyle(language, tone, LetterStyle.Length.LONG));
        CheckedText checked =
            EvidenceCheck.check(letter, Facts.of(RESUME, TODAY), VACANCY, Form.LETTER);
        assertThat(checked.unsupported()).as(letter).isEmpty();
      }
    }
  }

  @Test
  void anAgencyIsWrittenToAboutItsClient() {
    assertThat(letter(LetterStyle.in(Locale.ENGLISH), "jobgether", VACANCY))
        .startsWith("Dear Jobgether Recruiting Team,")
        .contains("with your client Brightbank.");
    Vacancy unnamed = new Vacancy("Engineer", "Jobgether", VACANCY.description());
    assertThat(letter(LetterStyle.in(Locale.ENGLISH), "jobgether", unnamed))
        .contains("as", "with your client.")
        .doesNotContain("client Jobgether");
  }

  @Test
  void whereNothingAnswersThePersonIsAskedToSayIt() {
    Vacancy other = new Vacancy("Gardener", "Rosehill", "Roses and hedges.");
    String letter = letter(LetterStyle.in(Locale.ENGLISH), "board-lever", other);
    assertThat(Placeholders.in(letter)).hasSize(2);
    assertThat(letter).doesNotContain("Northwind");
  }
}
