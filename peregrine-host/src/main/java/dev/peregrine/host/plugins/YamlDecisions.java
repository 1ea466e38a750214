package dev.peregrine.host.plugins;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Decisions as YAML. An entry that does not read as one is as if it were not there: ask again. */
final class YamlDecisions {

  private static final String HEAD =
      """
      # Peregrine writes here what you decided about plugins.
      # Delete an entry, and it asks again.
      """;

  private YamlDecisions() {}

  /** Empty when the text is not YAML of the expected form. */
  static Optional<Map<String, Decision>> read(String text) {
    Object document;
    try {
      document =
          new Load(LoadSettings.builder().setLabel("plugins.yaml").build()).loadFromString(text);
    } catch (YamlEngineException e) {
      return Optional.empty();
    }
    if (document == null) {
      return Optional.of(Map.of());
    }
    if (!(document instanceof Map<?, ?> entries)) {
      return Optional.empty();
    }
    var decisions = new TreeMap<String, Decision>();
    entries.forEach(
        (id, entry) ->
            decision(entry).ifPresent(decision -> decisions.put(String.valueOf(id), decision)));
    return Optional.of(decisions);
  }

  private static Optional<Decision> decision(Object entry) {
    if (!(entry instanceof Map<?, ?> map) || !(map.get("allowed") instanceof Boolean allowed)) {
      return Optional.empty();
    }
    Optional<Set<String>> hosts =
        map.get("hosts") instanceof Collection<?> all ? Optional.of(words(all)) : Optional.empty();
    var claims =
        new Claims(
            word(map, "provider"),
            hosts,
            words(map.get("provides")),
            words(map.get("extensions")),
            words(map.get("requires")));
    return Optional.of(
        new Decision(allowed, word(map, "sha256"), word(map, "version"), claims, before(map)));
  }

  private static Optional<Decision.Before> before(Map<?, ?> map) {
    return map.get("before") instanceof Map<?, ?> before && !word(before, "sha256").isEmpty()
        ? Optional.of(new Decision.Before(word(before, "sha256"), word(before, "version")))
        : Optional.empty();
  }

  private static String word(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : String.valueOf(value);
  }

  private static Set<String> words(@Nullable Object value) {
    return value instanceof Collection<?> all
        ? all.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }

  static String write(Map<String, Decision> decisions) {
    var document = new LinkedHashMap<String, Object>();
    new TreeMap<>(decisions).forEach((id, decision) -> document.put(id, entry(decision)));
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(200).build();
    return HEAD + (document.isEmpty() ? "" : new Dump(settings).dumpToString(document));
  }

  private static Map<String, Object> entry(Decision decision) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("allowed", decision.allowed());
    entry.put("sha256", decision.sha256());
    entry.put("version", decision.version());
    entry.put("provider", decision.claims().provider());
    decision
        .claims()
        .hosts()
        .ifPresent(hosts -> entry.put("hosts", hosts.stream().sorted().toList()));
    entry.put("provides", decision.claims().points().stream().sorted().toList());
    entry.put("extensions", decision.claims().keys().stream().sorted().toList());
    entry.put("requires", decision.claims().requires().stream().sorted().toList());
    decision
        .before()
        .ifPresent(
            before ->
                entry.put(
                    "before", Map.of("sha256", before.sha256(), "version", before.version())));
    return entry;
  }
}
