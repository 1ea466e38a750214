package dev.peregrine.host.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code llm.yaml} as it is read: what is not known there is a mistake with its line. */
final class LlmReader {

  static final List<String> KEYS =
      List.of(
          "type",
          "enabled",
          "model",
          "patience_seconds",
          "at_once",
          "data_leaves_machine",
          "agreed",
          "settings");

  private LlmReader() {}

  static LlmPlan read(YamlPart root) {
    var known = new ArrayList<String>(List.of("backends", "features"));
    for (Chain chain : Chain.values()) {
      known.add(chain.key());
    }
    refuseUnknown(root, known, "llm.yaml");
    var backends = new ArrayList<NamedBackend>();
    root.at("backends")
        .ifPresent(
            part -> part.members().forEach((name, member) -> backends.add(backend(name, member))));
    List<String> names = backends.stream().map(NamedBackend::name).toList();
    var chains = new EnumMap<Chain, List<String>>(Chain.class);
    for (Chain chain : Chain.values()) {
      root.at(chain.key()).ifPresent(part -> chains.put(chain, order(part, names)));
    }
    var features = new LinkedHashMap<String, List<String>>();
    root.at("features")
        .ifPresent(
            part ->
                part.members()
                    .forEach((feature, member) -> features.put(feature, order(member, names))));
    features.values().removeIf(List::isEmpty);
    return new LlmPlan(backends, chains, features);
  }

  private static void refuseUnknown(YamlPart part, List<String> known, String where) {
    part.members()
        .forEach(
            (key, member) -> {
              if (!known.contains(key)) {
                throw member.mistake(
                    "\"%s\" is not known in %s, expected one of %s. What belongs to a kind of backend, such as base-url, stands below settings. Correct this line"
                        .formatted(key, where, String.join(", ", known)));
              }
            });
  }

  private static NamedBackend backend(String name, YamlPart part) {
    if (!NamedBackend.isName(name)) {
      throw part.mistake(
          "backend \"%s\" has a name that cannot be used, expected up to 40 of a-z, 0-9, - and _. Correct it"
              .formatted(name));
    }
    refuseUnknown(part, KEYS, "backend \"" + name + "\"");
    String type =
        part.at("type")
            .map(YamlPart::text)
            .orElseThrow(
                () ->
                    part.mistake(
                        "backend \"%s\" has no type, expected one such as ollama. Add \"type: ollama\" below it"
                            .formatted(name)));
    return new NamedBackend(
        name,
        type,
        part.at("enabled").map(YamlPart::flag).orElse(true),
        part.at("model").map(YamlPart::text).orElse(NamedBackend.AUTO),
        whole(part.at("patience_seconds"), NamedBackend.MOST_PATIENCE),
        whole(part.at("at_once"), NamedBackend.MOST_AT_ONCE),
        part.at("data_leaves_machine").map(YamlPart::flag),
        part.at("agreed").map(YamlPart::flag).orElse(false),
        part.at("settings").map(LlmReader::settings).orElse(Map.of()));
  }

  private static OptionalInt whole(Optional<YamlPart> part, int most) {
    return part.map(each -> OptionalInt.of(each.whole(1, most))).orElse(OptionalInt.empty());
  }

  private static Map<String, String> settings(YamlPart part) {
    var settings = new LinkedHashMap<String, String>();
    part.members()
        .forEach(
            (key, member) -> {
              if (member.isList()) {
                settings.put(key, String.join("\n", member.texts()));
              } else if (!member.isNothing()) {
                settings.put(key, member.text());
              }
            });
    return settings;
  }

  private static List<String> order(YamlPart part, List<String> names) {
    for (YamlPart item : part.items()) {
      if (!names.contains(item.text())) {
        throw item.mistake(
            "%s names \"%s\", which is no backend of this file, expected one of %s. Correct this line"
                .formatted(
                    part.name(),
                    item.text(),
                    names.isEmpty() ? "those below backends" : String.join(", ", names)));
      }
    }
    return part.texts();
  }
}
