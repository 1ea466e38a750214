package dev.peregrine.host.interviews;

import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Visit;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How much of each lane the board shows, as its address says.
 *
 * @param sizes only of lanes that show more than at first
 */
record BoardQuery(Map<Stage, Integer> sizes) {

  private static final int FRONT = 10;
  private static final int LANE = 20;
  private static final int MOST = 500;

  BoardQuery {
    sizes = Map.copyOf(sizes);
  }

  static BoardQuery of(Visit visit) {
    var sizes = new EnumMap<Stage, Integer>(Stage.class);
    for (Stage stage : MoveChoices.STAGES) {
      OptionalLong asked = visit.number("show_" + stage.key());
      if (asked.isPresent() && asked.getAsLong() > first(stage)) {
        sizes.put(stage, (int) Math.min(MOST, asked.getAsLong()));
      }
    }
    return new BoardQuery(sizes);
  }

  private static int first(Stage stage) {
    return stage == Stage.APPLIED ? FRONT : LANE;
  }

  int size(Stage stage) {
    return sizes.getOrDefault(stage, first(stage));
  }

  /** The board with more of one lane. */
  BoardQuery more(Stage stage) {
    var all = new EnumMap<Stage, Integer>(Stage.class);
    all.putAll(sizes);
    all.put(stage, Math.min(MOST, size(stage) + 2 * first(stage)));
    return new BoardQuery(all);
  }

  String path() {
    return path("/interviews");
  }

  /** That address with what the board shows, so that it is drawn so again afterwards. */
  String path(String address) {
    String shown =
        sizes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> "show_%s=%d".formatted(each.getKey().key(), each.getValue()))
            .collect(Collectors.joining("&"));
    if (shown.isEmpty()) {
      return address;
    }
    return address + (address.contains("?") ? "&" : "?") + shown;
  }
}
