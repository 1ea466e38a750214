package dev.peregrine.host.boot;

import dev.peregrine.api.Posting;
import dev.peregrine.host.demo.ToldPosting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The searches of the invented life, by the person's own rules, and what became of the finds. */
final class DemoFinds {

  /** Boards that are searched. */
  static final List<String> BOARDS =
      List.of(
          "arbeitsagentur",
          "arbeitnow",
          "ashby",
          "greenhouse",
          "lever",
          "personio",
          "remotive",
          "smartrecruiters",
          "workday");

  /** How long a posting stays where it is advertised. */
  private static final int ADVERTISED_DAYS = 24;

  private final DemoScenes scenes;

  DemoFinds(DemoScenes scenes) {
    this.scenes = scenes;
  }

  void add(List<ToldPosting> told) {
    var days = told.stream().map(ToldPosting::found).collect(Collectors.toCollection(TreeSet::new));
    days.forEach(day -> scenes.at(scenes.ago(day, 7, 30), () -> search(told, day)));
    for (ToldPosting one : told) {
      for (String move : one.moves()) {
        String[] parts = move.split(" ");
        scenes.at(
            scenes.ago(Integer.parseInt(parts[0]), 18, 15), () -> scenes.move(one.id(), parts));
      }
    }
  }

  /** Boards show what is new that day, and what they have shown before. */
  private void search(List<ToldPosting> told, int day) throws Exception {
    Map<String, List<Posting>> shown = new HashMap<>();
    for (String board : BOARDS) {
      shown.put(
          board,
          told.stream()
              .filter(one -> one.board().equals(board))
              .filter(one -> one.found() >= day && one.found() < day + ADVERTISED_DAYS)
              .map(one -> one.posting(scenes.today().minusDays(one.found() + 1L)))
              .toList());
    }
    scenes.found(scenes.peregrine().discovery().retell(shown));
  }
}
