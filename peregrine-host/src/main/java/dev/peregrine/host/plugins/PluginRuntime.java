package dev.peregrine.host.plugins;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.tenancy.LockedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds, checks, loads, watches and unloads plugins. No plugin can make any of it fail: what is
 * wrong with one is its reason in {@link #plugins()}.
 *
 * <p>Shipped plugins are on unless the person switched them off. A plugin of the drop folder runs
 * after the person's yes; the yes holds for later versions that come from the same provider and
 * want no more hosts, kinds of extension, extensions and modules than before, and any other version
 * asks again while the old one is unloaded.
 */
public final class PluginRuntime implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginRuntime.class);

  /** More than the 2 s of the contract: a laptop that wakes up makes no plugin broken. */
  private static final Duration LOAD_LIMIT = Duration.ofSeconds(5);

  private final PluginFiles files;
  private final Path dropFolder;
  private final PluginDecisions decisions;
  private final Live live;
  private final ExtensionGates gates;
  private final Optional<CuratedPlugins> curated;
  private final Duration loadLimit;
  private final LayerPlugins layers = new LayerPlugins();
  private final Map<String, LoadedPlugin> loaded = new TreeMap<>();
  private final Map<FoundPlugin.Sound, BrokenPluginException> failed = new HashMap<>();
  private final Map<FoundPlugin.Sound, Verdict> grown = new HashMap<>();
  private final Set<String> refused = new HashSet<>();
  private volatile PluginList list = PluginList.EMPTY;
  private @Nullable DropWatch watch;

  /**
   * @param shipped folders with the plugins that came with Peregrine
   * @param dropFolder where the person puts plugins; made when it is missing
   * @param gates what the current tenant may switch on and call
   */
  public PluginRuntime(
      List<Path> shipped,
      Path dropFolder,
      PluginDecisions decisions,
      InstantSource clock,
      Live live,
      ExtensionGates gates) {
    this(shipped, dropFolder, decisions, clock, live, gates, Optional.empty(), LOAD_LIMIT);
  }

  /**
   * @param curated which plugins run, for all tenants alike, who only switch off what they do not
   *     want; empty where the decisions are those of the one person
   */
  public PluginRuntime(
      List<Path> shipped,
      Path dropFolder,
      PluginDecisions decisions,
      InstantSource clock,
      Live live,
      ExtensionGates gates,
      Optional<CuratedPlugins> curated) {
    this(shipped, dropFolder, decisions, clock, live, gates, curated, LOAD_LIMIT);
  }

  PluginRuntime(
      List<Path> shipped,
      Path dropFolder,
      PluginDecisions decisions,
      InstantSource clock,
      Live live,
      ExtensionGates gates,
      Optional<CuratedPlugins> curated,
      Duration loadLimit) {
    this.files = new PluginFiles(shipped, dropFolder, clock);
    this.dropFolder = dropFolder;
    this.decisions = decisions;
    this.live = live;
    this.gates = gates;
    this.curated = curated;
    this.loadLimit = loadLimit;
  }

  /** Loads what is there and begins to watch the drop folder. Never fails. */
  public synchronized void start() {
    try {
      files.lookAtShipped(inUse());
      rescan();
      watch = DropWatch.start(dropFolder, files::stamps, this::rescan);
    } catch (IOException | RuntimeException e) {
      LOG.error("The plugin folder is not watched; plugins change only at the next start.", e);
    }
  }

  /** Hashes of the copies that a person may still want. */
  private Set<String> inUse() {
    return decided().values().stream()
        .flatMap(
            decision ->
                Stream.concat(
                    Stream.of(decision.sha256()),
                    decision.before().stream().map(Decision.Before::sha256)))
        .collect(Collectors.toSet());
  }

  /** What holds for everybody. Where plugins are curated, that is the list alone. */
  private Map<String, Decision> decided() {
    return curated.isPresent() ? Map.of() : decisions.all();
  }

  /** What the current tenant switched off of what runs for all. */
  private Set<String> off() {
    return curated.map(CuratedPlugins::off).orElse(Set.of());
  }

  /**
   * Every plugin that was found, sorted by id. Where plugins are curated, those that run, as the
   * current tenant has them.
   */
  public List<InstalledPlugin> plugins() {
    if (curated.isEmpty()) {
      return list.installed();
    }
    Set<String> off = off();
    return list.installed().stream()
        .filter(plugin -> plugin.state() == PluginState.ON)
        .map(plugin -> off.contains(plugin.id()) ? plugin.switchedOff() : plugin)
        .toList();
  }

  /** The extensions of a point that are on, sorted by id. */
  public <T> List<Extension<T>> extensions(Class<T> point) {
    return list.extensions(point, off());
  }

  /** The extension of a point with that id, if it is on. */
  public <T> Optional<Extension<T>> find(Class<T> point, String id) {
    return extensions(point).stream().filter(extension -> extension.id().equals(id)).findFirst();
  }

  /**
   * The person's yes to a plugin as it is now; also tries a broken one again.
   *
   * @throws LockedException where the current tenant may not use it
   */
  public synchronized void switchOn(String pluginId) {
    FoundPlugin.Sound found = sound(pluginId);
    locked(pluginId)
        .ifPresent(
            why -> {
              throw new LockedException(why);
            });
    if (curated.isPresent()) {
      refuseUnlisted(found);
      curated.get().decisions().forget(pluginId);
      return;
    }
    if (found.file().shipped()) {
      decisions.forget(pluginId);
    } else {
      decisions.save(pluginId, decided(true, found));
    }
    failed.remove(found);
    grown.remove(found);
    rescan();
  }

  /** Why the current tenant may not use a plugin; empty where it may. */
  public Optional<Locked> locked(String pluginId) {
    return keys(pluginId).map(gates::extension).flatMap(gate -> gate.locked().stream()).findFirst();
  }

  /** Its extensions, or the one that its name promises where it never ran. */
  private Stream<String> keys(String pluginId) {
    Set<String> known = list.keys(pluginId);
    int dash = pluginId.indexOf('-');
    String promised =
        dash < 0 ? pluginId : pluginId.substring(0, dash) + "/" + pluginId.substring(dash + 1);
    return known.isEmpty() ? Stream.of(promised) : known.stream().sorted();
  }

  /**
   * The person's yes to the plugin that was shown.
   *
   * @param seenSha256 hash of what was shown
   * @throws IllegalStateException with a sentence when it is another one by now
   */
  public synchronized void switchOn(String pluginId, String seenSha256) {
    rescan();
    if (!sound(pluginId).copy().sha256().equals(seenSha256)) {
      throw new IllegalStateException(
          "Plugin \"%s\" was replaced while you looked at it. Look again before you say yes."
              .formatted(pluginId));
    }
    switchOn(pluginId);
  }

  /** Unloads a plugin until the person switches it on again. */
  public synchronized void switchOff(String pluginId) {
    FoundPlugin.Sound found = sound(pluginId);
    if (curated.isPresent()) {
      refuseUnlisted(found);
      curated
          .get()
          .decisions()
          .save(pluginId, Decision.first(false, found, Claims.of(found.facts())));
      return;
    }
    decisions.save(pluginId, decided(false, found));
    rescan();
  }

  /** What does not run here is, for a tenant, not there. */
  private void refuseUnlisted(FoundPlugin.Sound found) {
    if (!loaded.containsKey(found.facts().id())) {
      throw unknown(found.facts().id());
    }
  }

  private void refuseCurated() {
    if (curated.isPresent()) {
      throw new IllegalStateException(
          "Which plugins are here is decided by whoever runs this Peregrine.");
    }
  }

  private Decision decided(boolean allowed, FoundPlugin.Sound found) {
    Claims claims = Claims.of(found.facts());
    Decision old = decisions.all().get(found.facts().id());
    return old == null ? Decision.first(allowed, found, claims) : old.next(allowed, found, claims);
  }

  /** The version that ran before, where it can still be had; empty text where it has no name. */
  public synchronized Optional<String> before(String pluginId) {
    return files.all().stream()
        .filter(each -> !each.file().shipped() && id(each).equals(pluginId))
        .findFirst()
        .flatMap(
            found -> found instanceof FoundPlugin.Sound sound ? before(sound) : Optional.empty())
        .filter(before -> files.copy(before.sha256()).isPresent())
        .map(Decision.Before::version);
  }

  private Optional<Decision.Before> before(FoundPlugin.Sound found) {
    return Optional.ofNullable(decisions.all().get(found.facts().id()))
        .flatMap(decision -> decision.before(found));
  }

  /**
   * Puts the version that ran before into the place of a plugin, and switches it on. The newer file
   * goes to {@code .bin}; going back once more brings it again.
   *
   * @throws IllegalArgumentException with a sentence where there is none
   */
  public synchronized void goBack(String pluginId) {
    refuseCurated();
    FoundPlugin.Sound found = sound(pluginId);
    Optional<Decision.Before> before = found.file().shipped() ? Optional.empty() : before(found);
    Optional<Path> copy = before.flatMap(each -> files.copy(each.sha256()));
    if (before.isEmpty() || copy.isEmpty()) {
      throw new IllegalArgumentException(
          "Plugin \"%s\": there is no version before this one. Put the file that you want into \"%s\"."
              .formatted(pluginId, dropFolder));
    }
    Decision now = decided(true, found);
    boolean ran =
        Optional.ofNullable(decisions.all().get(pluginId))
            .filter(decision -> decision.sha256().equals(found.copy().sha256()))
            .isPresent();
    files.putBack(found.file(), copy.get());
    decisions.save(
        pluginId,
        new Decision(
            true,
            before.get().sha256(),
            before.get().version(),
            now.claims(),
            ran
                ? Optional.of(new Decision.Before(found.copy().sha256(), found.facts().version()))
                : Optional.empty()));
    rescan();
  }

  /**
   * Unloads a plugin of the drop folder, moves its file to {@code .bin} there and forgets the
   * person's decision. Where two files have that id, it is the one that is not used.
   */
  public synchronized void remove(String pluginId) {
    refuseCurated();
    FoundPlugin found =
        files.all().reversed().stream()
            .filter(each -> !each.file().shipped() && id(each).equals(pluginId))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Plugin \"%s\": expected one of your own, from \"%s\". Switch off those that came with Peregrine."
                            .formatted(pluginId, dropFolder)));
    files.bin(found.file());
    if (files.all().stream().noneMatch(each -> id(each).equals(pluginId))) {
      decisions.forget(pluginId);
    }
    rescan();
  }

  private static String id(FoundPlugin found) {
    return switch (found) {
      case FoundPlugin.Sound sound -> sound.facts().id();
      case FoundPlugin.Unusable unusable -> unusable.file().name();
    };
  }

  private FoundPlugin.Sound sound(String pluginId) {
    for (FoundPlugin found : files.all()) {
      if (found instanceof FoundPlugin.Sound sound && sound.facts().id().equals(pluginId)) {
        return sound;
      }
    }
    throw unknown(pluginId);
  }

  private static IllegalArgumentException unknown(String pluginId) {
    return new IllegalArgumentException(
        "Plugin \"%s\": expected the id of a plugin that can be read. See: peregrine plugin list"
            .formatted(pluginId));
  }

  /** Looks at the drop folder and acts on what changed, as the watch does by itself. */
  public synchronized void rescan() {
    Map<String, Decision> decided = decided();
    Optional<Set<String>> listed = curated.flatMap(CuratedPlugins::listed);
    var firsts = new LinkedHashMap<String, FoundPlugin.Sound>();
    var verdicts = new LinkedHashMap<FoundPlugin.Sound, Verdict>();
    var rest = new ArrayList<InstalledPlugin>();
    for (FoundPlugin found : files.all()) {
      switch (found) {
        case FoundPlugin.Unusable unusable -> rest.add(InstalledPlugin.of(unusable));
        case FoundPlugin.Sound sound -> {
          FoundPlugin.Sound first = firsts.putIfAbsent(sound.facts().id(), sound);
          if (first == null) {
            verdicts.put(
                sound,
                curated
                    .map(list -> list.verdict(sound, listed))
                    .orElseGet(() -> verdict(sound, decided)));
          } else {
            rest.add(second(sound, first));
          }
        }
      }
    }
    if (curated.isPresent()) {
      sayRefused(verdicts);
    }
    failed.keySet().retainAll(verdicts.keySet());
    grown.keySet().retainAll(verdicts.keySet());
    unload(verdicts);
    load(verdicts, decided);
    publish(verdicts, rest);
  }

  /** Each once, and not at every look. */
  private void sayRefused(Map<FoundPlugin.Sound, Verdict> verdicts) {
    verdicts.forEach(
        (sound, verdict) -> {
          if (verdict.state() != PluginState.ON && refused.add(sound.copy().sha256())) {
            LOG.warn(
                "Plugin {} does not run: {} Its SHA-256 is {}. See: peregrine plugin curate",
                sound.file().path().getFileName(),
                verdict.reason(),
                sound.copy().sha256());
          }
        });
  }

  private Verdict verdict(FoundPlugin.Sound sound, Map<String, Decision> decided) {
    return grown.getOrDefault(sound, Verdict.of(sound, decided.get(sound.facts().id())));
  }

  private static InstalledPlugin second(FoundPlugin.Sound sound, FoundPlugin.Sound first) {
    String reason =
        "Plugin id \"%s\" is taken by \"%s\". Remove one of the two."
            .formatted(sound.facts().id(), first.file().path().getFileName());
    return InstalledPlugin.of(sound, PluginState.BROKEN, reason, List.of());
  }

  private void unload(Map<FoundPlugin.Sound, Verdict> verdicts) {
    boolean any =
        loaded
            .values()
            .removeIf(
                plugin -> {
                  Verdict verdict = verdicts.get(plugin.found());
                  boolean goes = verdict == null || verdict.state() != PluginState.ON;
                  if (goes) {
                    layers.unload(plugin.id());
                    LOG.info("Plugin {} was unloaded.", plugin.label());
                  }
                  return goes;
                });
    if (any) {
      failed.values().removeIf(BrokenPluginException::isClash);
    }
  }

  private void load(Map<FoundPlugin.Sound, Verdict> verdicts, Map<String, Decision> decided) {
    List<FoundPlugin.Sound> wanted =
        verdicts.entrySet().stream()
            .filter(each -> each.getValue().state() == PluginState.ON)
            .map(Map.Entry::getKey)
            .filter(found -> !loaded.containsKey(found.facts().id()) && !failed.containsKey(found))
            .toList();
    for (LoadAttempt attempt : AtOnce.map(wanted, found -> LoadAttempt.of(found, loadLimit))) {
      try {
        take(attempt, decided.get(attempt.found().facts().id()));
      } catch (BrokenPluginException e) {
        failed.put(attempt.found(), e);
        LOG.warn("{}", e.getMessage(), e.getCause());
      }
      Verdict after = grown.get(attempt.found());
      if (after != null) {
        verdicts.put(attempt.found(), after);
      }
    }
  }

  private void take(LoadAttempt attempt, @Nullable Decision decision) throws BrokenPluginException {
    LoadedPlugin plugin = attempt.plugin();
    if (decision != null && !plugin.found().file().shipped()) {
      Claims claims = Claims.of(plugin);
      Optional<String> growth = decision.claims().growth(claims);
      if (growth.isPresent()) {
        grown.put(plugin.found(), Verdict.grown(growth.get()));
        return;
      }
      remember(plugin, decision, claims);
    }
    refuseClash(plugin);
    layers.load(plugin.found(), attempt.layer());
    plugin.extensions().forEach(extension -> extension.standsBehind(gates));
    loaded.put(plugin.id(), plugin);
  }

  /** The next version is measured by what this one turned out to be. */
  private void remember(LoadedPlugin plugin, Decision decision, Claims claims) {
    Decision updated = decision.next(true, plugin.found(), claims);
    if (!updated.equals(decision)) {
      try {
        decisions.save(plugin.id(), updated);
      } catch (java.io.UncheckedIOException e) {
        LOG.warn("{}", e.getMessage(), e);
      }
    }
  }

  private void refuseClash(LoadedPlugin plugin) throws BrokenPluginException {
    for (LoadedPlugin other : loaded.values()) {
      for (String key : other.keys()) {
        if (plugin.keys().contains(key)) {
          throw BrokenPluginException.clash(
              "Plugin %s provides \"%s\", which plugin %s provides already. Switch off or remove one of the two."
                  .formatted(plugin.label(), key, other.label()));
        }
      }
    }
  }

  private void publish(Map<FoundPlugin.Sound, Verdict> verdicts, List<InstalledPlugin> rest) {
    var others = new ArrayList<>(rest);
    verdicts.forEach(
        (found, verdict) -> {
          BrokenPluginException failure = failed.get(found);
          if (failure != null && verdict.state() == PluginState.ON) {
            others.add(
                InstalledPlugin.of(
                    found, PluginState.BROKEN, String.valueOf(failure.getMessage()), List.of()));
          } else if (verdict.state() != PluginState.ON) {
            others.add(InstalledPlugin.of(found, verdict.state(), verdict.reason(), List.of()));
          }
        });
    var next = new PluginList(List.copyOf(loaded.values()), others);
    boolean changed = !next.sameAs(list);
    list = next;
    if (changed) {
      live.changedForAll("plugins");
    }
  }

  @Override
  public void close() {
    DropWatch watching;
    synchronized (this) {
      watching = watch;
      watch = null;
    }
    if (watching != null) {
      watching.close();
    }
    synchronized (this) {
      loaded.keySet().forEach(layers::unload);
      loaded.clear();
      list = PluginList.EMPTY;
    }
  }
}
