package dev.peregrine.plugin.board.example;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Json;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a posting of a row of the example format. */
final class ExamplePosting {

  private ExamplePosting() {}

  /**
   * The posting. Only id, title and address are needed. The rest stays empty where the row does not
   * tell: nothing is guessed, because a wrong value is worse than none.
   *
   * @throws IllegalArgumentException where id, title or address is missing or no such thing
   */
  static Posting read(Json row) {
    return Posting.of(needed(row, "id"), needed(row, "title"), URI.create(needed(row, "url")))
        .withCompany(row.at("company").text())
        .withPlaces(row.at("place").text().flatMap(Place::of).map(List::of).orElse(List.of()))
        .withRemote(row.at("remote").text().flatMap(RemoteMode::parse))
        .withPosted(row.at("posted").text().flatMap(ExamplePosting::day))
        .withEmploymentTypes(row.at("type").text().map(EmploymentType::parse).orElse(Set.of()))
        .withSalary(salary(row.at("pay")))
        // HTML as it came: the host makes it harmless before anyone sees it.
        .withDescription(row.at("description").text());
  }

  private static String needed(Json row, String name) {
    return row.at(name)
        .text()
        .orElseThrow(() -> new IllegalArgumentException("\"%s\" is missing.".formatted(name)));
  }

  /** Pay always has a currency and a period; without them there is no salary. */
  private static Optional<Salary> salary(Json pay) {
    Optional<String> currency = pay.at("currency").text();
    Optional<PayPeriod> period = pay.at("per").text().flatMap(PayPeriod::parse);
    return currency.isEmpty() || period.isEmpty()
        ? Optional.empty()
        : Salary.of(pay.at("min").number(), pay.at("max").number(), currency.get(), period.get());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
