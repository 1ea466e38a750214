package dev.peregrine.host.prep;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.debriefs.Debrief;
import dev.peregrine.host.debriefs.Debriefs;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What the person says of a round once it is over. */
final class DebriefRoutes implements Routes {

  private static final String HERE = "/interviews/{id}/prep/debrief/{round}";
  private static final int BEST_MOOD = 5;

  private final Interviews interviews;
  private final Rounds rounds;
  private final Debriefs debriefs;

  DebriefRoutes(Interviews interviews, Rounds rounds, Debriefs debriefs) {
    this.interviews = interviews;
    this.rounds = rounds;
    this.debriefs = debriefs;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(HERE, this::show);
    routes.post(HERE, this::save);
  }

  private void show(Visit visit) {
    Round round = PrepRoutes.round(visit, rounds);
    visit.show(
        page(visit, round, debriefs.of(round.id()).orElseGet(() -> nothing(round)), List.of()));
  }

  private static Debrief nothing(Round round) {
    return Debrief.of(round.id(), List.of(), "", List.of(), OptionalInt.empty());
  }

  private DebriefPage page(Visit visit, Round round, Debrief said, List<String> theirs) {
    return new DebriefPage(
        interviews.frame(visit, interviews.job(visit), PrepRoutes.KEY),
        Calls.what(round),
        PrepRoutes.debrief(round.job(), round.id()),
        said.version(),
        String.join("\n", said.asked()),
        said.well(),
        String.join("\n", said.prepare()),
        said.mood().orElse(0),
        theirs,
        round.notes());
  }

  private void save(Visit visit) {
    Round round = PrepRoutes.round(visit, rounds);
    int mood = (int) visit.number("mood").orElse(0);
    Debrief said =
        Debrief.of(
            round.id(),
            visit.value("asked").lines().toList(),
            visit.value("well"),
            visit.value("prepare").lines().toList(),
            mood >= 1 && mood <= BEST_MOOD ? OptionalInt.of(mood) : OptionalInt.empty());
    switch (debriefs.save(said, (int) visit.number("seen").orElse(0))) {
      case Debriefs.Saving.Done done ->
          visit.go(
              PrepRoutes.path(round.job()),
              Toast.of(
                  done.debrief().isEmpty() ? t("prep.debrief-removed") : t("prep.debrief-saved")));
      case Debriefs.Saving.Overtaken overtaken ->
          visit.show(
              409, page(visit, round, over(said, overtaken.inUse()), told(overtaken.inUse())));
    }
  }

  /** What was typed, to be saved over what is stored now. */
  private static Debrief over(Debrief said, Debrief inUse) {
    return new Debrief(
        said.round(),
        said.asked(),
        said.well(),
        said.prepare(),
        said.mood(),
        inUse.version(),
        inUse.changed());
  }

  private static List<String> told(Debrief debrief) {
    return Stream.of(
            debrief.asked().stream(), Stream.of(debrief.well()), debrief.prepare().stream())
        .flatMap(lines -> lines)
        .filter(line -> !line.isBlank())
        .toList();
  }
}
