package dev.peregrine.host.settings;

import dev.peregrine.host.config.Chain;
import dev.peregrine.host.config.LlmPlan;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders of single features: who is asked for letters, who for proposals. */
public final class FeatureOrderRoutes implements Routes {

  private static final String HERE = ModelsRoutes.HERE + "/feature";

  private final Llms llms;

  public FeatureOrderRoutes(Llms llms) {
    this.llms = llms;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.post(HERE + "/{feature}/{name}/{way}", this::change);
    routes.post(HERE + "/{feature}", this::follow);
  }

  private String feature(Visit visit) {
    String key = visit.part("feature");
    boolean known =
        llms.features().stream().anyMatch(each -> each.key().equals(key))
            || llms.plan().features().containsKey(key);
    if (!known) {
      throw new NoSuchPageException("feature", key);
    }
    return key;
  }

  private void change(Visit visit) {
    String feature = feature(visit);
    LlmPlan plan = llms.plan();
    String name =
        plan.find(visit.part("name"))
            .map(NamedBackend::name)
            .orElseThrow(() -> new NoSuchPageException("backend", visit.part("name")));
    Optional<LlmFeature> known =
        llms.features().stream().filter(each -> each.key().equals(feature)).findFirst();
    Chain chain = known.map(each -> each.use().chain()).orElse(Chain.GENERAL);
    List<String> before = plan.order(feature, chain);
    llms.order(feature, changed(before, name, visit.part("way")));
    visit.go(ModelsRoutes.HERE + "#feature-" + feature);
  }

  /** Somebody is always asked: the last one stays. */
  private static List<String> changed(List<String> before, String name, String way) {
    var order = new ArrayList<>(before);
    int at = order.indexOf(name);
    switch (way) {
      case "up" -> {
        if (at > 0) {
          order.add(at - 1, order.remove(at));
        }
      }
      case "down" -> {
        if (at >= 0 && at < order.size() - 1) {
          order.add(at + 1, order.remove(at));
        }
      }
      case "out" -> {
        if (order.size() > 1) {
          order.remove(name);
        }
      }
      case "in" -> {
        if (at < 0) {
          order.add(name);
        }
      }
      default -> throw new NoSuchPageException("way", way);
    }
    return order;
  }

  private void follow(Visit visit) {
    String feature = feature(visit);
    llms.order(feature, List.of());
    visit.go(ModelsRoutes.HERE + "#feature-" + feature);
  }
}
