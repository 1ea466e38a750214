package dev.peregrine.host.plugins;

import dev.peregrine.recipes.RecipeBoard;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One plugin's modules in a layer and a class loader of their own. */
record PluginLayer(ModuleLayer layer, ClassLoader loader) {

  /** For what has no code of its own. */
  static PluginLayer none() {
    return new PluginLayer(ModuleLayer.empty(), RecipeBoard.class.getClassLoader());
  }

  static PluginLayer of(PluginFacts facts, ModuleFinder files) throws BrokenPluginException {
    ModuleLayer boot = ModuleLayer.boot();
    if (boot.findModule(FactsReader.API).isEmpty()) {
      throw new BrokenPluginException(
          "Peregrine was started without its API as a module, so no plugin can be loaded. Start it with ./peregrine.");
    }
    Set<String> roots =
        files.findAll().stream()
            .map(module -> module.descriptor().name())
            .collect(Collectors.toSet());
    try {
      Configuration modules = boot.configuration().resolve(files, ModuleFinder.of(), roots);
      ModuleLayer layer =
          ModuleLayer.defineModulesWithOneLoader(modules, List.of(boot), JdkAndApiOnly.INSTANCE)
              .layer();
      return new PluginLayer(layer, layer.findLoader(roots.iterator().next()));
    } catch (FindException | ResolutionException | LayerInstantiationException e) {
      throw new BrokenPluginException(
          "The parts of plugin \"%s\" do not fit together: %s. Its author has to mend that."
              .formatted(facts.id(), FactsReader.firstLine(e)),
          e);
    } catch (LinkageError | RuntimeException e) {
      throw new BrokenPluginException(
          "Plugin \"%s\" cannot be loaded: %s. Its author has to mend that."
              .formatted(facts.id(), FactsReader.firstLine(e)),
          e);
    }
  }
}
