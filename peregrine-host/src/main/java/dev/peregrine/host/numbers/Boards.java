package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardKind;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginRuntime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What boards are called, and what kind of source each is. */
final class Boards {

  private static final String BY_HAND = "manual";

  static final List<String> SOURCES = List.of("employers", "boards", "by-hand", "elsewhere");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, BoardKind> kinds = new LinkedHashMap<>();

  Boards(PluginRuntime plugins) {
    for (Extension<JobBoard> board : plugins.extensions(JobBoard.class)) {
      names.put(board.id(), board.descriptor().about().name());
      if (board.descriptor() instanceof BoardDescriptor described) {
        kinds.put(board.id(), described.kind());
      }
    }
  }

  String name(String id) {
    return id.equals(BY_HAND) ? t("numbers.added-by-you") : names.getOrDefault(id, id);
  }

  String source(String id) {
    if (id.equals(BY_HAND)) {
      return "by-hand";
    }
    BoardKind kind = kinds.get(id);
    if (kind == null) {
      return "elsewhere";
    }
    return kind == BoardKind.EMPLOYER_PAGES ? "employers" : "boards";
  }

  static String sourceName(String source) {
    return t("numbers.source-" + source);
  }

  /** The boards with most jobs; all of them where only one would be left. */
  List<String> most(Map<String, Long> jobs, int most) {
    List<String> ordered =
        jobs.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .toList();
    return ordered.size() <= most + 1 ? ordered : ordered.subList(0, most);
  }
}
