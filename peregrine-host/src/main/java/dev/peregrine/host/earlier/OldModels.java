package dev.peregrine.host.earlier;

import dev.peregrine.host.config.Chain;
import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.config.LlmPlan;
import dev.peregrine.host.config.NamedBackend;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts the earlier program's language models beside those that the person has here. */
final class OldModels {

  /** Programs on the machine itself that pass everything on to somebody else. */
  private static final List<String> PASSING_ON = List.of("claude_code", "github_copilot");

  private final OldFiles files;
  private final Ledger ledger;
  private final OldSecrets secrets;
  private final boolean dry;
  private final List<String> agreed = new ArrayList<>();

  OldModels(OldFiles files, Ledger ledger, OldSecrets secrets, boolean dry) {
    this.files = files;
    this.ledger = ledger;
    this.secrets = secrets;
    this.dry = dry;
    files
        .named("user.yaml")
        .forEach(user -> agreed.addAll(user.texts("byok_acknowledged_backends")));
  }

  void bring() {
    var file = new LlmFile();
    LlmPlan present = file.current();
    LlmPlan plan = present;
    for (Old root : files.named("llm.yaml")) {
      plan = with(plan, root, present.backends().isEmpty());
    }
    LlmPlan wanted = plan;
    if (!dry && !wanted.equals(present)) {
      file.change(before -> before.equals(present) ? wanted : before);
    }
  }

  private LlmPlan with(LlmPlan present, Old root, boolean ordersToo) {
    LlmPlan plan = present;
    int off = 0;
    for (Map.Entry<String, Old> each : backends(root).entrySet()) {
      Old backend = each.getValue();
      boolean isOn = !backend.has("enabled") || backend.flag("enabled");
      if (!isOn && key(backend).isEmpty()) {
        off++;
        continue;
      }
      NamedBackend brought = backend(each.getKey(), backend, isOn);
      Optional<NamedBackend> same = plan.find(brought.name());
      ledger.line("language models", same.isEmpty() ? Ledger.Fate.ADDED : Ledger.Fate.SAME);
      if (same.isEmpty()) {
        plan = plan.with(brought);
      } else if (!same.get().equals(brought)) {
        ledger.different("the language model “%s”".formatted(brought.name()));
      }
    }
    if (off > 0) {
      ledger.note(
          "Language models that were off and had no key were not brought (%d of them); Settings → Models adds any."
              .formatted(off));
    }
    return ordersToo ? ordered(plan, root) : plan;
  }

  /** A map by name; its newer pages overwrote that with a list. */
  private static Map<String, Old> backends(Old root) {
    var backends = new LinkedHashMap<String, Old>();
    Old map = root.at("backends");
    map.values().keySet().forEach(name -> backends.put(named(name), map.at(name)));
    for (Old one : root.list("backends")) {
      backends.putIfAbsent(named(one.first("name", "id")), one);
    }
    backends.remove("");
    return backends;
  }

  private static String named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
    String begun = plain.replaceFirst("^[_-]+", "");
    return begun.substring(0, Math.min(40, begun.length()));
  }

  private static String key(Old backend) {
    String key = backend.text("api_key");
    return OldSecrets.isOne("api_key", key) ? key : "";
  }

  private NamedBackend backend(String name, Old backend, boolean isOn) {
    var settings = new LinkedHashMap<String, String>();
    String type = type(name, backend);
    String address = address(name, backend.text("base_url"));
    if (!address.isEmpty() && !type.equals("anthropic")) {
      settings.put("base-url", type.equals("ollama") ? address.replaceFirst("/v1$", "") : address);
    }
    key(name, type, backend).ifPresent(reference -> settings.put("api-key", reference));
    boolean passesOn = PASSING_ON.contains(name);
    return new NamedBackend(
        name,
        type,
        isOn,
        backend.text("model"),
        OptionalInt.empty(),
        OptionalInt.empty(),
        passesOn
            ? Optional.of(true)
            : backend.flag("local") ? Optional.of(false) : Optional.empty(),
        agreed.contains(name),
        settings);
  }

  private static String type(String name, Old backend) {
    String address = backend.text("base_url");
    return switch (backend.text("type")) {
      case "anthropic" -> "anthropic";
      case "vision_service" -> "vision";
      default ->
          name.startsWith("ollama") || address.matches(".*:1143[45](/.*)?")
              ? "ollama"
              : name.startsWith("vllm") ? "vllm" : "openai";
    };
  }

  /** Names of its containers mean nothing here; their ports were this machine's. */
  private String address(String name, String typed) {
    if (typed.isEmpty()) {
      return "";
    }
    try {
      URI url = URI.create(typed.replaceFirst("/+$", ""));
      String host = url.getHost() == null ? "" : url.getHost();
      boolean isContainer =
          host.equals("host.docker.internal")
              || !host.contains(".") && !host.contains(":") && !host.equals("localhost");
      String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
      // What it calls ollama_research is no host name to Java.
      if (!isContainer && !authority.startsWith("ollama_")) {
        return url.toString();
      }
      int port = authority.contains(":") ? digits(authority) : -1;
      int ours = authority.startsWith("ollama_research") ? 11435 : port;
      ledger.note(
          "The language model “%s” was called at “%s”, a name of its containers; it is looked for on this machine."
              .formatted(name, authority));
      return "http://127.0.0.1" + (ours > 0 ? ":" + ours : "") + url.getRawPath();
    } catch (IllegalArgumentException noAddress) {
      ledger.note("The language model “%s” had an address that is none.".formatted(name));
      return "";
    }
  }

  private static int digits(String authority) {
    String port = authority.substring(authority.lastIndexOf(':') + 1);
    return port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1;
  }

  /** A key is sealed; the variable that it was to come from stays one. */
  private Optional<String> key(String name, String type, Old backend) {
    String key = key(backend);
    String variable = backend.text("api_key_env");
    if (variable.isEmpty() && type.equals("anthropic") && key.isEmpty()) {
      variable = "ANTHROPIC_API_KEY";
    }
    String sealed = key.isEmpty() ? files.environment(variable) : key;
    if (!sealed.isEmpty()) {
      secrets.found("llm/" + name + "/api-key", sealed);
      return Optional.empty();
    }
    return variable.matches("[A-Za-z_][A-Za-z0-9_]{0,99}")
        ? Optional.of("${" + variable + "}")
        : Optional.empty();
  }

  private static LlmPlan ordered(LlmPlan present, Old root) {
    LlmPlan plan = present;
    for (Chain chain : Chain.values()) {
      List<String> names =
          root.texts(chain.key()).stream()
              .map(OldModels::named)
              .filter(name -> present.find(name).isPresent())
              .distinct()
              .toList();
      if (!names.isEmpty()) {
        plan = plan.withOrder(chain, names);
      }
    }
    return plan;
  }
}
