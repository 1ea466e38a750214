package dev.peregrine.host.plugins;

import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what a plugin is from its manifest and module descriptors, and refuses what can never run,
 * without running any of it.
 */
final class FactsReader {

  static final String API = "peregrine.api";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

  private final PluginFile file;
  private final List<Path> jars;

  private FactsReader(PluginFile file, List<Path> jars) {
    this.file = file;
    this.jars = jars;
  }

  static PluginFacts read(PluginFile file, List<Path> jars) throws BrokenPluginException {
    return new FactsReader(file, jars).read();
  }

  private PluginFacts read() throws BrokenPluginException {
    ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
    Map<Path, ModuleDescriptor> byJar = modules(finder);
    Collection<ModuleDescriptor> modules = byJar.values();
    refuseOwnApi(modules);
    Path main = mainJar(byJar);
    PluginManifest manifest = PluginManifest.of(main);
    ModuleDescriptor module = Objects.requireNonNull(byJar.get(main));
    String id = id(manifest, module);
    String version = version(manifest, module);
    checkApi(id, version, manifest.text("Plugin-Requires"));
    return new PluginFacts(
        id,
        version,
        manifest.text("Plugin-Provider"),
        manifest.text("Plugin-License"),
        manifest.text("Plugin-Description"),
        manifest.hosts(),
        points(modules, id),
        requires(modules, id),
        new PluginFacts.Modules(finder));
  }

  private Map<Path, ModuleDescriptor> modules(ModuleFinder finder) throws BrokenPluginException {
    try {
      var byJar = new TreeMap<Path, ModuleDescriptor>();
      for (ModuleReference module : finder.findAll()) {
        byJar.put(Path.of(module.location().orElseThrow()), module.descriptor());
      }
      return byJar;
    } catch (FindException e) {
      throw new BrokenPluginException(
          "\"%s\" is no module: %s. Its author has to mend the jar's name, its Automatic-Module-Name or its META-INF/services."
              .formatted(file.name(), firstLine(e.getCause() == null ? e : e.getCause())),
          e);
    }
  }

  private void refuseOwnApi(Collection<ModuleDescriptor> modules) throws BrokenPluginException {
    for (ModuleDescriptor module : modules) {
      boolean hasApi =
          module.name().equals(API)
              || module.packages().stream()
                  .anyMatch(name -> (name + ".").startsWith("dev.peregrine.api."));
      if (hasApi) {
        throw new BrokenPluginException(
            "\"%s\" brings its own copy of Peregrine's API, which belongs to Peregrine. Its author has to leave it out (Maven scope \"provided\")."
                .formatted(file.name()));
      }
    }
  }

  /** The jar that names the plugin; else the one that provides an extension; else the first. */
  private static Path mainJar(Map<Path, ModuleDescriptor> byJar) throws BrokenPluginException {
    for (Path jar : byJar.keySet()) {
      if (byJar.size() == 1 || PluginManifest.of(jar).namesPlugin()) {
        return jar;
      }
    }
    return byJar.entrySet().stream()
        .filter(
            each ->
                each.getValue().provides().stream()
                    .anyMatch(p -> ExtensionPoint.ofService(p.service()).isPresent()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> byJar.keySet().iterator().next());
  }

  private String id(PluginManifest manifest, ModuleDescriptor module) throws BrokenPluginException {
    String id =
        manifest.namesPlugin()
            ? manifest.text("Plugin-Id")
            : module.isAutomatic() ? file.name() : module.name();
    if (!ID.matcher(id).matches()) {
      throw new BrokenPluginException(
          "Plugin id \"%s\": expected letters, digits, \".\", \"_\" and \"-\", at most 80. Its author has to mend Plugin-Id."
              .formatted(id));
    }
    return id;
  }

  private static String version(PluginManifest manifest, ModuleDescriptor module) {
    String said = manifest.text("Plugin-Version");
    return said.isEmpty()
        ? module.rawVersion().orElse(manifest.text("Implementation-Version"))
        : said;
  }

  private static void checkApi(String id, String version, String requires)
      throws BrokenPluginException {
    if (requires.isEmpty()) {
      return;
    }
    ApiVersion ours = ApiVersion.ours();
    Optional<ApiVersion> wanted = ApiVersion.parse(requires);
    if (wanted.isEmpty()) {
      throw new BrokenPluginException(
          "Plugin \"%s\" requires API \"%s\", expected a version such as \"%s\". Its author has to mend Plugin-Requires."
              .formatted(id, requires, ours));
    }
    if (!ours.serves(wanted.get())) {
      throw new BrokenPluginException(
          "Plugin \"%s\"%s was made for API %s; this Peregrine has API %s. Look for a version of the plugin that fits."
              .formatted(id, version.isEmpty() ? "" : " " + version, wanted.get(), ours));
    }
  }

  private static List<String> points(Collection<ModuleDescriptor> modules, String id)
      throws BrokenPluginException {
    var points = new TreeSet<String>();
    for (ModuleDescriptor module : modules) {
      for (ModuleDescriptor.Provides provides : module.provides()) {
        ExtensionPoint.ofService(provides.service()).ifPresent(point -> points.add(point.name()));
      }
    }
    if (points.isEmpty()) {
      throw new BrokenPluginException(
          "Plugin \"%s\" provides no extension that this Peregrine knows. Its author has to name one in module-info (provides … with …) or META-INF/services."
              .formatted(id));
    }
    return List.copyOf(points);
  }

  /** The allow-list: the JDK, the API, and what the plugin brings along. */
  private static List<String> requires(Collection<ModuleDescriptor> modules, String id)
      throws BrokenPluginException {
    Set<String> own = modules.stream().map(ModuleDescriptor::name).collect(Collectors.toSet());
    var needed = new TreeSet<String>();
    for (ModuleDescriptor module : modules) {
      for (Requires requires : module.requires()) {
        String name = requires.name();
        boolean isOptional = requires.modifiers().contains(Requires.Modifier.STATIC);
        if (own.contains(name) || name.equals(API) || name.equals("java.base") || isOptional) {
          continue;
        }
        boolean isJdk = name.startsWith("java.") || name.startsWith("jdk.");
        if (!isJdk) {
          throw new BrokenPluginException(
              "Plugin \"%s\" needs the module \"%s\", which it does not bring along. Its author has to put that library beside it (a folder with lib/)."
                  .formatted(id, name));
        }
        if (ModuleLayer.boot().findModule(name).isEmpty()) {
          throw new BrokenPluginException(
              "Plugin \"%s\" needs \"%s\", which this Java does not have. Start Peregrine with a full JDK."
                  .formatted(id, name));
        }
        needed.add(name);
      }
    }
    return List.copyOf(needed);
  }

  static String firstLine(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String line = message.lines().findFirst().orElse("").strip();
    String cut = line.length() > 200 ? line.substring(0, 200) + "…" : line;
    return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
  }
}
