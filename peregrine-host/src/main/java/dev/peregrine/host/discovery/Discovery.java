package dev.peregrine.host.discovery;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Tasks;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches boards for the current tenant's search profiles. */
public final class Discovery {

  /**
   * @param zone the person's, for "tomorrow at nine"
   */
  public Discovery(
      Databases databases,
      Tasks tasks,
      Jobs jobs,
      Scoring scoring,
      SearchProfiles profiles,
      BlocklistFile blocklist,
      PluginRuntime plugins,
      Contexts contexts,
      ExtensionSettings settings,
      Live live,
      InstantSource clock,
      ZoneId zone) {}

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of();
  }

  /**
   * Begins a run.
   *
   * @param profiles names of search profiles; none: all
   * @param boards ids of boards; none: those of the profiles. Boards that are named here are asked
   *     even while they rest, but where they asked to be left alone for a while
   */
  public Submitted start(List<String> profiles, List<String> boards) {
    throw new UnsupportedOperationException();
  }

  /** The run that began last. */
  public Optional<RunView> latest() {
    return Optional.empty();
  }

  /** The run of a task. */
  public Optional<RunView> byTask(long task) {
    return Optional.empty();
  }

  /**
   * Asks one board without storing anything.
   *
   * @param query employers may be empty for the board's own
   * @param overrides settings for this call only
   * @throws ExtensionException {@code UNSUPPORTED} where there is no such board
   */
  public BoardTry tryBoard(String board, BoardQuery query, Map<String, String> overrides)
      throws ExtensionException, InterruptedException {
    throw new UnsupportedOperationException();
  }
}
