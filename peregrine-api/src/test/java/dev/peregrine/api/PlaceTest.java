package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

  @Test
  void theTextJoinsThePartsThatAreThere() {
    Place place =
        Place.of(Optional.of(" Berlin "), Optional.of(" "), Optional.of("Deutschland"))
            .orElseThrow();
    assertThat(place.text()).isEqualTo("Berlin, Deutschland");
    assertThat(place.city()).hasValue("Berlin");
    assertThat(place.region()).isEmpty();
    assertThat(place.country()).hasValue("DE");
  }

  @Test
  void anUnknownCountryStaysInTheTextOnly() {
    Place place =
        Place.of(Optional.empty(), Optional.empty(), Optional.of("Worldwide")).orElseThrow();
    assertThat(place.text()).isEqualTo("Worldwide");
    assertThat(place.country()).isEmpty();
  }

  @Test
  void blankPartsMakeNoPlace() {
    assertThat(Place.of(" ")).isEmpty();
    assertThat(Place.of(Optional.of(""), Optional.empty(), Optional.of(" "))).isEmpty();
  }

  @Test
  void aCountryIsACodeOfTwoCapitals() {
    assertThatThrownBy(
            () -> new Place("Berlin", Optional.empty(), Optional.empty(), Optional.of("de")))
        .hasMessage("Place \"Berlin\": country \"de\", expected two capital letters such as DE.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Germany                | DE
          GERMANY                | DE
          Deutschland            | DE
          de                     | DE
          DEU                    | DE
          USA                    | US
          U.S.                   | US
          U.S.A.                 | US
          United States          | US
          the United States      | US
          United States of America | US
          UK                     | GB
          England                | GB
          United Kingdom         | GB
          The Netherlands        | NL
          Holland                | NL
          Polska                 | PL
          Česko                  | CZ
          Ελλάδα                 | GR
          Україна                | UA
          대한민국                  | KR
          भारत                   | IN
          ประเทศไทย              | TH
          Việt Nam               | VN
          Sverige                | SE
          España                 | ES
          Espana                 | ES
          Brasil                 | BR
          Österreich             | AT
          Schweiz                | CH
          日本                    | JP
          Türkiye                | TR
          Turkey                 | TR
          Czech Republic         | CZ
          Bosnia and Herzegovina | BA
          Bosnia & Herzegovina   | BA
          Côte d'Ivoire          | CI
          Hong Kong              | HK
          Viet Nam               | VN
          South Korea            | KR
          """)
  void countriesAreKnownByTheirNames(String name, String code) {
    assertThat(Place.countryCode(name)).hasValue(code);
  }

  @Test
  void everyCountryIsKnownByItsEnglishNameAndItsCodes() {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      assertThat(Place.countryCode(code)).hasValue(code);
      assertThat(Place.countryCode(country.getISO3Country())).hasValue(code);
      assertThat(Place.countryCode(country.getDisplayCountry(Locale.ENGLISH))).hasValue(code);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "Worldwide", "Europe", "Remote", "Berlin", "the"})
  void whatIsNoCountryHasNoCode(String name) {
    assertThat(Place.countryCode(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Remote, Italy                | REMOTE  | IT
          Remote - US                  | REMOTE  | US
          US-Remote, US-Chicago        | REMOTE  |
          Bangalore, India (Remote)    | REMOTE  | IN
          Hybrid - London, UK          | HYBRID  | GB
          Remote or hybrid, Berlin     | HYBRID  |
          Chicago, IL                  |         |
          San Francisco, CA            |         |
          Atlanta, Georgia             |         |
          London, United Kingdom       |         | GB
          Not remote: Paris, France    |         | FR
          In-Office, Tokyo, Japan      | ON_SITE | JP
          Home based - Worldwide       | REMOTE  |
          """)
  void aPlaceTellsCountryAndWorkModelWhereThereIsNoDoubt(
      String text, RemoteMode remote, String country) {
    assertThat(RemoteMode.ofPlace(text)).isEqualTo(Optional.ofNullable(remote));
    assertThat(Place.parse(text).orElseThrow().country()).isEqualTo(Optional.ofNullable(country));
    assertThat(Place.parse(text).orElseThrow().text()).isEqualTo(text);
  }

  @Test
  void aWorkModelIsNoPlace() {
    assertThat(Place.isWorkModel("Fully remote")).isTrue();
    assertThat(Place.isWorkModel("Hybrid")).isTrue();
    assertThat(Place.isWorkModel("Remote, Italy")).isFalse();
    assertThat(Place.isWorkModel(" ")).isFalse();
  }
}
