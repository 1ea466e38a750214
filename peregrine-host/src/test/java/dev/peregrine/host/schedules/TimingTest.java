package dev.peregrine.host.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          off                      | off                    |
          Every 6 hours            | every 6 hours          | 0 */6 * * *
          hourly                   | every hour             | 0 * * * *
          daily                    | every day at 08:00     | 0 8 * * *
          every morning            | every day at 08:00     | 0 8 * * *
          every day at 7:30        | every day at 07:30     | 30 7 * * *
          weekdays at 08:00        | weekdays at 08:00      | 0 8 * * 1-5
          mondays at 09:15         | every monday at 09:15  | 15 9 * * 1
          every sunday at 09:15    | every sunday at 09:15  | 15 9 * * 0
          every wednesday          | every wednesday at 08:00 | 0 8 * * 3
          weekly                   | every monday at 08:00  | 0 8 * * 1
          30  7 * * 1-5            | 30 7 * * 1-5           | 30 7 * * 1-5
          30 7 * * MON-FRI         | 30 7 * * mon-fri       | 30 7 * * mon-fri
          """)
  void aTimingIsReadAsPeopleSayItAndWrittenSoThatItReadsTheSame(
      String typed, String text, String cron) {
    Timing timing = Timing.parse(typed);
    assertThat(timing.text()).isEqualTo(text);
    assertThat(timing.cron().orElse(null)).isEqualTo(cron);
    assertThat(Timing.parse(timing.text())).isEqualTo(timing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every 5 hours     | Every "5" hours: expected 1, 2, 3, 4, 6, 8 or 12
          weekdays at 25:00 | "25:00" is no time of the day, expected one such as 07:30.
          now and then      | "now and then" is no timing, expected off, every 6 hours
          * * * * *         | "* * * * *" happens every 1 minutes, expected 15 or more
          61 * * * *        | "61 * * * *" is no cron:
          0 0 30 2 *        | "0 0 30 2 *" never happens.
          """)
  void whatIsNoTimingIsSaidWithWhatWasExpected(String typed, String said) {
    assertThatThrownBy(() -> Timing.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "every", "every day at", "@daily", "0 7 * *", "0 7 * * 1-5 2030"})
  void halfATimingIsNone(String typed) {
    assertThatThrownBy(() -> Timing.parse(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everySchedulableTimingHasWords() {
    assertThat(Timing.parse("every monday at 09:15").words()).isEqualTo("every Monday at 09:15");
    assertThat(Timing.parse("30 7 * * 1-5").words()).isEqualTo("at the times of “30 7 * * 1-5”");
  }
}
