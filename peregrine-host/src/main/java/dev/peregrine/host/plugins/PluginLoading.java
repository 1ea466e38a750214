package dev.peregrine.host.plugins;

import dev.peregrine.api.Descriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Makes a plugin's extensions: the first moment in which its code runs. */
final class PluginLoading {

  private final PluginFacts facts;
  private final PluginLayer layer;
  private final Duration limit;

  PluginLoading(PluginFacts facts, PluginLayer layer, Duration limit) {
    this.facts = facts;
    this.layer = layer;
    this.limit = limit;
  }

  List<Extension<?>> extensions() throws BrokenPluginException {
    StrangersCode<List<Extension<?>>> code =
        StrangersCode.start("load " + facts.id(), layer.loader(), this::made);
    try {
      return code.await(limit);
    } catch (TimeoutException e) {
      throw new BrokenPluginException(
          "Plugin %s was not ready after %d s: its constructor or descriptor() does not return. It is not used, but its code may run on until Peregrine is restarted."
              .formatted(facts.label(), Math.max(1, limit.toSeconds())),
          stopped(code, e));
    } catch (ExecutionException e) {
      throw broken(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokenPluginException(
          "Plugin %s was not loaded: Peregrine is stopping.".formatted(facts.label()), e);
    }
  }

  private static Exception stopped(StrangersCode<?> code, Exception why) {
    try {
      code.stop(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return why;
  }

  private List<Extension<?>> made() throws BrokenPluginException {
    var extensions = new ArrayList<Extension<?>>();
    for (ExtensionPoint<?> point : ExtensionPoint.ALL) {
      if (facts.points().contains(point.name())) {
        addProvidersOf(point, extensions);
      }
    }
    if (extensions.isEmpty()) {
      throw new BrokenPluginException(
          "Plugin %s provides no extension that can be loaded. Its author has to mend that."
              .formatted(facts.label()));
    }
    check(extensions);
    return extensions;
  }

  private <T> void addProvidersOf(ExtensionPoint<T> point, List<Extension<?>> extensions)
      throws BrokenPluginException {
    Iterator<ServiceLoader.Provider<T>> providers =
        ServiceLoader.load(layer.layer(), point.type()).stream().iterator();
    while (providers.hasNext()) {
      ServiceLoader.Provider<T> provider = providers.next();
      if (provider.type().getModule().getLayer() == layer.layer()) {
        T instance = provider.get();
        extensions.add(described(point, instance));
      }
    }
  }

  private <T> Extension<T> described(ExtensionPoint<T> point, T instance)
      throws BrokenPluginException {
    Descriptor descriptor = point.descriptor().apply(instance);
    if (descriptor == null || descriptor.about() == null) {
      throw new BrokenPluginException(
          "Plugin %s: descriptor() of %s gave nothing, expected a descriptor. Its author has to mend that."
              .formatted(facts.label(), instance.getClass().getSimpleName()));
    }
    return new Extension<>(point, instance, descriptor);
  }

  private void check(List<Extension<?>> extensions) throws BrokenPluginException {
    Set<String> keys = new HashSet<>();
    for (Extension<?> extension : extensions) {
      if (!keys.add(extension.key())) {
        throw new BrokenPluginException(
            "Plugin %s provides \"%s\" twice. Its author has to mend that."
                .formatted(facts.label(), extension.key()));
      }
      if (facts.hosts().isPresent()) {
        refuseOtherHosts(extension, facts.hosts().get());
      }
    }
  }

  /** What a person agreed to by the manifest is all it gets. */
  private void refuseOtherHosts(Extension<?> extension, Set<String> declared)
      throws BrokenPluginException {
    for (String host : extension.descriptor().about().hosts()) {
      if (!Claims.covers(declared, host)) {
        throw new BrokenPluginException(
            "Plugin %s: %s talks to \"%s\", which its Plugin-Hosts does not name. Its author has to mend that."
                .formatted(facts.label(), extension.key(), host));
      }
    }
  }

  private BrokenPluginException broken(Throwable thrown) {
    if (thrown instanceof BrokenPluginException known) {
      return known;
    }
    boolean isWrapper =
        thrown instanceof ServiceConfigurationError
            || thrown instanceof ExceptionInInitializerError;
    Throwable why = isWrapper && thrown.getCause() != null ? innermost(thrown) : thrown;
    return new BrokenPluginException(
        "Plugin %s failed while it was loaded: %s. Its author has to mend that."
            .formatted(facts.label(), saying(why)),
        thrown);
  }

  private static Throwable innermost(Throwable thrown) {
    Throwable inner = thrown;
    while ((inner instanceof ServiceConfigurationError
            || inner instanceof ExceptionInInitializerError)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  private static String saying(Throwable why) {
    String name = why.getClass().getSimpleName();
    String text = FactsReader.firstLine(why);
    return text.isEmpty() || text.equals("null") ? name : name + " (" + text + ")";
  }
}
