package dev.peregrine.host.review;

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
        sighting.reposted().map(at -> "Reposted " + times.day(at)).orElse(""),
        when(sighting, times),
        sighting.salary().map(Words::pay).orElse("No salary given there"),
        sighting.said().map(Seen::differs).orElse(List.of()),
        sighting.said().map(Said::onlyThere).orElse(List.of()),
        sighting.url().toString());
  }

  private static String when(Sighting sighting, Times times) {
    LocalDate first = LocalDate.ofInstant(sighting.firstSeen(), times.zone());
    LocalDate last = LocalDate.ofInstant(sighting.seen(), times.zone());
    return first.equals(last)
        ? times.day(first)
        : "%s to %s".formatted(times.day(first), times.day(last));
  }

  private static List<String> differs(Said said) {
    List<String> differs = new ArrayList<>();
    said.title().ifPresent(title -> differs.add("Titled “" + title + "”"));
    said.company().ifPresent(name -> differs.add("Advertised by " + name));
    said.place().ifPresent(place -> differs.add("Place: " + place));
    if (said.salary()) {
      differs.add("Another salary than above");
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
      return "A shorter text: %s left out".formatted(sentences(said.leftOut()));
    }
    return said.leftOut() == 0
        ? "A longer text"
        : "Another text: %d %% is the same, %s left out"
            .formatted(shared, sentences(said.leftOut()));
  }

  private static String sentences(int count) {
    return count == 1 ? "1 sentence" : count + " sentences";
  }
}
