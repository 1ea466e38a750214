package dev.peregrine.host.catalog;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.discovery.BoardTry;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.plugins.ExtensionInfo;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import dev.peregrine.recipes.RecipeBoard;
import dev.peregrine.recipes.RecipeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A board in the browser: written as a recipe, tried out, saved. */
public final class RecipeRoutes implements Routes {

  private final PluginRuntime plugins;
  private final ExtensionSettings settings;
  private final Discovery discovery;
  private final RecipeShelf shelf;
  private final InstantSource clock;

  /**
   * @param dropFolder where recipes are saved
   */
  public RecipeRoutes(
      PluginRuntime plugins,
      ExtensionSettings settings,
      Discovery discovery,
      Path dropFolder,
      InstantSource clock) {
    this.plugins = plugins;
    this.settings = settings;
    this.discovery = discovery;
    this.shelf = new RecipeShelf(plugins, dropFolder);
    this.clock = clock;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/plugins/recipe", this::open);
    routes.post("/plugins/recipe", this::tryOut);
    routes.post("/plugins/recipe/check", this::check);
    routes.post("/plugins/recipe/save", this::save);
    routes.post("/plugins/recipe/file", this::download);
  }

  private void open(Visit visit) throws IOException {
    String id = visit.value("id");
    RecipeDraft draft = RecipeDraft.fresh();
    if (!id.isEmpty()) {
      InstalledPlugin plugin =
          shelf.find(id).orElseThrow(() -> new NoSuchPageException("recipe", id));
      String text = Files.readString(plugin.file());
      draft = plugin.shipped() ? RecipeDraft.copied(text) : RecipeDraft.opened(text, id);
    }
    show(visit, 200, draft, said(draft, Map.of(), Map.of()), Optional.empty(), false);
  }

  /** While typing. */
  private void check(Visit visit) {
    RecipeDraft draft = RecipeDraft.of(visit);
    visit.parts(said(draft, Map.of(), Map.of()).part(draft.keys()));
  }

  private void tryOut(Visit visit) throws InterruptedException {
    RecipeDraft draft = RecipeDraft.of(visit);
    RecipeBoard board;
    try {
      board = draft.board();
    } catch (RecipeException broken) {
      answer(visit, 422, draft, said(draft, broken), Optional.empty(), false);
      return;
    }
    BoardDescriptor descriptor = board.descriptor();
    Map<String, String> typed = RecipeDraft.typed(visit, descriptor);
    Map<String, String> errors = new LinkedHashMap<>(needed(descriptor, typed));
    errors.putAll(settings.check(descriptor, typed));
    if (!errors.isEmpty()) {
      answer(visit, 422, draft, said(draft, typed, errors), Optional.empty(), false);
      return;
    }
    RecipeDraft consented =
        new RecipeDraft(
            draft.text(), draft.title(), draft.editing(), descriptor.about().hosts(), draft.keys());
    RecipeTried tried = trial(board, draft, typed);
    answer(visit, 200, consented, said(consented, typed, Map.of()), Optional.of(tried), false);
  }

  private RecipeTried trial(RecipeBoard board, RecipeDraft draft, Map<String, String> typed)
      throws InterruptedException {
    var overrides = new LinkedHashMap<>(typed);
    overrides.values().removeIf(String::isEmpty); // an empty field means the stored or usual value
    BoardQuery query = BoardQuery.all(RecipeReport.MOST);
    if (!draft.title().isEmpty()) {
      query = query.withTitles(List.of(draft.title()));
    }
    Instant start = clock.instant();
    try {
      BoardTry tried =
          discovery.tryUninstalled(board, query, overrides, isKnown(board.descriptor()));
      double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
      return new RecipeReport(tried, draft.text()).of(board.descriptor().about().name(), seconds);
    } catch (ExtensionException | PluginBugException problem) {
      String sentence = Optional.ofNullable(problem.getMessage()).orElse("It did not work.");
      return new RecipeTried(false, sentence, "", List.of(), List.of(), List.of(), "", List.of());
    }
  }

  /**
   * Whether it is the board that runs under that id and calls nobody else: only then it is lent
   * what is stored for it.
   */
  private boolean isKnown(BoardDescriptor descriptor) {
    String key = "board/" + descriptor.about().id();
    return plugins.plugins().stream()
        .flatMap(plugin -> plugin.extensions().stream())
        .filter(extension -> extension.key().equals(key))
        .map(ExtensionInfo::descriptor)
        .anyMatch(running -> running.about().hosts().containsAll(descriptor.about().hosts()));
  }

  private Map<String, String> needed(BoardDescriptor descriptor, Map<String, String> typed) {
    Set<String> stored = isKnown(descriptor) ? settings.secrets(descriptor) : Set.of();
    return descriptor.about().settings().stream()
        .filter(SettingSpec.Secret.class::isInstance)
        .filter(spec -> spec.required() && !stored.contains(spec.key()))
        .filter(spec -> typed.getOrDefault(spec.key(), "").isEmpty())
        .collect(
            Collectors.toMap(
                SettingSpec::key,
                spec -> "The board asks for “%s”. Enter it to try.".formatted(spec.label())));
  }

