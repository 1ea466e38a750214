package dev.peregrine.host.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

  private static List<String> values(String typed) {
    return Places.find(typed, 8).stream().map(NamedPlace::value).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          munch       | München, Germany
          Münch       | München, Germany
          Muenchen    | München, Germany
          munic       | Munich, Germany
          Cologne     | Cologne, Germany
          goettingen  | Göttingen, Germany
          wien        | Wien, Austria
          sao p       | São Paulo, Brazil
          lodz        | Łódź, Poland
          new york    | New York, NY
          springfield | Springfield, MO
          den haag    | Den Haag, Netherlands
          '  PARIS, f' | Paris, France
          """)
  void aCityIsFoundByHowItIsWrittenThere(String typed, String first) {
    assertThat(values(typed)).first().isEqualTo(first);
  }

  @Test
  void theOtherNameIsToldBesideTheOneThatWasTyped() {
    assertThat(Places.find("münch", 1))
        .containsExactly(new NamedPlace("München, Germany", "Munich"));
  }

  @Test
  void countriesAreFoundInEnglishAndGerman() {
    assertThat(values("germ")).contains("Germany");
    assertThat(values("deutschl")).contains("Deutschland");
    assertThat(values("österr")).contains("Österreich");
  }

  @Test
  void whatBeginsSoComesBeforeWhatHoldsAWordThatDoes() {
    assertThat(values("york").subList(0, 2)).containsExactly("York, United Kingdom", "York, PA");
    assertThat(values("francisco")).contains("San Francisco, CA");
  }

  @Test
  void nothingAndNonsenseFindNothing() {
    assertThat(values("")).isEmpty();
    assertThat(values(" ,;|")).isEmpty();
    assertThat(values("xqzzy")).isEmpty();
    assertThat(values("|")).isEmpty();
  }

  @Test
  void theLargestCitiesOfTheWorldAreKnownAndNoMoreAreGivenThanAskedFor() {
    assertThat(Places.cityCount()).isGreaterThan(20_000);
    assertThat(Places.find("a", 5)).hasSize(5);
  }
}
