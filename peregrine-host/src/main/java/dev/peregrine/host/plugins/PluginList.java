package dev.peregrine.host.plugins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All plugins at one moment: what readers see while the next moment is prepared. */
record PluginList(List<LoadedPlugin> loaded, List<InstalledPlugin> others) {

  static final PluginList EMPTY = new PluginList(List.of(), List.of());

  List<InstalledPlugin> installed() {
    return Stream.concat(loaded.stream().map(LoadedPlugin::installed), others.stream())
        .sorted(
            Comparator.comparing(InstalledPlugin::id)
                .thenComparing(plugin -> plugin.state() == PluginState.BROKEN)
                .thenComparing(InstalledPlugin::file))
        .toList();
  }

  /** The extensions of one that is on; none of any other. */
  Set<String> keys(String pluginId) {
    return loaded.stream()
        .filter(plugin -> plugin.id().equals(pluginId))
        .findFirst()
        .map(LoadedPlugin::keys)
        .orElse(Set.of());
  }

  /**
   * @param off ids of plugins to leave out
   */
  <T> List<Extension<T>> extensions(Class<T> point, Set<String> off) {
    var found = new ArrayList<Extension<T>>();
    for (LoadedPlugin plugin : loaded) {
      if (off.contains(plugin.id())) {
        continue;
      }
      for (Extension<?> extension : plugin.extensions()) {
        extension.as(point).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparing(Extension::id));
    return found;
  }

  /** Whether a person would see a difference. */
  boolean sameAs(PluginList other) {
    return loaded.equals(other.loaded) && others.equals(other.others);
  }
}
