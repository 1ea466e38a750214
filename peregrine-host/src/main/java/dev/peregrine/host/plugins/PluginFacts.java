package dev.peregrine.host.plugins;

import dev.peregrine.recipes.RecipeBoard;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a plugin's files say without running any of it.
 *
 * @param id names it everywhere
 * @param version as its author writes it; may be empty
 * @param provider who made it; may be empty
 * @param license may be empty
 * @param description may be empty
 * @param hosts the hosts its manifest names; empty where it does not say
 * @param points names of the extension points it provides something for, sorted
 * @param requires modules of the JDK that it needs beside the base, sorted
 * @param content what there is to load
 */
record PluginFacts(
    String id,
    String version,
    String provider,
    String license,
    String description,
    Optional<Set<String>> hosts,
    List<String> points,
    List<String> requires,
    Content content) {

  /** What there is to load. */
  sealed interface Content {}

  /** Code, in modules. */
  record Modules(ModuleFinder finder) implements Content {}

  /** A recipe, which is not code. */
  record Recipe(RecipeBoard board) implements Content {}

  PluginFacts {
    hosts = hosts.map(Set::copyOf);
    points = List.copyOf(points);
    requires = List.copyOf(requires);
  }

  /** Name and version for a sentence. */
  String label() {
    return version.isEmpty() ? "\"" + id + "\"" : "\"" + id + "\" " + version;
  }
}