  private void save(Visit visit) throws IOException {
    RecipeDraft draft = RecipeDraft.of(visit);
    RecipeBoard board;
    try {
      board = draft.board();
    } catch (RecipeException broken) {
      answer(visit, 422, draft, said(draft, broken), Optional.empty(), false);
      return;
    }
    BoardDescriptor descriptor = board.descriptor();
    Map<String, String> typed = RecipeDraft.typed(visit, descriptor);
    Map<String, String> errors = settings.check(descriptor, typed);
    if (!errors.isEmpty()) {
      answer(visit, 422, draft, said(draft, typed, errors), Optional.empty(), false);
      return;
    }
    String id = descriptor.about().id();
    try {
      shelf.save(draft.text(), id, draft.editing(), visit.has("_replace"));
    } catch (RecipeShelf.TakenException taken) {
      RecipeWords words =
          RecipeWords.wrong(draft, String.valueOf(taken.getMessage()), draft.idLine(), true);
      answer(visit, 422, draft, words, Optional.empty(), taken.isReplaceable());
      return;
    }
    settings.save(descriptor, typed);
    plugins.rescan();
    switchOn(visit, "board-" + id, descriptor, draft.consentsTo(descriptor));
  }

  /** A try was the yes to its hosts; without one it waits as any other file does. */
  private void switchOn(Visit visit, String plugin, BoardDescriptor descriptor, boolean consented) {
    String name = descriptor.about().name();
    if (consented) {
      plugins.switchOn(plugin);
    }
    Optional<PluginState> state = shelf.find(plugin).map(InstalledPlugin::state);
    if (state.equals(Optional.of(PluginState.ON))) {
      visit.go(
          "/plugins/recipe?id=" + plugin,
          Toast.undoable("Saved and switched on:", name, "/plugins/" + plugin + "/off"));
    } else {
      visit.go("/plugins", new Toast("Saved, not running:", name, Optional.empty()));
    }
  }

  private void download(Visit visit) {
    RecipeDraft draft = RecipeDraft.of(visit);
    String name;
    try {
      name = "board-" + draft.board().descriptor().about().id();
    } catch (RecipeException broken) {
      name = "board";
    }
    visit.download(name + ".yaml", draft.text());
  }

  private RecipeWords said(
      RecipeDraft draft, Map<String, String> typed, Map<String, String> errors) {
    try {
      BoardDescriptor descriptor = draft.board().descriptor();
      boolean known = isKnown(descriptor);
      var values = new LinkedHashMap<String, String>();
      if (known) {
        values.putAll(settings.entered(descriptor));
      }
      values.putAll(typed);
      SettingsForm form =
          SettingsForm.of(
              "",
              descriptor,
              values,
              known ? settings.secrets(descriptor) : Set.of(),
              errors,
              false,
              Optional.empty());
      return RecipeWords.right(draft, descriptor, form.fields(), !errors.isEmpty());
    } catch (RecipeException broken) {
      return RecipeWords.wrong(draft, broken.sentence(), broken.line(), false);
    }
  }

  private static RecipeWords said(RecipeDraft draft, RecipeException broken) {
    return RecipeWords.wrong(draft, broken.sentence(), broken.line(), true);
  }

  private void answer(
      Visit visit,
      int status,
      RecipeDraft draft,
      RecipeWords words,
      Optional<RecipeTried> tried,
      boolean replaces) {
    if (!visit.wantsParts()) {
      show(visit, status, draft, words, tried, replaces);
    } else if (tried.isPresent()) {
      visit.parts(tried.get(), words.part(draft.keys()));
    } else {
      visit.parts(words.part(draft.keys()));
    }
  }

  private void show(
      Visit visit,
      int status,
      RecipeDraft draft,
      RecipeWords words,
      Optional<RecipeTried> tried,
      boolean replaces) {
    boolean isNew = draft.editing().isEmpty();
    visit.show(
        status,
        new RecipePage(
            visit.shell(isNew ? "Write a board" : "Edit a board", "plugins"),
            isNew ? "Write a board" : "Edit a board",
            draft.text(),
            draft.title(),
            draft.editing(),
            replaces,
            words.whole(),
            tried,
            isNew ? starts() : List.of()));
  }

  private List<RecipePage.Start> starts() {
    return shelf.shipped().stream()
        .map(
            plugin ->
                new RecipePage.Start(
                    plugin.extensions().stream()
                        .findFirst()
                        .map(each -> each.descriptor().about().name())
                        .orElse(plugin.id()),
                    "/plugins/recipe?id=" + plugin.id()))
        .toList();
  }
}
