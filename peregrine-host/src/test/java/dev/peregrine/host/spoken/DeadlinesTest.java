package dev.peregrine.host.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read on Thursday, 12 March 2026, in Berlin. */
class DeadlinesTest {

  private static final ZonedDateTime WRITTEN =
      ZonedDateTime.parse("2026-03-12T09:41:00+01:00[Europe/Berlin]");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Please reply by Friday.                                 | 2026-03-13T23:59
          Please complete it by 20 March at 5pm.                  | 2026-03-20T17:00
          The deadline is Monday, 16 March.                       | 2026-03-16T23:59
          The link is valid until 18.03.2026.                     | 2026-03-18T23:59
          Your link expires on March 19th                         | 2026-03-19T23:59
          Bitte antworte uns bis zum 17. März.                    | 2026-03-17T23:59
          Bitte bis spätestens Dienstag, 14 Uhr                   | 2026-03-17T14:00
          Die Frist ist der 20.3.                                 | 2026-03-20T23:59
          You have to do it within 5 days.                        | 2026-03-17T23:59
          Please answer within three business days                | 2026-03-17T23:59
          The test expires in 48 hours                            | 2026-03-14T09:41
          Bitte innerhalb von 7 Tagen ausfüllen                   | 2026-03-19T23:59
          We meet on Monday; please confirm by tomorrow.          | 2026-03-13T23:59
          We talk on Friday from 10:00 until 11:00.               |
          You applied before 1 March.                             |
          We will come back to you next Tuesday.                  |
          """)
  void itSaysUntilWhenSomethingIsWanted(String text, String expected) {
    assertThat(
            new Deadlines(WRITTEN)
                .first(text)
                .map(due -> due.toLocalDateTime().toString())
                .orElse(null))
        .isEqualTo(expected);
  }
}
