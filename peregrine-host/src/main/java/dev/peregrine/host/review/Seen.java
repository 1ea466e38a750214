package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Said;
import dev.peregrine.host.pipeline.Sighting;
import dev.peregrine.host.web.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A board that has the job, as the job's page shows it.
 *
 * @param differs what it says otherwise, short
 * @param onlyThere sentences that it alone has
 */
record Seen(
    long id,
    String board,
    boolean own,
    String reposted,
    String when,
    String pay,
    List<String> differs,
    List<String> onlyThere,
    String url) {

  private static final int SAME = 97;

  static List<Seen> of(Job job, BoardNames boards, Times times) {
    return job.sightings().stream().map(sighting -> of(sighting, boards, times)).toList();
  }

  private static Seen of(Sighting sighting, BoardNames boards, Times times) {
    return new Seen(
        sighting.id(),
        boards.name(sighting.board()),
        sighting.isEmployersOwn(),
        sighting.reposted().map(at -> t("review.reposted", "day", times.day(at))).orElse(""),
        when(sighting, times),
        sighting.salary().map(Words::pay).orElseGet(() -> t("review.no-salary-there")),
        sighting.said().map(Seen::differs).orElse(List.of()),
        sighting.said().map(Said::onlyThere).orElse(List.of()),
        sighting.url().toString());
  }

  private static String when(Sighting sighting, Times times) {
    LocalDate first = LocalDate.ofInstant(sighting.firstSeen(), times.zone());
    LocalDate last = LocalDate.ofInstant(sighting.seen(), times.zone());
    return first.equals(last)
        ? times.day(first)
        : t("review.from-to", "first", times.day(first), "last", times.day(last));
  }

  private static List<String> differs(Said said) {
    List<String> differs = new ArrayList<>();
    said.title().ifPresent(title -> differs.add(t("review.titled", "title", title)));
    said.company().ifPresent(name -> differs.add(t("review.advertised-by", "name", name)));
    said.place().ifPresent(place -> differs.add(t("review.place-is", "place", place)));
    if (said.salary()) {
      differs.add(t("review.another-salary"));
    }
    said.shared()
        .map(share -> text(said, share))
        .filter(text -> !text.isEmpty())
        .ifPresent(differs::add);
    return differs;
  }

  private static String text(Said said, int shared) {
    if (said.onlyThere().isEmpty() && said.leftOut() == 0 || shared >= SAME) {
      return "";
    }
    if (said.onlyThere().isEmpty()) {
      return t("review.shorter-text", "count", said.leftOut());
    }
    return said.leftOut() == 0
        ? t("review.longer-text")
        : t("review.another-text", "shared", shared, "count", said.leftOut());
  }
}
