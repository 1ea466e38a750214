package dev.peregrine.host.earlier;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.pipeline.Brought;
import dev.peregrine.host.pipeline.PostingUrl;
import dev.peregrine.host.pipeline.Stage;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the earlier table {@code jobs}, as a posting with its past.
 *
 * @param odd what could not be taken as it was, each a short phrase that many rows may share
 */
record OldJob(Brought brought, List<String> odd) {

  static final String NO_TIME = "the earlier program noted no time";
  private static final int LONGEST_SCORE_TEXT = 2_000;

  static OldJob of(Old row, OldTimes times) {
    var odd = new ArrayList<String>();
    Posting posting = posting(row, odd);
    Instant found = time(row, "date_found", times, odd).orElse(times.now());
    List<Brought.Step> steps = new OldSteps(row, times, found, odd).steps();
    Instant first = steps.isEmpty() ? found : steps.getFirst().at();
    return new OldJob(
        new Brought(posting, board(row), first.isBefore(found) ? first : found, steps, score(row)),
        List.copyOf(odd));
  }

  static Optional<Instant> time(Old row, String key, OldTimes times, List<String> odd) {
    String text = row.text(key);
    Optional<Instant> at = times.parse(text);
    if (at.isEmpty() && !text.isEmpty()) {
      odd.add("%s is no time that can be true; taken as not noted".formatted(key));
    }
    return at;
  }

  /** The canonical address; the same row has the same one at each import. */
  URI address() {
    return PostingUrl.canonical(brought.posting().url());
  }

  private static Posting posting(Old row, List<String> odd) {
    URI url = url(row, odd);
    String title = row.text("title");
    if (title.isEmpty() || title.matches("Importing\\s*(…|\\.{3})")) {
      title = title(row, url);
      odd.add("no title yet; shown as “Posting at” and its host");
    }
    String place = row.text("location");
    Optional<String> description =
        Optional.of(row.text("description")).filter(text -> !text.equalsIgnoreCase("nan"));
    Optional<Salary> salary = Salary.parse(row.text("salary"));
    String pay = row.text("salary");
    if (salary.isEmpty() && !pay.isEmpty()) {
      odd.add("pay that is no amount with a currency and a period; kept as text");
    }
    return Posting.of(PostingUrl.canonical(url).toString(), title, url)
        .withCompany(Optional.of(row.text("company")))
        .withPlaces(Place.isWorkModel(place) ? List.of() : Place.parse(place).stream().toList())
        .withRemote(
            row.flag("is_remote")
                ? Optional.of(RemoteMode.REMOTE)
                : RemoteMode.parse(place).or(() -> RemoteMode.ofPlace(place)))
        .withSalary(salary)
        .withDescription(description);
  }

  private static URI url(Old row, List<String> odd) {
    String typed = row.text("url");
    Optional<URI> link = Intake.link(typed);
    if (link.isPresent()) {
      return link.get();
    }
    odd.add(
        typed.startsWith("email:")
            ? "from a mail, without an address of its own"
            : "without an address that can be opened");
    return Intake.withoutAddress(
        typed.isEmpty()
            ? String.join(
                "\n",
                "earlier",
                row.text("title"),
                row.text("company"),
                row.text("location"),
                row.text("date_found"),
                row.text("description"))
            : "earlier\n" + typed);
  }

  private static String title(Old row, URI url) {
    String company = row.text("company");
    return company.isEmpty()
        ? Intake.isWithoutAddress(Posting.of("x", "x", url))
            ? "Posting without a title"
            : "Posting at " + url.getHost()
        : "Posting at " + company;
  }

  /** Ids of boards are the same, but for one; the rest says how it came. */
  private static String board(Old row) {
    String source = row.text("source").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return source.isEmpty() || source.length() > 40 ? Intake.BOARD : source;
  }

  private static Optional<Score.Match> score(Old row) {
    String gaps = row.text("keyword_gaps");
    return row.number("match_score")
        .filter(value -> value >= 0 && value <= 100)
        .map(
            value ->
                new Score.Match(
                    value,
                    List.of(),
                    Arrays.stream(
                            gaps.substring(0, Math.min(gaps.length(), LONGEST_SCORE_TEXT))
                                .split(",", -1))
                        .map(String::strip)
                        .filter(gap -> !gap.isEmpty())
                        .toList()));
  }

  Stage stage() {
    return brought.stage();
  }
}
