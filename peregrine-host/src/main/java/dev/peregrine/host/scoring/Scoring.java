package dev.peregrine.host.scoring;

import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.tasks.Tasks;
import java.util.Optional;

/** Scores the current tenant's jobs by itself: when they arrive, and when the résumé changes. */
public final class Scoring {

  public Scoring(
      Tasks tasks,
      Jobs jobs,
      Resumes resumes,
      SearchProfiles profiles,
      PreferencesFile preferences,
      PluginRuntime plugins,
      Contexts contexts) {}

  /** Scores what waits for it, for instance since a scorer's plugin changed. */
  public void start() {}

  /** Jobs arrived, or the résumé or the titles changed: scores soon. Cheap, never fails. */
  public void soon() {}

  /** Why nothing is scored just now, as a sentence; empty where nothing is in the way. */
  public Optional<String> obstacle() {
    return Optional.empty();
  }
}
