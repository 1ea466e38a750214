package dev.peregrine.host.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which language models are asked, and in which order.
 *
 * @param backends in the file's order
 * @param chains the orders that the person wrote; a chain that is missing follows {@link
 *     Chain#GENERAL}, and that follows the order of the backends
 * @param features orders of single features, by their keys, such as {@code career_summary}
 */
public record LlmPlan(
    List<NamedBackend> backends,
    Map<Chain, List<String>> chains,
    Map<String, List<String>> features) {

  /** No model. */
  public static final LlmPlan NONE = new LlmPlan(List.of(), Map.of(), Map.of());

  public LlmPlan {
    backends = List.copyOf(backends);
    var ordered = new EnumMap<Chain, List<String>>(Chain.class);
    chains.forEach((chain, names) -> ordered.put(chain, List.copyOf(names)));
    chains = Collections.unmodifiableMap(ordered);
    var copy = new LinkedHashMap<String, List<String>>();
    features.forEach((feature, names) -> copy.put(feature, List.copyOf(names)));
    features = Collections.unmodifiableMap(copy);
  }

  /** The backend of that name. */
  public Optional<NamedBackend> find(String name) {
    return backends.stream().filter(backend -> backend.name().equals(name)).findFirst();
  }

  /** Names of the backends that a chain asks, in their order. */
  public List<String> order(Chain chain) {
    List<String> written = chains.get(chain);
    if (written != null) {
      return written;
    }
    return chain == Chain.GENERAL
        ? backends.stream().map(NamedBackend::name).toList()
        : order(Chain.GENERAL);
  }

  /** The same for a feature, which may have an order of its own. */
  public List<String> order(String feature, Chain chain) {
    return features.getOrDefault(feature, order(chain));
  }

  /** This with a backend in the place of the one of its name, or as the last one. */
  public LlmPlan with(NamedBackend backend) {
    var after = new ArrayList<>(backends);
    int place = backends.stream().map(NamedBackend::name).toList().indexOf(backend.name());
    if (place >= 0) {
      after.set(place, backend);
      return new LlmPlan(after, chains, features);
    }
    after.add(backend);
    var orders = new EnumMap<Chain, List<String>>(Chain.class);
    chains.forEach((chain, names) -> orders.put(chain, plus(names, backend.name())));
    return new LlmPlan(after, orders, features);
  }

  /** This without that backend, anywhere. */
  public LlmPlan without(String name) {
    var orders = new EnumMap<Chain, List<String>>(Chain.class);
    chains.forEach((chain, names) -> orders.put(chain, minus(names, name)));
    var own = new LinkedHashMap<String, List<String>>();
    features.forEach((feature, names) -> own.put(feature, minus(names, name)));
    own.values().removeIf(List::isEmpty);
    return new LlmPlan(
        backends.stream().filter(backend -> !backend.name().equals(name)).toList(), orders, own);
  }

  /** This with an order for a chain. */
  public LlmPlan withOrder(Chain chain, List<String> names) {
    var orders = new EnumMap<Chain, List<String>>(Chain.class);
    orders.putAll(chains);
    orders.put(chain, names);
    return new LlmPlan(backends, orders, features);
  }

  /** This with a chain that follows another one. */
  public LlmPlan withoutOrder(Chain chain) {
    var orders = new LinkedHashMap<>(chains);
    orders.remove(chain);
    return new LlmPlan(backends, orders, features);
  }

  /** This with an order for a feature; none takes it away. */
  public LlmPlan withFeature(String feature, List<String> names) {
    var own = new LinkedHashMap<>(features);
    if (names.isEmpty()) {
      own.remove(feature);
    } else {
      own.put(feature, names);
    }
    return new LlmPlan(backends, chains, own);
  }

  private static List<String> plus(List<String> names, String name) {
    var more = new ArrayList<>(names);
    if (!more.contains(name)) {
      more.add(name);
    }
    return more;
  }

  private static List<String> minus(List<String> names, String name) {
    return names.stream().filter(each -> !each.equals(name)).toList();
  }
}
