package dev.peregrine.host.plugins;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pf4j.AbstractPluginManager;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.ExtensionWrapper;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;
import org.pf4j.VersionManager;

/**
 * PF4J's life cycle over module layers: it keeps which plugins are loaded, checks versions and
 * refuses a second one of the same id. Finding files, facts and extensions is ours. Not for several
 * threads.
 */
final class LayerPlugins extends AbstractPluginManager {

  private final Map<Path, FoundPlugin.Sound> loading = new HashMap<>();
  private final Map<Path, PluginLayer> layers = new HashMap<>();

  LayerPlugins() {
    super(List.of());
    setSystemVersion(ApiVersion.ours() + ".0");
  }

  /** Takes in a plugin whose layer is made, and starts it. */
  void load(FoundPlugin.Sound found, PluginLayer layer) throws BrokenPluginException {
    Path path = found.copy().jars().getFirst();
    loading.put(path, found);
    layers.put(path, layer);
    try {
      String id = loadPlugin(path);
      if (startPlugin(id) != PluginState.STARTED) {
        unloadPlugin(id);
        throw new BrokenPluginException(
            "Plugin %s could not be started.".formatted(found.facts().label()));
      }
    } catch (PluginRuntimeException e) {
      throw new BrokenPluginException(
          "Plugin %s could not be loaded: %s."
              .formatted(found.facts().label(), FactsReader.firstLine(e)),
          e);
    } finally {
      loading.remove(path);
      layers.remove(path);
    }
  }

  void unload(String id) {
    if (getPlugin(id) != null) {
      unloadPlugin(id);
    }
  }

  @Override
  protected PluginDescriptorFinder createPluginDescriptorFinder() {
    return new PluginDescriptorFinder() {
      @Override
      public boolean isApplicable(Path path) {
        return loading.containsKey(path);
      }

      @Override
      public PluginDescriptor find(Path path) {
        PluginFacts facts = Objects.requireNonNull(loading.get(path)).facts();
        String version = facts.version().isEmpty() ? "0" : facts.version();
        return new DefaultPluginDescriptor(
            facts.id(),
            facts.description(),
            Plugin.class.getName(),
            version,
            "",
            facts.provider(),
            facts.license());
      }
    };
  }

  @Override
  protected PluginLoader createPluginLoader() {
    return new PluginLoader() {
      @Override
      public boolean isApplicable(Path path) {
        return layers.containsKey(path);
      }

      @Override
      public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
        return Objects.requireNonNull(layers.get(path)).loader();
      }
    };
  }

  @Override
  protected PluginFactory createPluginFactory() {
    return wrapper -> new Plugin() {};
  }

  @Override
  protected ExtensionFactory createExtensionFactory() {
    return new DefaultExtensionFactory();
  }

  @Override
  protected ExtensionFinder createExtensionFinder() {
    return new NoExtensions();
  }

  @Override
  protected PluginRepository createPluginRepository() {
    return new PluginRepository() {
      @Override
      public List<Path> getPluginPaths() {
        return List.of();
      }

      @Override
      public boolean deletePluginPath(Path path) {
        return false;
      }
    };
  }

  @Override
  protected PluginStatusProvider createPluginStatusProvider() {
    return new PluginStatusProvider() {
      @Override
      public boolean isPluginDisabled(String id) {
        return false;
      }

      @Override
      public void disablePlugin(String id) {}

      @Override
      public void enablePlugin(String id) {}
    };
  }

  @Override
  protected VersionManager createVersionManager() {
    return new VersionManager() {
      @Override
      public boolean checkVersionConstraint(String version, String constraint) {
        return true; // FactsReader did, with a sentence.
      }

      @Override
      public int compareVersions(String one, String other) {
        return one.compareTo(other);
      }
    };
  }

  /** Extensions come from the layer's services. */
  private static final class NoExtensions implements ExtensionFinder {

    @Override
    public <T> List<ExtensionWrapper<T>> find(Class<T> type) {
      return List.of();
    }

    @Override
    public <T> List<ExtensionWrapper<T>> find(Class<T> type, String pluginId) {
      return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List<ExtensionWrapper> find(String pluginId) {
      return List.of();
    }

    @Override
    public Set<String> findClassNames(String pluginId) {
      return Set.of();
    }
  }
}
