package dev.peregrine.host.resumes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnnamedTest {

  private static final Unnamed ACME = new Unnamed(List.of("Acme Rockets GmbH"));

  @Test
  void theNameGoesHoweverItIsWritten() {
    assertThat(ACME.in("At Acme Rockets GmbH, then ACME-ROCKETS and acme rockets’ office."))
        .isEqualTo(
            "At a confidential employer, then a confidential employer and a confidential employer’s"
                .replace("employer’s", "employer’ office."));
  }

  @Test
  void aPartOfAWordIsNoName() {
    var ag = new Unnamed(List.of("Ford"));
    assertThat(ag.in("Affordable work at Ford in Oxford"))
        .isEqualTo("Affordable work at a confidential employer in Oxford");
  }

  @Test
  void severalAreToldApartAndTheLongerNameIsFoundFirst() {
    var both = new Unnamed(List.of("Acme", "Acme Rockets"));
    assertThat(both.in("Acme Rockets, then Acme Inc."))
        .isEqualTo("confidential employer 2, then confidential employer 1");
  }

  @Test
  void aNewWordingOfTheirOwnLineGetsTheNameBackAndNothingElseDoes() {
    assertThat(ACME.back("Led a confidential employer's launch", "Launch of Acme Rockets"))
        .isEqualTo("Led Acme Rockets's launch");
    assertThat(ACME.back("Worked for a confidential employer", "Worked in space"))
        .isEqualTo("Worked for a confidential employer");
  }

  @Test
  void anEmptyNameHidesNothing() {
    assertThat(new Unnamed(List.of("", " ", "GmbH")).in("All of it, GmbH"))
        .isEqualTo("All of it, GmbH");
  }
}
