package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-08-05                       | 2026-08-05
          2026-08-05T23:30:00-05:00        | 2026-08-05
          2026-08-05 09:41:37 UTC          | 2026-08-05
          2026-08-05T09:41:37.1234567Z     | 2026-08-05
          Wed Aug 05 00:00:00 UTC 2026     | 2026-08-05
          1785922897                       | 2026-08-05
          1785922897123                    | 2026-08-05
          05/08/2026                       | 2026-08-05
          08/25/2026                       | 2026-08-25
          5.8.2026                         | 2026-08-05
          Wed, 05 Aug 2026 09:41:37 +0000  | 2026-08-05
          Wed, 05 Aug 2026 09:41:37 GMT    | 2026-08-05
          5 Aug 2026                       | 2026-08-05
          Aug 5, 2026                      | 2026-08-05
          August 5, 2026                   | 2026-08-05
          3 days ago                       | 2026-11-19
          Posted 5 Days Ago                | 2026-11-17
          2 weeks ago                      | 2026-11-08
          an hour ago                      | 2026-11-22
          12h ago                          | 2026-11-21
          Posted Yesterday                 | 2026-11-21
          Posted Today                     | 2026-11-22
          Just posted                      | 2026-11-22
          Few Hours Ago                    | 2026-11-22
          """)
  void aDayIsReadHoweverItIsWritten(String text, LocalDate day) {
    assertThat(Posting.day(text, CLOCK)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "30+ days ago",
        "2026-13-01",
        "0001-01-01",
        "2026",
        "12",
        "31/31/2026",
        "9999999999999999",
        "-5 days ago"
      })
  void whatNamesNoDayIsNone(String text) {
    assertThat(Posting.day(text, CLOCK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-08-05T23:30:00-05:00        | 2026-08-06T04:30:00Z
          2026-08-05T23:30:00+0200         | 2026-08-05T21:30:00Z
          2026-08-05 09:41:37 UTC          | 2026-08-05T09:41:37Z
          2026-08-05T09:41:37              | 2026-08-05T09:41:37Z
          1785922897                       | 2026-08-05T09:41:37Z
          Wed, 05 Aug 2026 09:41:37 +0200  | 2026-08-05T07:41:37Z
          Wed, 05 Aug 2026 09:41:37 GMT    | 2026-08-05T09:41:37Z
          """)
  void aMomentHasATime(String text, Instant moment) {
    assertThat(Posting.moment(text)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-08-05", "yesterday", "", "1", "2026-08-05T25:00:00Z"})
  void aDayAloneIsNoMoment(String text) {
    assertThat(Posting.moment(text)).isEmpty();
  }
}
