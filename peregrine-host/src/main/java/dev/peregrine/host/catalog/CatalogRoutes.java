package dev.peregrine.host.catalog;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.discovery.BoardTry;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.http.CallLedger;
import dev.peregrine.host.plugins.ExtensionInfo;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingField;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import dev.peregrine.recipes.RecipeException;
import dev.peregrine.recipes.Recipes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The plugins: what runs, what waits for a yes, and the settings of each. */
public final class CatalogRoutes implements Routes {

  private static final int TRIED = 3;

  private final PluginRuntime plugins;
  private final ExtensionSettings settings;
  private final Discovery discovery;
  private final CallLedger ledger;
  private final Path dropFolder;
  private final InstantSource clock;
  private Gate files = Gate.OPEN;

  /**
   * @param ledger what the plugins called lately
   * @param dropFolder where a plugin file is put that a person uploads
   */
  public CatalogRoutes(
      PluginRuntime plugins,
      ExtensionSettings settings,
      Discovery discovery,
      CallLedger ledger,
      Path dropFolder,
      InstantSource clock) {
    this.plugins = plugins;
    this.settings = settings;
    this.discovery = discovery;
    this.ledger = ledger;
    this.dropFolder = dropFolder;
    this.clock = clock;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(
        MenuEntry.of("plugins", () -> t("catalog.plugins"), Icon.PLUG, "/plugins", 120)
            .counting(() -> OptionalLong.of(waiting().size())));
    routes.setting(
        new SettingsEntry(
            SettingsGroup.APP, () -> t("catalog.plugins"), "/plugins", 20, this::pluginsSaid));
    files = routes.gate("/plugins/file");
    routes.get("/plugins", visit -> show(visit, visit.value("settings"), ""));
    routes.post("/plugins/file", this::addFile);
    routes.post("/plugins/{id}/on", this::switchOn);
    routes.post("/plugins/{id}/off", this::switchOff);
    routes.post("/plugins/{id}/back", this::goBack);
    routes.post("/plugins/{id}/remove", this::remove);
    routes.post("/plugins/settings/{point}/{id}", this::save);
    routes.post("/plugins/test/{point}/{id}", this::test);
  }

  private String pluginsSaid() {
    long on = plugins.plugins().stream().filter(p -> p.state() == PluginState.ON).count();
    int waiting = waiting().size();
    return waiting == 0
        ? t("catalog.switched-on", "on", on)
        : t("catalog.switched-on-wait-for", "on", on, "waiting", waiting);
  }

  private List<InstalledPlugin> waiting() {
    return plugins.plugins().stream().filter(p -> p.state() == PluginState.WAITING).toList();
  }

  private void show(Visit visit, String open, String problem) {
    Optional<SettingsForm> form =
        extension(open)
            .map(
                extension ->
                    form(
                        extension,
                        settings.entered(extension.descriptor()),
                        Map.of(),
                        Optional.empty()));
    visit.show(problem.isEmpty() ? 200 : 422, page(visit, form, open, problem));
  }

  private CatalogPage page(Visit visit, Optional<SettingsForm> form, String open, String problem) {
    List<InstalledPlugin> all = plugins.plugins();
    List<InstalledPlugin> waiting = waiting();
    String kind = visit.value("kind");
    var lately = new LatelyWords(ledger.of(Tenant.current().id()), visit.times());
    return new CatalogPage(
        visit.shell(t("catalog.plugins"), "plugins"),
        lede(waiting.size()),
        files.locked().map(Locked::unlocks).orElse(""),
        waiting.stream()
            .map(p -> PluginWords.waiting(p, plugins.before(p.id()), plugins.locked(p.id())))
            .toList(),
        kinds(all, kind),
        all.stream()
            .filter(p -> p.state() != PluginState.WAITING)
            .filter(p -> kind.isEmpty() || p.points().contains(kind))
            .map(
                p ->
                    PluginWords.installed(p, open, before(p), plugins.locked(p.id()), lately.of(p)))
            .toList(),
        form,
        problem);
  }

