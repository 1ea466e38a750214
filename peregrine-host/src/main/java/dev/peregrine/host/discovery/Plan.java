package dev.peregrine.host.discovery;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.tasks.TaskFailedException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is going to do.
 *
 * @param label for a person
 * @param profiles names of the search profiles
 * @param boards the line of each board, with what to ask it; nothing where it is not installed
 */
record Plan(String label, List<String> profiles, Map<BoardLine, Optional<Errand>> boards) {

  List<BoardLine> lines() {
    return List.copyOf(boards.keySet());
  }

  /** Makes plans from the current tenant's files and the plugins that are on. */
  record Maker(
      SearchProfiles files, BlocklistFile blocklist, PluginRuntime plugins, InstantSource clock) {

    Plan plan(RunParams params) throws TaskFailedException {
      try {
        return plan(params, chosen(params.profiles(), files.all()), blocklist.current());
      } catch (ConfigException broken) {
        // Without the blocklist too: a run would show what the person never wants to see.
        throw new TaskFailedException(broken.sentence(), broken);
      }
    }

    private Plan plan(RunParams params, List<SearchProfile> chosen, Blocklist blocked)
        throws TaskFailedException {
      var planner = new Planner(blocked, clock);
      var names = new BoardNames(plugins);
      var boards = new LinkedHashMap<BoardLine, Optional<Errand>>();
      boolean force = !params.boards().isEmpty();
      Planner.wanted(chosen, params.boards(), plugins.extensions(JobBoard.class))
          .forEach(
              (board, wantedBy) -> {
                Optional<Extension<JobBoard>> found = plugins.find(JobBoard.class, board);
                boards.put(
                    new BoardLine(board, names.apply(board)),
                    found.map(one -> planner.errand(one, wantedBy, force)));
              });
      if (boards.isEmpty()) {
        throw new TaskFailedException(
            "No board is switched on. Switch on a plugin with a board, or name boards in the search profile.");
      }
      List<String> profiles = chosen.stream().map(SearchProfile::name).toList();
      return new Plan(String.join(", ", profiles), profiles, boards);
    }

    private static List<SearchProfile> chosen(List<String> names, List<SearchProfile> all)
        throws TaskFailedException {
      if (all.isEmpty()) {
        throw new TaskFailedException(
            "There is no search profile yet. Say on the first screen what work you look for and where, or write config/search_profiles.yaml.");
      }
      if (names.isEmpty()) {
        return all;
      }
      List<String> known = all.stream().map(SearchProfile::name).toList();
      var chosen = new ArrayList<SearchProfile>();
      for (String name : names) {
        if (!known.contains(name)) {
          throw new TaskFailedException(
              "There is no search profile \"%s\", expected one of: %s."
                  .formatted(name, String.join(", ", known)));
        }
        chosen.add(all.get(known.indexOf(name)));
      }
      return chosen;
    }
  }
}
