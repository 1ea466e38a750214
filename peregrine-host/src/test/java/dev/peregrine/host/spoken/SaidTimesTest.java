package dev.peregrine.host.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.spoken.SaidTime.Doubt;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read on Thursday, 12 March 2026, in Berlin. */
class SaidTimesTest {

  private static final ZonedDateTime WRITTEN =
      ZonedDateTime.parse("2026-03-12T09:41:00+01:00[Europe/Berlin]");

  private static List<SaidTime> read(String text) {
    return new SaidTimes(WRITTEN).in(text);
  }

  private static String starts(String text) {
    return read(text).stream()
        .map(time -> time.start().toInstant().atZone(WRITTEN.getZone()).toLocalDateTime())
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tuesday 17 March at 2pm CET                               | 2026-03-17T14:00
          Would Tuesday, March 17th, 2026 at 2:30 p.m. suit you?    | 2026-03-17T14:30
          am Dienstag, den 17. März um 14 Uhr                       | 2026-03-17T14:00
          am Dienstag, den 17. März 2026, um 14:30 Uhr              | 2026-03-17T14:30
          am 17.03.2026 um 14.30 Uhr                                | 2026-03-17T14:30
          am 17.3. von 10 bis 11 Uhr                                | 2026-03-17T10:00
          Di, 17.03., 10:00 Uhr                                     | 2026-03-17T10:00
          We meet at 9:30 on 2026-03-18.                            | 2026-03-18T09:30
          next Tuesday at 11am                                      | 2026-03-17T11:00
          kommenden Dienstag um 11 Uhr 15                           | 2026-03-17T11:15
          tomorrow at noon                                          | 2026-03-13T12:00
          morgen um 9 Uhr                                           | 2026-03-13T09:00
          übermorgen, 16:00                                         | 2026-03-14T16:00
          Wednesday next week, 3-4pm                                | 2026-03-18T15:00
          nächste Woche Mittwoch um 15 Uhr                          | 2026-03-18T15:00
          Tuesday or Wednesday at 10:00                             | 2026-03-17T10:00 2026-03-18T10:00
          Tuesday at 10:00, Wednesday at 14:00 or Friday 9am        | 2026-03-17T10:00 2026-03-18T14:00 2026-03-13T09:00
          On Tuesday at 10:00 and 14:00                             | 2026-03-17T10:00 2026-03-17T14:00
          on Tuesday between 10:00 and 12:00                        | 2026-03-17T10:00
          17 March, 2pm ET                                          | 2026-03-17T19:00
          17 March, 2:00 PM (Eastern Time)                          | 2026-03-17T19:00
          17 March at 14:00 London time                             | 2026-03-17T15:00
          17. März um 14 Uhr New Yorker Zeit                        | 2026-03-17T19:00
          17 March 14:00 UTC+2                                      | 2026-03-17T13:00
          17 March 14:00 GMT                                        | 2026-03-17T15:00
          Mon Mar 30, 11-1pm BST                                    | 2026-03-30T12:00
          2 April, 10am PT                                          | 2026-04-02T19:00
          5 January at 10:00                                        | 2027-01-05T10:00
          Montag, 16.3. 10–11:30 Uhr oder Donnerstag, 19.3. 14 Uhr  | 2026-03-16T10:00 2026-03-19T14:00
          2 April, 10am your time                                   | 2026-04-02T10:00
          """)
  void aDayAndATimeThatStandTogetherAreAMoment(String text, String expected) {
    assertThat(starts(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          You applied on 1 March at 10:00.
          Guten Morgen! Wir haben 24 Uhr geöffnet.
          It takes 2 h and costs 10.30 Euro.
          On Tuesday we celebrate. The office opens at 9:00.
          17 March
          at 10:00
          The test has 10:1 odds on 31.02.2026 um 25 Uhr
          Call +49 30 12:30 456
          12/13/14 15:16:17
          """)
  void whatIsNotBothOrIsOverIsNoMoment(String text) {
    assertThat(starts(text)).isEmpty();
  }

  @Test
  void aListUnderADayAreItsTimes() {
    assertThat(
            starts(
                "Please choose:\nTuesday, 17 March\n- 10:00\n- 14:30\n\nWednesday, 18 March:\n- 9:00"))
        .isEqualTo("2026-03-17T10:00 2026-03-17T14:30 2026-03-18T09:00");
  }

  @Test
  void aZoneThatIsNamedOnceIsMeantForTheOthers() {
    assertThat(starts("Tuesday 10:00 ET or Wednesday 11:00"))
        .isEqualTo("2026-03-17T15:00 2026-03-18T16:00");
  }

  @Test
  void whatTheTextLeavesOpenIsTold() {
    assertThat(read("17 March 14:00").getFirst().doubts()).containsExactly(Doubt.NO_ZONE);
    assertThat(read("17 March 14:00 ZZT").getFirst().doubts()).containsExactly(Doubt.UNKNOWN_ZONE);
    assertThat(read("17 March 14:00 CET").getFirst().doubts()).isEmpty();
    assertThat(read("Monday 17 March 14:00 CET").getFirst().doubts())
        .containsExactly(Doubt.WRONG_WEEKDAY);
    assertThat(read("29 March 2026, 02:30 CET").getFirst().doubts())
        .containsExactly(Doubt.SKIPPED_HOUR);
    assertThat(read("25 October 2026, 02:30 CET").getFirst().doubts())
        .containsExactly(Doubt.DOUBLE_HOUR);
  }

  @Test
  void dayAndMonthThatCanBeTurnedAreBothOffered() {
    assertThat(starts("on 4/5/2026 at 10:00")).isEqualTo("2026-05-04T10:00 2026-04-05T10:00");
    assertThat(read("on 4/5/2026 at 10:00")).allMatch(t -> t.doubts().contains(Doubt.DAY_OR_MONTH));
    assertThat(starts("on 4/25/2026 at 10:00")).isEqualTo("2026-04-25T10:00");
    assertThat(starts("on Monday 4/5/2026 at 10:00")).isEqualTo("2026-05-04T10:00");
  }

  @Test
  void whereAnEndIsNamedTheLengthIsKnown() {
    assertThat(read("17 March, 10:00–10:45").getFirst().length()).contains(Duration.ofMinutes(45));
    assertThat(read("17 March, 2-3pm").getFirst().length()).contains(Duration.ofHours(1));
    assertThat(read("17 March, 2pm").getFirst().length()).isEmpty();
  }

  @Test
  void aHugeTextIsReadWithoutWaiting() {
    assertThat(read("Tuesday 17 March or 10:00 ".repeat(20_000))).hasSizeLessThan(9);
    assertThat(read("1".repeat(50_000) + " mon ".repeat(10_000))).isEmpty();
    assertThat(read("monday, ".repeat(10_000) + "10:00")).hasSizeLessThan(9);
  }
}
