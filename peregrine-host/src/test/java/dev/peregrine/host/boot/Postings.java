package dev.peregrine.host.boot;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Hidden;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Invented postings, as a person might have them on a Thursday in March. */
public final class Postings {

  public static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

  public static final String DESCRIPTION =
      """
      <h2>About the work</h2>
      <p>We run the screens on which 140 people keep the northern grid stable, day and night. You
      will own the <b>design system</b> behind them and shape how operators see load, weather and
      faults at a glance.</p>
      <p>You work with two researchers and a team of six engineers. Half of your week is in the
      control room: watching, asking, testing. The other half is turning what you learned into calm,
      dense interfaces that hold up at four in the morning.</p>
      <h3>You bring</h3>
      <ul><li>Five years or more in product design, part of it on complex data tools</li>
      <li>User research that you plan and run yourself</li>
      <li>Experience with SCADA or the energy market is welcome</li>
      <li>German at B2; we work in English in the team</li></ul>
      <script>document.title = 'stolen'</script><img src="https://tracker.example/pixel.gif">
      """;

  private Postings() {}

  public static Posting posting(int number, String title, String company) {
    return Posting.of("n" + number, title, URI.create("https://jobs.example/" + number))
        .withCompany(Optional.of(company))
        .withDescription(Optional.of(DESCRIPTION));
  }

  public static List<Found> found() {
    var found = new ArrayList<Found>();
    found.add(
        kept(
            posting(1, "Senior Product Designer, Grid Tools", "Nordwind Energie")
                .withPlaces(
                    List.of(
                        new Place(
                            "Berlin", Optional.of("Berlin"), Optional.empty(), Optional.of("DE"))))
                .withRemote(Optional.of(RemoteMode.HYBRID))
                .withPosted(Optional.of(TODAY.minusDays(2)))
                .withEmploymentTypes(Set.of(EmploymentType.PERMANENT, EmploymentType.FULL_TIME))
                .withSalary(yearly(68_000, 76_000))));
    found.add(
        kept(
            simple(
                    2,
                    "Product Designer, Booking",
                    "Atelier Sund",
                    "Remote in Germany",
                    RemoteMode.REMOTE,
                    0)
                .withSalary(
                    Salary.of(
                        Optional.of(BigDecimal.valueOf(5200)),
                        Optional.of(BigDecimal.valueOf(5200)),
                        "EUR",
                        PayPeriod.MONTH))));
    found.add(
        kept(
            simple(3, "Design Systems Lead", "Kontor Eins", "Berlin", RemoteMode.HYBRID, 3)
                .withSalary(yearly(80_000, 92_000))));
    found.add(
        kept(
            simple(
                4,
                "UX Designer, Public Services",
                "Werkstatt für Verwaltung",
                "Berlin",
                RemoteMode.HYBRID,
                5)));
    found.add(
        kept(simple(5, "Interaction Designer", "Lumen Optik", "Potsdam", RemoteMode.HYBRID, 6)));
    found.add(
        kept(
            simple(
                    6,
                    "UX/UI Designer (m/w/d)",
                    "Hafenlicht Werft",
                    "Rostock",
                    RemoteMode.ON_SITE,
                    8)
                .withSalary(yearly(58_000, 66_000))));
    found.add(
        kept(
            simple(
                7,
                "Service Designer",
                "Stadtwerke Elbtal",
                "Remote in Germany",
                RemoteMode.REMOTE,
                8)));
    found.add(
        kept(
            simple(
                8, "Design Engineer", "Feldweg Labs", "Remote in Europe", RemoteMode.REMOTE, 10)));
    found.add(kept(simple(9, "Visual Designer", "Salon Verlag", "Berlin", RemoteMode.ON_SITE, 12)));
    found.add(kept(Posting.of("n10", "Designer", URI.create("https://jobs.example/10"))));
    found.add(
        new Found(
            simple(11, "Head of Sales", "Bankhaus Lau", "Berlin", RemoteMode.ON_SITE, 4),
            "village",
            OptionalLong.empty(),
            Optional.of(new Hidden("title", "Head of Sales"))));
    found.add(
        new Found(
            simple(12, "Product Designer", "Quell Software", "Oslo", RemoteMode.ON_SITE, 40),
            "village",
            OptionalLong.empty(),
            Optional.of(new Hidden("age", "40 days"))));
    return found;
  }

  /** The first one on the employer's own page, with less pay and a little more text. */
  public static Found elsewhere() {
    Posting first = found().getFirst().posting();
    Posting there =
        Posting.of(
                "p4711",
                first.title() + " (m/w/d)",
                URI.create("https://nordwind-energie.jobs.personio.de/job/4711"))
            .withCompany(first.company())
            .withPlaces(first.places())
            .withRemote(first.remote())
            .withPosted(Optional.of(TODAY.minusDays(1)))
            .withSalary(yearly(64_000, 72_000))
            .withDescription(
                Optional.of(DESCRIPTION + "<p>Write to Tomke; a photo is not needed.</p>"));
    return new Found(there, "brook", OptionalLong.empty(), Optional.empty());
  }

  private static Found kept(Posting posting) {
    return new Found(posting, "village", OptionalLong.empty(), Optional.empty());
  }

  private static Posting simple(
      int number, String title, String company, String place, RemoteMode mode, int daysAgo) {
    return posting(number, title, company)
        .withPlaces(Place.of(place).stream().toList())
        .withRemote(Optional.of(mode))
        .withPosted(Optional.of(TODAY.minusDays(daysAgo)));
  }

  private static Optional<Salary> yearly(long min, long max) {
    return Salary.of(
        Optional.of(BigDecimal.valueOf(min)),
        Optional.of(BigDecimal.valueOf(max)),
        "EUR",
        PayPeriod.YEAR);
  }

  /** A score whose parts add up to it. */
  public static Score score(double value) {
    double[] shares = {.256, .195, .159, .11, .09, .07, .05, .03, .02, .02};
    String[] terms = {
      "design system",
      "complex data",
      "user research",
      "product design",
      "testing",
      "interfaces",
      "operators",
      "engineers",
      "English",
      "weather"
    };
    var reasons = new ArrayList<Reason>();
    for (int i = 0; i < terms.length; i++) {
      reasons.add(
          new Reason(
              terms[i], Math.round(value * shares[i] * 10) / 10.0, i < 3 ? "skills" : "text"));
    }
    return new Score.Match(value, reasons, List.of("SCADA", "energy market", "B2"));
  }
}
