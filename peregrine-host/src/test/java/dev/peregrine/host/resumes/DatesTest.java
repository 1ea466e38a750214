package dev.peregrine.host.resumes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Jan 2020 – Present | 2020-01..now
          January 2018 - May 2020 | 2018-01..2020-05
          01/2020 – heute | 2020-01..now
          2019-03 to 2021-07 | 2019-03..2021-07
          Sept. 2018 – Jan. 2019 | 2018-09..2019-01
          2018–2020 | 2018..2020
          2018-20 | 2018..2020
          seit 2020 | 2020..now
          Since March 2017 | 2017-03..now
          Q3 2021 – Q1 2022 | 2021..2022
          '08 – '11 | 2008..2011
          Feb '12 – Aug '17 | 2012-02..2017-08
          Jan – Mar 2020 | 2020-01..2020-03
          15.03.2014 – 31.12.2019 | 2014-03-15..2019-12-31
          janv. 2015 – août 2019 | 2015-01..2019-08
          Depuis septembre 2019 | 2019-09..now
          enero de 2018 – actualidad | 2018-01..now
          de marzo de 2014 a diciembre de 2017 | 2014-03..2017-12
          09/2017 – oggi | 2017-09..now
          Abril 2019 – Presente | 2019-04..now
          jan 2020 – pågående | 2020-01..now
          05.2018 – obecnie | 2018-05..now
          styczeń 2016 – marzec 2018 | 2016-01..2018-03
          mrt 2016 – heden | 2016-03..now
          März 2016 bis Oktober 2018 | 2016-03..2018-10
          2019 - | 2019..now
          March 2021 - Present (3 years 2 months) | 2021-03..now
          2019.03 - 2021.07 | 2019-03..2021-07
          June 2016 | ..2016-06
          May 3, 2019 | ..2019-05
          $2019 | none
          ISO 27001 in 12345 | none
          """)
  void aPeriodIsReadAsItIsWritten(String written, String read) {
    String found =
        Dates.in(written).stream()
            .map(Dates.Hit::period)
            .map(DatesTest::shown)
            .collect(Collectors.joining(" "));
    assertThat(found.isEmpty() ? "none" : found).isEqualTo(read);
  }

  private static String shown(Period period) {
    return period.start().map(PartialDate::toString).orElse("")
        + ".."
        + (period.current() ? "now" : period.end().map(PartialDate::toString).orElse(""));
  }
}