  private Optional<String> before(InstalledPlugin plugin) {
    return plugin.shipped() ? Optional.empty() : plugins.before(plugin.id());
  }

  private static String lede(int waiting) {
    return switch (waiting) {
      case 0 -> t("catalog.what-peregrine-can-do");
      default -> t("catalog.files-wait", "count", waiting);
    };
  }

  private static List<CatalogPage.Kind> kinds(List<InstalledPlugin> all, String here) {
    var counts = new LinkedHashMap<String, Integer>();
    int installed = 0;
    for (InstalledPlugin plugin : all) {
      if (plugin.state() != PluginState.WAITING) {
        installed++;
        plugin.points().stream().distinct().forEach(point -> counts.merge(point, 1, Integer::sum));
      }
    }
    if (counts.size() < 2) {
      return List.of();
    }
    var kinds = new ArrayList<CatalogPage.Kind>();
    kinds.add(
        new CatalogPage.Kind(t("catalog.all", "count", installed), "/plugins", here.isEmpty()));
    counts.forEach(
        (point, count) ->
            kinds.add(
                new CatalogPage.Kind(
                    PluginWords.kinds(point) + " " + count,
                    "/plugins?kind=" + point,
                    point.equals(here))));
    return kinds;
  }

  private Optional<ExtensionInfo> extension(String key) {
    return plugins.plugins().stream()
        .flatMap(plugin -> plugin.extensions().stream())
        .filter(extension -> extension.key().equals(key))
        .findFirst();
  }

  private ExtensionInfo named(Visit visit) {
    String key = visit.part("point") + "/" + visit.part("id");
    return extension(key).orElseThrow(() -> new NoSuchPageException("extension", key));
  }

  private SettingsForm form(
      ExtensionInfo extension,
      Map<String, String> values,
      Map<String, String> errors,
      Optional<SettingsForm.Tested> tested) {
    return SettingsForm.of(
        extension.key(),
        extension.descriptor(),
        values,
        settings.secrets(extension.descriptor()),
        errors,
        extension.point().equals("board"),
        tested);
  }

  private InstalledPlugin plugin(Visit visit) {
    String id = visit.part("id");
    return plugins.plugins().stream()
        .filter(plugin -> plugin.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchPageException("plugin", id));
  }

  private void switchOn(Visit visit) {
    String id = plugin(visit).id();
    String seen = visit.value("seen");
    try {
      if (seen.isEmpty()) {
        plugins.switchOn(id);
      } else {
        plugins.switchOn(id, seen); // the yes is to the file that was shown
      }
      visit.go(
          "/plugins", Toast.undoable(t("catalog.was-switched-on"), id, "/plugins/" + id + "/off"));
    } catch (IllegalStateException | IllegalArgumentException refused) {
      show(
          visit,
          "",
          Optional.ofNullable(refused.getMessage()).orElse(t("catalog.cannot-be-switched-on")));
    }
  }

  private void switchOff(Visit visit) {
    String id = plugin(visit).id();
    plugins.switchOff(id);
    visit.go("/plugins", Toast.undoable(t("catalog.switched-off"), id, "/plugins/" + id + "/on"));
  }

  private void goBack(Visit visit) {
    String id = plugin(visit).id();
    try {
      plugins.goBack(id);
      String version = plugin(visit).version();
      visit.go(
          "/plugins", new Toast(t("catalog.back-to", "version", version), id, Optional.empty()));
    } catch (IllegalStateException | IllegalArgumentException refused) {
      show(visit, "", Optional.ofNullable(refused.getMessage()).orElse(t("catalog.there-none")));
    }
  }

  private void remove(Visit visit) {
    InstalledPlugin plugin = plugin(visit);
    plugins.remove(plugin.id());
    visit.go(
        "/plugins",
        new Toast(
            t("catalog.moved-plugins-bin"),
            plugin.file().getFileName().toString(),
            Optional.empty()));
  }

