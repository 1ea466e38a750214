package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.Chain;
import dev.peregrine.host.config.LlmPlan;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.hardware.Findings;
import dev.peregrine.host.hardware.HardwareLook;
import dev.peregrine.host.hardware.ModelServer;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The language models: which there are, who is asked first, what was asked. */
public final class ModelsRoutes implements Routes {

  static final String HERE = "/settings/models";

  private final Llms llms;
  private final HardwareLook hardware;
  private List<SettingsEntry> entries = List.of();

  public ModelsRoutes(Llms llms, HardwareLook hardware) {
    this.llms = llms;
    this.hardware = hardware;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("models.models"), HERE, 10, this::said));
    routes.get(HERE, visit -> show(visit, 200, ""));
    routes.post(HERE + "/one/{name}/on", visit -> enable(visit, true));
    routes.post(HERE + "/one/{name}/off", visit -> enable(visit, false));
    routes.post(HERE + "/one/{name}/remove", this::remove);
    routes.post(HERE + "/order/{chain}/{name}/{way}", this::move);
    routes.post(HERE + "/order/{chain}", this::follow);
    routes.post(HERE + "/adopt", this::adopt);
  }

  private String said() {
    Optional<String> problem = llms.problem();
    if (problem.isPresent()) {
      return problem.get();
    }
    List<String> on =
        llms.plan().backends().stream()
            .filter(NamedBackend::enabled)
            .map(NamedBackend::name)
            .toList();
    return on.isEmpty()
        ? t("models.said-none")
        : t("models.said-asked", "names", String.join(", ", on), "count", on.size());
  }

  private void show(Visit visit, int status, String problem) {
    List<LlmState> backends = llms.backends();
    List<LlmState> away = llms.sendingAway();
    visit.show(
        status,
        new ModelsPage(
            visit.shell(t("models.models"), "settings"),
            SettingsNav.of(entries, HERE),
            problem.isEmpty() ? llms.problem().orElse("") : problem,
            ModelWords.leaving(backends, away),
            !away.isEmpty(),
            backends.stream().map(ModelWords::line).toList(),
            found(),
            llms.kinds().stream()
                .map(
                    kind ->
                        new ModelsPage.Kind(
                            kind.about().id(), kind.about().name(), kind.about().summary()))
                .toList(),
            backends.size() < 2 ? List.of() : ModelWords.orders(llms.plan()),
            backends.size() < 2 ? List.of() : ModelWords.features(llms.plan(), llms.features()),
            SpeedRoutes.speeds(llms, visit),
            llms.spent().stream().map(ModelWords::spent).toList()));
  }

  private List<ModelsPage.Found> found() {
    return hardware.known().map(Findings::models).orElse(List.of()).stream()
        .filter(server -> llms.kind(server.type()).isPresent())
        .filter(server -> !llms.isSetUp(server.type(), server.at()))
        .map(ModelsRoutes::found)
        .toList();
  }

  private static ModelsPage.Found found(ModelServer server) {
    return new ModelsPage.Found(
        server.type(),
        server.label(),
        server.at().toString(),
        server.models().isEmpty()
            ? t("models.without-model")
            : t(
                "models.with-models",
                "models",
                server.models().stream().limit(3).collect(Collectors.joining(", ")),
                "more",
                Math.max(0, server.models().size() - 3)));
  }

  private String name(Visit visit) {
    String name = visit.part("name");
    return llms.plan()
        .find(name)
        .map(NamedBackend::name)
        .orElseThrow(() -> new NoSuchPageException("backend", name));
  }

  private void enable(Visit visit, boolean on) {
    String name = name(visit);
    try {
      llms.enable(name, on);
    } catch (IllegalArgumentException wantsConsent) {
      visit.go(HERE + "/one/" + name);
      return;
    }
    visit.go(
        HERE,
        Toast.undoable(
            on ? t("models.switched-on") : t("models.switched-off"),
            name,
            HERE + "/one/" + name + (on ? "/off" : "/on")));
  }

  private void remove(Visit visit) {
    String name = name(visit);
    llms.remove(name);
    visit.go(HERE, new Toast(t("models.taken-away"), name, Optional.empty()));
  }

  private static Chain chain(Visit visit) {
    String key = visit.part("chain");
    return Arrays.stream(Chain.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(key))
        .findFirst()
        .orElseThrow(() -> new NoSuchPageException("order", key));
  }

  private void move(Visit visit) {
    Chain chain = chain(visit);
    String name = name(visit);
    LlmPlan plan = llms.plan();
    var order = new ArrayList<>(plan.order(chain));
    // Who is missing in a written order can be brought in.
    plan.backends().stream()
        .map(NamedBackend::name)
        .filter(each -> !order.contains(each))
        .forEach(order::add);
    int at = order.indexOf(name);
    switch (visit.part("way")) {
      case "up" -> order.add(Math.max(0, at - 1), order.remove(at));
      case "down" -> order.add(Math.min(order.size() - 1, at + 1), order.remove(at));
      default -> throw new NoSuchPageException("way", visit.part("way"));
    }
    llms.order(chain, order);
    visit.go(HERE + "#order-" + visit.part("chain"));
  }

  /** Has a chain follow the general one again. */
  private void follow(Visit visit) {
    llms.follow(chain(visit));
    visit.go(HERE + "#order-" + visit.part("chain"));
  }

  private void adopt(Visit visit) {
    Optional<ModelServer> server =
        hardware.known().map(Findings::models).orElse(List.of()).stream()
            .filter(each -> each.type().equals(visit.value("type")))
            .filter(each -> each.at().equals(URI.create(visit.value("at"))))
            .findFirst();
    Optional<NamedBackend> added = server.flatMap(each -> llms.adopt(each.type(), each.at()));
    visit.go(
        added.map(each -> HERE + "/one/" + each.name()).orElse(HERE),
        added.isPresent() ? Toast.of(t("models.added")) : Toast.of(t("models.not-added")));
  }
}
