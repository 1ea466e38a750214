package dev.peregrine.host.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plugin that was found, whatever its state. All but the extensions is read without running
 * anything of it: this is what a person sees before saying yes.
 *
 * @param id from the manifest, else the module's name, else the file's
 * @param version as its author writes it; may be empty
 * @param provider who made it, as the manifest says; may be empty
 * @param license as the manifest says; may be empty
 * @param description as the manifest says; may be empty
 * @param file the jar or folder
 * @param sha256 of the jar, or of a folder's jars and their names; empty where it cannot be read
 * @param shipped whether it came with Peregrine
 * @param reason why it is not on, as a sentence; empty for one that is on
 * @param hosts the hosts it talks to as its manifest says ({@code Plugin-Hosts}); empty where it
 *     does not say
 * @param points names of the extension points it provides something for, such as {@code board}
 * @param extensions what it provides; only of one that is on
 */
public record InstalledPlugin(
    String id,
    String version,
    String provider,
    String license,
    String description,
    Path file,
    String sha256,
    long bytes,
    boolean shipped,
    PluginState state,
    String reason,
    Optional<Set<String>> hosts,
    List<String> points,
    List<ExtensionInfo> extensions) {

  public InstalledPlugin {
    hosts = hosts.map(Set::copyOf);
    points = List.copyOf(points);
    extensions = List.copyOf(extensions);
  }

  static InstalledPlugin of(
      FoundPlugin.Sound found, PluginState state, String reason, List<ExtensionInfo> extensions) {
    PluginFacts facts = found.facts();
    return new InstalledPlugin(
        facts.id(),
        facts.version(),
        facts.provider(),
        facts.license(),
        facts.description(),
        found.file().path(),
        found.copy().sha256(),
        found.copy().bytes(),
        found.file().shipped(),
        state,
        reason,
        facts.hosts(),
        facts.points(),
        extensions);
  }

  /** The same one, for a tenant who does not want it. */
  InstalledPlugin switchedOff() {
    return new InstalledPlugin(
        id,
        version,
        provider,
        license,
        description,
        file,
        sha256,
        bytes,
        shipped,
        PluginState.OFF,
        "You switched it off.",
        hosts,
        points,
        List.of());
  }

  /** One of which nothing more than its file is known. */
  static InstalledPlugin of(FoundPlugin.Unusable found) {
    return new InstalledPlugin(
        found.file().name(),
        "",
        "",
        "",
        "",
        found.file().path(),
        found.copy().map(PluginCopies.Copy::sha256).orElse(""),
        found.copy().map(PluginCopies.Copy::bytes).orElse(0L),
        found.file().shipped(),
        PluginState.BROKEN,
        found.reason(),
        Optional.empty(),
        List.of(),
        List.of());
  }
}
