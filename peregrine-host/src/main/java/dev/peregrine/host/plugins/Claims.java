package dev.peregrine.host.plugins;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a plugin asks for: that to which a person says yes, and beyond which a new version has to
 * ask again.
 *
 * @param provider who made it
 * @param hosts whom it talks to; empty where that is not known yet
 * @param points what kinds of extension it provides
 * @param keys its extensions; empty where they are not known yet
 * @param requires modules of the JDK that it needs
 */
record Claims(
    String provider,
    Optional<Set<String>> hosts,
    Set<String> points,
    Set<String> keys,
    Set<String> requires) {

  Claims {
    hosts = hosts.map(Set::copyOf);
    points = Set.copyOf(points);
    keys = Set.copyOf(keys);
    requires = Set.copyOf(requires);
  }

  static Claims of(PluginFacts facts) {
    return new Claims(
        facts.provider(),
        facts.hosts(),
        Set.copyOf(facts.points()),
        Set.of(),
        Set.copyOf(facts.requires()));
  }

  /** With what its descriptors said when it was loaded. */
  static Claims of(LoadedPlugin plugin) {
    Claims said = of(plugin.found().facts());
    Set<String> hosts = new TreeSet<>(plugin.hosts());
    said.hosts.ifPresent(hosts::addAll);
    return new Claims(said.provider, Optional.of(hosts), said.points, plugin.keys(), said.requires);
  }

  /** What a newer version wants beyond this, as a part of a sentence; empty when nothing. */
  Optional<String> growth(Claims newer) {
    if (!newer.provider.equals(provider)) {
      return Optional.of(
          "it comes from \"%s\" instead of \"%s\"".formatted(newer.provider, provider));
    }
    return firstBeyond("it talks to", newer.hosts.orElse(Set.of()), hosts)
        .or(() -> firstBeyond("it provides", newer.points, Optional.of(points)))
        .or(
            () ->
                keys.isEmpty()
                    ? Optional.empty()
                    : firstBeyond("it provides", newer.keys, Optional.of(keys)))
        .or(() -> firstBeyond("it needs", newer.requires, Optional.of(requires)));
  }

  private static Optional<String> firstBeyond(
      String verb, Collection<String> wanted, Optional<Set<String>> granted) {
    if (granted.isEmpty()) {
      return Optional.empty();
    }
    return wanted.stream()
        .sorted()
        .filter(each -> !covers(granted.get(), each))
        .findFirst()
        .map(each -> "%s \"%s\" now".formatted(verb, each));
  }

  /** Whether host patterns, or plain words, include another one. */
  static boolean covers(Set<String> patterns, String wanted) {
    for (String pattern : patterns) {
      boolean isBelow = pattern.startsWith("*.") && wanted.endsWith(pattern.substring(1));
      if (pattern.equals(wanted) || pattern.equals("*") || isBelow) {
        return true;
      }
    }
    return false;
  }
}
