package dev.peregrine.host.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code llm.yaml} as it is written: changed lines only where that can be done, else anew. */
final class LlmWriter {

  static final String HEAD =
      """
      # Language models. config/llm.yaml.example says what may stand here. Saving in the browser changes
      # only the lines of what you changed there. Keys are sealed elsewhere and never written here.
      """;

  private LlmWriter() {}

  /** The whole file. */
  static String file(LlmPlan plan) {
    var lines = new ArrayList<String>();
    rootEntries(plan).forEach(entry -> lines.addAll(entry.lines("")));
    return HEAD + "\n" + String.join("\n", lines) + "\n";
  }

  private static List<YamlEdit.Entry> rootEntries(LlmPlan plan) {
    var entries = new ArrayList<YamlEdit.Entry>();
    var backends = new ArrayList<String>();
    for (NamedBackend backend : plan.backends()) {
      backends.addAll(whole(backend).lines(""));
    }
    entries.add(YamlEdit.Entry.block("backends", backends));
    entries.addAll(orders(plan));
    return entries;
  }

  private static List<YamlEdit.Entry> orders(LlmPlan plan) {
    var entries = new ArrayList<YamlEdit.Entry>();
    for (Chain chain : Chain.values()) {
      List<String> names = plan.chains().get(chain);
      entries.add(
          new YamlEdit.Entry(
              List.of(chain.key()), names == null ? List.of() : List.of(flow(names))));
    }
    var features = new ArrayList<String>();
    plan.features()
        .forEach((feature, names) -> features.add(YamlEdit.scalar(feature) + ": " + flow(names)));
    entries.add(YamlEdit.Entry.block("features", features));
    return entries;
  }

  private static String flow(List<String> names) {
    return names.stream()
        .map(YamlEdit::scalar)
        .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
  }

  private static YamlEdit.Entry whole(NamedBackend backend) {
    var lines = new ArrayList<String>();
    entries(backend).forEach(entry -> lines.addAll(entry.lines("")));
    return YamlEdit.Entry.block(backend.name(), lines);
  }

  /** What stands below a backend's name. */
  static List<YamlEdit.Entry> entries(NamedBackend backend) {
    var settings = new ArrayList<String>();
    settings(backend.settings()).forEach(entry -> settings.addAll(entry.lines("")));
    var entries = new ArrayList<>(head(backend));
    entries.add(YamlEdit.Entry.block("settings", settings));
    return entries;
  }

  private static List<YamlEdit.Entry> head(NamedBackend backend) {
    return List.of(
        one("type", YamlEdit.scalar(backend.type())),
        one("enabled", Boolean.toString(backend.enabled())),
        one("model", YamlEdit.scalar(backend.model())),
        maybe(
            "patience_seconds",
            backend.patienceSeconds().isPresent()
                ? Integer.toString(backend.patienceSeconds().getAsInt())
                : ""),
        maybe(
            "at_once",
            backend.atOnce().isPresent() ? Integer.toString(backend.atOnce().getAsInt()) : ""),
        maybe("data_leaves_machine", backend.leaves().map(Object::toString).orElse("")),
        maybe("agreed", backend.agreed() ? "true" : ""));
  }

  private static List<YamlEdit.Entry> settings(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(
            setting ->
                setting.getValue().contains("\n")
                    ? new YamlEdit.Entry(
                        List.of(setting.getKey()),
                        YamlEdit.list(setting.getValue().lines().toList()))
                    : one(setting.getKey(), YamlEdit.scalar(setting.getValue())))
        .toList();
  }

  private static YamlEdit.Entry one(String key, String value) {
    return new YamlEdit.Entry(List.of(key), List.of(value));
  }

  private static YamlEdit.Entry maybe(String key, String value) {
    return new YamlEdit.Entry(List.of(key), value.isEmpty() ? List.of() : List.of(value));
  }

  /** The text with what differs; empty where its style cannot be edited by lines. */
  static Optional<String> changed(YamlFile file, String text, LlmPlan before, LlmPlan after) {
    Optional<String> edited = Optional.of(text);
    for (NamedBackend old : before.backends()) {
      if (after.find(old.name()).isEmpty()) {
        edited =
            edited.flatMap(now -> YamlEdit.at(file, now, List.of("backends"), List.of(gone(old))));
      }
    }
    for (NamedBackend backend : after.backends()) {
      Optional<NamedBackend> old = before.find(backend.name());
      if (old.isEmpty()) {
        edited = edited.flatMap(now -> added(file, now, backend));
      } else if (!old.get().equals(backend)) {
        NamedBackend was = old.get();
        edited = edited.flatMap(now -> changed(file, now, was, backend));
      }
    }
    List<YamlEdit.Entry> orders = new ArrayList<>(orders(after));
    orders.removeAll(orders(before));
    return orders.isEmpty()
        ? edited
        : edited.flatMap(now -> YamlEdit.at(file, now, List.of(), orders));
  }

  private static YamlEdit.Entry gone(NamedBackend backend) {
    return new YamlEdit.Entry(List.of(backend.name()), List.of());
  }

  private static Optional<String> added(YamlFile file, String text, NamedBackend backend) {
    Optional<String> beside = YamlEdit.at(file, text, List.of("backends"), List.of(whole(backend)));
    return beside.isPresent()
        ? beside
        : YamlEdit.at(
            file,
            text,
            List.of(),
            List.of(YamlEdit.Entry.block("backends", whole(backend).lines(""))));
  }

  private static Optional<String> changed(
      YamlFile file, String text, NamedBackend before, NamedBackend after) {
    List<String> here = List.of("backends", after.name());
    List<YamlEdit.Entry> entries = new ArrayList<>(head(after));
    entries.removeAll(head(before));
    Optional<String> edited =
        entries.isEmpty() ? Optional.of(text) : YamlEdit.at(file, text, here, entries);
    if (before.settings().equals(after.settings())) {
      return edited;
    }
    List<YamlEdit.Entry> settings = new ArrayList<>(settings(after.settings()));
    settings.removeAll(settings(before.settings()));
    for (String key : before.settings().keySet()) {
      if (!after.settings().containsKey(key)) {
        settings.add(new YamlEdit.Entry(List.of(key), List.of()));
      }
    }
    boolean whole = before.settings().isEmpty() || after.settings().isEmpty();
    return whole
        ? edited.flatMap(now -> YamlEdit.at(file, now, here, List.of(entries(after).getLast())))
        : edited.flatMap(
            now -> YamlEdit.at(file, now, List.of("backends", after.name(), "settings"), settings));
  }
}
