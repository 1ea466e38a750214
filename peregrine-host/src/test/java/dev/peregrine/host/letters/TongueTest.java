package dev.peregrine.host.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | We are looking for an engineer to join our team and to work with the people who run this service.",
        "de | Wir suchen für unser Team eine Ingenieurin oder einen Ingenieur, die den Betrieb mit uns aufbaut und nicht nur verwaltet.",
        "fr | Nous recherchons pour notre équipe un ingénieur qui travaille avec nous sur les outils et dans la durée.",
        "es | Buscamos para nuestro equipo una persona que trabaje con nosotros en las herramientas del servicio y en su calidad.",
        "it | Cerchiamo per il nostro team una persona che lavori con noi alla qualità del servizio e degli strumenti.",
        "nl | Wij zoeken voor ons team een ingenieur die met ons aan de kwaliteit van het platform werkt en dat met plezier doet.",
        "pt | Procuramos para o nosso time uma pessoa que trabalhe com a gente na qualidade do serviço e das ferramentas em uso.",
        "pl | Szukamy osoby do pracy z nami w zespole, która nie boi się zmian oraz jest gotowa na rozwój przez naukę i pracę.",
        "sv | Vi söker en ingenjör som vill arbeta med oss och som har erfarenhet av att bygga det som kunder använder hos oss.",
        "da | Vi søger en ingeniør som vil arbejde med os og har erfaring med at bygge det, der ikke er på plads fra dag et."
      })
  void aLanguageIsRecognised(String tag, String text) {
    assertThat(Tongue.of(text)).contains(Locale.forLanguageTag(tag));
  }

  @Test
  void aListOfNamesIsInNoLanguage() {
    assertThat(
            Tongue.of("Java Kotlin Docker Kubernetes AWS Kafka Spark Go Rust SQL Git Linux Bash"))
        .isEmpty();
    assertThat(Tongue.of("Too short to say")).isEmpty();
  }
}
