package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmploymentTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Full-Time                        | [FULL_TIME]
          FullTime                         | [FULL_TIME]
          full_time                        | [FULL_TIME]
          Full Time                        | [FULL_TIME]
          Regular Full Time (Salary)       | [FULL_TIME]
          FULL_TIME, PART_TIME             | [FULL_TIME, PART_TIME]
          Vollzeit                         | [FULL_TIME]
          Vollzeit oder Teilzeit           | [FULL_TIME, PART_TIME]
          tempo pieno                      | [FULL_TIME]
          Tam zamanlı                      | [FULL_TIME]
          TAM ZAMANLI                      | [FULL_TIME]
          pełny etat                       | [FULL_TIME]
          kokopäivätyö                     | [FULL_TIME]
          kokopa\u0308iva\u0308tyo\u0308   | [FULL_TIME]
          plný úvazek                      | [FULL_TIME]
          πλήρης απασχόληση                | [FULL_TIME]
          全职                              | [FULL_TIME]
          دوام كامل                        | [FULL_TIME]
          งานประจำ                          | [FULL_TIME]
          100%                             | [FULL_TIME]
          temps plein/partiel              | [FULL_TIME, PART_TIME]
          částečný úvazek                  | [PART_TIME]
          Side                             | [PART_TIME]
          Permanent                        | [PERMANENT]
          Permanent contract               | [PERMANENT]
          unbefristet                      | [PERMANENT]
          CDI                              | [PERMANENT]
          CDD                              | [TEMPORARY]
          befristet                        | [TEMPORARY]
          Fixed-term contract              | [TEMPORARY]
          Contract                         | [CONTRACT]
          Contractor                       | [CONTRACT]
          Freelance                        | [CONTRACT]
          Intern                           | [INTERNSHIP]
          Stage                            | [INTERNSHIP]
          prácticas                        | [INTERNSHIP]
          Ausbildung                       | [APPRENTICESHIP]
          Werkstudent (m/w/d)              | [WORKING_STUDENT]
          Working student                  | [WORKING_STUDENT]
          per diem                         | [PER_DIEM]
          Volunteer                        | [VOLUNTEER]
          Other                            | [OTHER]
          Full-time, Permanent             | [FULL_TIME, PERMANENT]
          early stage                      | []
          International                    | []
          client side                      | []
          professional / experienced       | []
          ''                               | []
          """)
  void theWordsOfBoardsAreKnown(String text, String expected) {
    assertThat(EmploymentType.parse(text)).hasToString(expected);
  }

  @Test
  void onlyTheBeginningOfALongTextIsRead() {
    assertThat(EmploymentType.parse("x,".repeat(1_000_000) + "intern")).isEmpty();
  }
}
