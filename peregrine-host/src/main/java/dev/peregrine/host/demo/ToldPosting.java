package dev.peregrine.host.demo;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An invented posting, and what became of it.
 *
 * @param id a word by which letters and mails name it
 * @param board that told it
 * @param found how many days ago
 * @param moves each how many days ago and where to, such as {@code 12 applied}
 */
public record ToldPosting(
    String id,
    String title,
    String company,
    String place,
    String country,
    String remote,
    String pay,
    String board,
    int found,
    String text,
    List<String> moves) {

  private static final String REMOTE = "Remote in ";

  /** All that are told. */
  public static List<ToldPosting> all() {
    return Told.of("postings").stream().map(ToldPosting::of).toList();
  }

  private static ToldPosting of(Told told) {
    return new ToldPosting(
        told.text("id"),
        told.text("title"),
        told.text("company"),
        told.text("place"),
        told.text("country").isEmpty() ? "DE" : told.text("country"),
        told.text("remote"),
        told.text("pay"),
        told.text("board"),
        told.number("found"),
        told.text("text"),
        told.texts("moves"));
  }

  /** As the board told it on that day. */
  public Posting posting(LocalDate day) {
    URI address = URI.create("https://jobs.%s.example/openings/%s".formatted(slug(), id));
    String html =
        text.strip().lines().map("<p>%s</p>"::formatted).collect(Collectors.joining("\n"));
    Posting posting =
        Posting.of(id, title, address)
            .withCompany(Optional.of(company))
            .withDescription(Optional.of(html))
            .withPosted(Optional.of(day))
            .withPlaces(List.of(where()))
            .withRemote(
                Optional.of(
                    switch (remote) {
                      case "remote" -> RemoteMode.REMOTE;
                      case "hybrid" -> RemoteMode.HYBRID;
                      default -> RemoteMode.ON_SITE;
                    }));
    return pay.isEmpty() ? posting : posting.withSalary(salary());
  }

  private String slug() {
    return company.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
  }

  private Place where() {
    if (place.equals(REMOTE + "Europe")) {
      return new Place("Europe", Optional.empty(), Optional.empty(), Optional.empty());
    }
    String town = place.startsWith(REMOTE) ? "" : place;
    return new Place(
        place, Optional.of(town).filter(t -> !t.isEmpty()), Optional.empty(), Optional.of(country));
  }

  private Optional<Salary> salary() {
    String[] parts = pay.split("[ -]");
    BigDecimal least = new BigDecimal(parts[0]);
    BigDecimal most = parts.length == 4 ? new BigDecimal(parts[1]) : least;
    return Salary.of(
        Optional.of(least),
        Optional.of(most),
        parts[parts.length - 2],
        PayPeriod.valueOf(parts[parts.length - 1].toUpperCase(Locale.ROOT)));
  }
}
