package dev.peregrine.host.plugins;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A plugin whose extensions are on. */
final class LoadedPlugin {

  private final FoundPlugin.Sound found;
  private final List<Extension<?>> extensions;
  private final Set<String> keys;

  LoadedPlugin(FoundPlugin.Sound found, List<Extension<?>> extensions) {
    this.found = found;
    this.extensions = List.copyOf(extensions);
    this.extensions.forEach(extension -> extension.belongsTo(this));
    this.keys = this.extensions.stream().map(Extension::key).collect(Collectors.toSet());
  }

  String id() {
    return found.facts().id();
  }

  String label() {
    return found.facts().label();
  }

  FoundPlugin.Sound found() {
    return found;
  }

  List<Extension<?>> extensions() {
    return extensions;
  }

  /** What its descriptors say, which its manifest may not. */
  Set<String> hosts() {
    var hosts = new TreeSet<String>();
    extensions.forEach(extension -> hosts.addAll(extension.descriptor().about().hosts()));
    return hosts;
  }

  Set<String> keys() {
    return keys;
  }

  InstalledPlugin installed() {
    return InstalledPlugin.of(
        found, PluginState.ON, "", extensions.stream().map(Extension::info).toList());
  }
}