  private static Map<String, String> typed(Visit visit, Descriptor descriptor) {
    var values = new LinkedHashMap<String, String>();
    for (SettingSpec spec : descriptor.about().settings()) {
      values.put(spec.key(), SettingField.entered(spec, visit.value(spec.key())));
    }
    return values;
  }

  private void save(Visit visit) {
    ExtensionInfo extension = named(visit);
    Map<String, String> values = typed(visit, extension.descriptor());
    Map<String, String> errors = settings.check(extension.descriptor(), values);
    if (!errors.isEmpty()) {
      visit.show(
          422,
          page(
              visit,
              Optional.of(form(extension, values, errors, Optional.empty())),
              extension.key(),
              ""));
      return;
    }
    settings.save(extension.descriptor(), values);
    visit.go(
        "/plugins?settings=" + extension.key() + "#set",
        new Toast("Saved:", extension.descriptor().about().name(), Optional.empty()));
  }

  private void test(Visit visit) throws InterruptedException {
    ExtensionInfo extension = named(visit);
    Map<String, String> values = typed(visit, extension.descriptor());
    Map<String, String> errors = settings.check(extension.descriptor(), values);
    Optional<SettingsForm.Tested> tested =
        errors.isEmpty() ? Optional.of(trial(extension, values)) : Optional.empty();
    visit.show(
        errors.isEmpty() ? 200 : 422,
        page(visit, Optional.of(form(extension, values, errors, tested)), extension.key(), ""));
  }

  private SettingsForm.Tested trial(ExtensionInfo extension, Map<String, String> values)
      throws InterruptedException {
    var overrides = new LinkedHashMap<>(values);
    overrides.values().removeIf(String::isEmpty); // an empty field means the stored or usual value
    String name = extension.descriptor().about().name();
    Instant start = clock.instant();
    try {
      BoardTry tried =
          discovery.tryBoard(extension.descriptor().about().id(), BoardQuery.all(TRIED), overrides);
      double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
      int found = tried.postings().size();
      String sentence =
          found == 0
              ? "%s answered in %.1f s, without a job. %s"
                  .formatted(name, seconds, tried.outcome().sentence())
              : "%s answered in %.1f s with %d %s."
                  .formatted(name, seconds, found, found == 1 ? "job" : "jobs");
      return new SettingsForm.Tested(
          found > 0,
          sentence.strip(),
          tried.postings().stream().map(p -> p.title()).limit(TRIED).toList());
    } catch (ExtensionException | PluginBugException problem) {
      return new SettingsForm.Tested(
          false,
          Optional.ofNullable(problem.getMessage()).orElse(t("catalog.did-not-work")),
          List.of());
    }
  }

  private void addFile(Visit visit) throws IOException {
    Optional<Visit.Upload> file = visit.file("file");
    if (file.isEmpty()) {
      show(visit, "", t("catalog.choose-plugin-file-first"));
      return;
    }
    String name = file.get().name();
    byte[] bytes = file.get().bytes();
    Optional<String> problem = problem(name, bytes);
    if (problem.isPresent()) {
      show(visit, "", problem.get());
      return;
    }
    Files.createDirectories(dropFolder);
    Path part = Files.createTempFile(dropFolder, ".upload-", ".part");
    Files.write(part, bytes);
    Files.move(part, dropFolder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    plugins.rescan();
    visit.go("/plugins", new Toast(t("catalog.added-not-running"), name, Optional.empty()));
  }

  private static Optional<String> problem(String name, byte[] bytes) {
    boolean isZip = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K';
    if (name.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,100}\\.ya?ml")) {
      try {
        Recipes.read(new String(bytes, StandardCharsets.UTF_8), name);
        return Optional.empty();
      } catch (RecipeException broken) {
        return Optional.of(broken.sentence());
      }
    }
    return isZip && name.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,100}\\.jar")
        ? Optional.empty()
        : Optional.of(t("catalog.no-plugin-file-plugin", "name", name));
  }
}
