package dev.peregrine.host.llm;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.llm.LlmDescriptor;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How far goes what a backend is sent. Where it is not known it counts as far. */
public enum Reach {
  /** It stays in this program. */
  IN_PROCESS,
  /** To another program of this machine. */
  THIS_MACHINE,
  /** To another machine of the person's own network. */
  OWN_NETWORK,
  /** To somebody else. */
  OUTSIDE;

  /** Models that only their makers run: whoever offers them at home passes the question on. */
  private static final Pattern MAKERS_ONLY =
      Pattern.compile(
          "(?i)(?:.*/)?(?:claude|gemini|chatgpt|gpt-(?!oss|j|neo)|o[134](?:-|$)|grok-[2-9]).*");

  /** Source: Ollama's documentation of its cloud models, read 2026-11. */
  private static final Pattern OLLAMA_CLOUD = Pattern.compile("(?i).*[:-]cloud");

  /** Ends of names that the internet does not know: RFC 6762, 8375, ICANN 2024-07. */
  private static final List<String> PRIVATE_ENDS =
      List.of(".local", ".internal", ".home.arpa", ".lan", ".localdomain");

  /** As the end of a sentence that begins with what is sent. */
  public String said() {
    return t("models.reach-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Whether it leaves the person's network. */
  public boolean leaves() {
    return this == OUTSIDE;
  }

  /** What the person said counts; else it is judged. */
  static Reach of(
      Optional<Boolean> saidToLeave,
      LlmDescriptor.Where where,
      Optional<URI> address,
      String model,
      Function<String, List<InetAddress>> names) {
    if (saidToLeave.isPresent()) {
      return saidToLeave.get() ? OUTSIDE : near(judged(where, address, "", names));
    }
    return judged(where, address, model, names);
  }

  /** Whoever says that nothing leaves has another server behind the address than it seems. */
  private static Reach near(Reach judged) {
    return judged == OUTSIDE ? OWN_NETWORK : judged;
  }

  private static Reach judged(
      LlmDescriptor.Where where,
      Optional<URI> address,
      String model,
      Function<String, List<InetAddress>> names) {
    return switch (where) {
      case IN_PROCESS -> IN_PROCESS;
      case AT_PROVIDER -> OUTSIDE;
      case AT_ADDRESS ->
          isPassedOn(model)
              ? OUTSIDE
              : address.map(URI::getHost).map(host -> ofHost(host, names)).orElse(OUTSIDE);
    };
  }

  /** Whether a model of that name runs elsewhere, whoever offers it. */
  static boolean isPassedOn(String model) {
    return OLLAMA_CLOUD.matcher(model).matches() || MAKERS_ONLY.matcher(model).matches();
  }

  private static Reach ofHost(String name, Function<String, List<InetAddress>> names) {
    String host = name.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return THIS_MACHINE;
    }
    if (host.startsWith("[") || host.matches("[0-9.]+")) {
      try {
        return of(InetAddress.ofLiteral(host));
      } catch (IllegalArgumentException odd) {
        return OUTSIDE;
      }
    }
    if (!host.contains(".") || PRIVATE_ENDS.stream().anyMatch(host::endsWith)) {
      return OWN_NETWORK;
    }
    return names.apply(host).stream().map(Reach::of).max(Reach::compareTo).orElse(OUTSIDE);
  }

  private static Reach of(InetAddress address) {
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      return THIS_MACHINE;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean uniqueLocal = bytes.length == 16 && (first & 0xfe) == 0xfc;
    boolean carrierGrade = bytes.length == 4 && first == 100 && second >= 64 && second < 128;
    boolean inside =
        address.isSiteLocalAddress() || address.isLinkLocalAddress() || uniqueLocal || carrierGrade;
    return inside ? OWN_NETWORK : OUTSIDE;
  }
}
