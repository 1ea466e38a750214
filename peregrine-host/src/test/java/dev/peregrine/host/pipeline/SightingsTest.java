package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Posting;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SightingsTest extends JobsFixture {

  private static final String TEXT =
      "You keep a glossary that lawyers, tellers and developers follow. You test words with people"
          + " over seventy and with people under twenty. You write German as a first language. The bank"
          + " is 160 years old and has been online for twenty-five of them.";

  private static Optional<Salary> pay(long amount) {
    return Salary.of(
        Optional.of(BigDecimal.valueOf(amount)), Optional.empty(), "EUR", PayPeriod.YEAR);
  }

  private static Posting writer(String id) {
    return saying(posting(id, "UX Writer", "Lau AG"), TEXT);
  }

  @Test
  void eachSightingSaysWhereWhenAndWhatDiffers() {
    long id = add(writer("1").withSalary(pay(60_000)));
    home.pass(Duration.ofDays(3));
    Posting there =
        saying(
                posting("2", "UX Writer (m/w/d)", "Bank Lau"),
                TEXT + " Dogs are welcome in the office.")
            .withCompany(Optional.of("LAU"))
            .withSalary(pay(58_000));
    store(found("second", there));
    home.pass(Duration.ofDays(2));
    store(found("second", there));

    List<Sighting> sightings = job(id).sightings();
    assertThat(sightings).extracting(Sighting::board).containsExactly("board", "second");
    Sighting second = sightings.getLast();
    assertThat(second.firstSeen()).isEqualTo(home.now().minus(Duration.ofDays(2)));
    assertThat(second.seen()).isEqualTo(home.now());
    assertThat(second.salary()).isEqualTo(pay(58_000));
    Said said = second.said().orElseThrow();
    assertThat(said.title()).contains("UX Writer (m/w/d)");
    assertThat(said.company()).contains("LAU");
    assertThat(said.salary()).isTrue();
    assertThat(said.onlyThere()).containsExactly("Dogs are welcome in the office.");
    assertThat(said.leftOut()).isZero();
    assertThat(sightings.getFirst().said().orElseThrow().onlyThere()).isEmpty();
  }

  @Test
  void theEmployersOwnPageIsTheLinkWhoeverHadItFirst() {
    long id = add(writer("1"));
    URI own = URI.create("https://lau.jobs.personio.de/job/4711");
    store(found("personio", writer("2").withUrl(own)));
    assertThat(job(id).posting().url()).isEqualTo(own);
    assertThat(job(id).board()).isEqualTo("personio");
    assertThat(job(id).sightings())
        .extracting(Sighting::isEmployersOwn)
        .containsExactly(false, true);
  }

  @Test
  void anAgencysCopyBecomesASightingOfTheEmployersJobWhicheverComesFirst() {
    Posting copy =
        saying(
                posting("1", "UX Writer", "Hays AG"),
                "Our client is looking for you. " + TEXT + TEXT)
            .withUrl(URI.create("https://hays.example/1"));
    long id = add(copy);
    assertThat(store(found("b", saying(posting("2", "UX Writer", "Lau AG"), TEXT + TEXT))))
        .containsExactly(new Stored.AlsoOn(id, "board"));
    assertThat(job(id).posting().company()).contains("Lau AG");
    assertThat(job(id).sightings().getFirst().said().orElseThrow().company()).contains("Hays AG");
    Posting again =
        saying(
            posting("3", "UX Writer", "Hays AG"), "Our client is looking for you. " + TEXT + TEXT);
    assertThat(store(found("c", again)).getFirst()).isInstanceOf(Stored.AlsoOn.class);
    assertThat(job(id).posting().company()).contains("Lau AG");
  }

  @Test
  void whatABoardListsAgainIsMarkedReposted() {
    LocalDate day = LocalDate.of(2026, 11, 1);
    long id = add(writer("1").withPosted(Optional.of(day)));
    store(found("board", writer("1").withPosted(Optional.of(day.plusDays(3)))));
    assertThat(job(id).sightings().getFirst().reposted()).isEmpty();
    store(found("board", writer("1").withPosted(Optional.of(day.plusDays(18)))));
    assertThat(job(id).sightings().getFirst().reposted()).contains(home.now());

    store(found("board", writer("1b")));
    assertThat(job(id).sightings()).hasSize(2);
    assertThat(job(id).sightings().getLast().reposted()).contains(home.now());
  }

  @Test
  void oneAddressToApplyIsOneJobInWhateverWords() {
    URI form = URI.create("https://boards.greenhouse.io/lau/jobs/4012345002");
    long id = add(writer("1").withApplyUrl(Optional.of(form)));
    Posting own =
        saying(posting("g", "UX Writer", "Bankhaus Lau"), text(9, 60))
            .withUrl(URI.create("https://job-boards.greenhouse.io/lau/jobs/4012345002?gh_src=x"));
    assertThat(store(found("greenhouse", own))).containsExactly(new Stored.AlsoOn(id, "board"));
    Posting another =
        saying(posting("h", "Nurse", "Charité"), text(8, 60)).withApplyUrl(Optional.of(form));
    assertThat(store(found("b", another)).getFirst()).isInstanceOf(Stored.New.class);
  }

  @Test
  void theEmployersWithOneTitleInManyTownsAreToldApartByTown() {
    for (int at = 0; at < 60; at++) {
      add(in(saying(posting("t" + at, "Driver", "Fleet"), TEXT), "Town" + at));
    }
    assertThat(store(found("b", in(saying(posting("x", "Driver", "Fleet"), TEXT), "Town7"))))
        .containsExactly(new Stored.AlsoOn(8, "board"));
  }
}
