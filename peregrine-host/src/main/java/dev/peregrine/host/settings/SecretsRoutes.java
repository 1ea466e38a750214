package dev.peregrine.host.settings;

import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is stored of keys, tokens and passwords: that they are set, and how to forget them. */
public final class SecretsRoutes implements Routes {

  private static final String HERE = "/settings/secrets";

  private final SecretStore secrets;

  public SecretsRoutes(SecretStore secrets) {
    this.secrets = secrets;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.setting(new SettingsEntry(SettingsGroup.DATA, "Secrets", HERE, 30, this::said));
    routes.get(
        HERE,
        visit ->
            visit.show(
                new SecretsPage(
                    visit.shell("Secrets", "settings"),
                    SettingsNav.of(routes.settings(), HERE),
                    lines(),
                    secrets.keySaid(),
                    secrets.problem().orElse(""))));
    routes.post(HERE + "/forget", this::forget);
    routes.post(HERE + "/anew", this::beginAnew);
  }

  private String said() {
    Set<String> names = secrets.names();
    return switch (names.size()) {
      case 0 -> "None is stored.";
      case 1 -> "One is stored, sealed.";
      default -> names.size() + " are stored, sealed.";
    };
  }

  private List<SecretsPage.Line> lines() {
    return secrets.names().stream().sorted().map(this::line).toList();
  }

  private SecretsPage.Line line(String name) {
    String[] parts = name.split("/");
    boolean isPlugin = parts.length == 4 && parts[0].equals("plugins");
    return new SecretsPage.Line(
        name,
        isPlugin ? parts[2] + ", " + parts[3].replace('-', ' ').replace('_', ' ') : name,
        about(name),
        isPlugin
            ? "/plugins?settings="
                + URLEncoder.encode(parts[1] + "/" + parts[2], StandardCharsets.UTF_8)
            : name.startsWith("network/") ? NetworkRoutes.HERE : "");
  }

  private String about(String name) {
    try {
      return secrets
          .variable(name)
          .map(variable -> "From the variable " + variable + ".")
          .orElse("Set.");
    } catch (SecretException closed) {
      return "Set, but it cannot be opened.";
    }
  }

  private void forget(Visit visit) {
    String name = visit.value("name");
    boolean was = secrets.isSet(name);
    secrets.remove(name);
    visit.go(
        HERE,
        was
            ? new Toast("Forgotten:", line(name).title(), Optional.empty())
            : Toast.of("It was not set"));
  }

  /** Only where they cannot be opened: what still opens is forgotten one by one. */
  private void beginAnew(Visit visit) {
    if (secrets.problem().isEmpty()) {
      visit.go(HERE, Toast.of("Nothing was done: they can all be opened"));
      return;
    }
    visit.go(
        HERE,
        secrets
            .beginAnew()
            .map(
                aside ->
                    new Toast(
                        "Forgotten. The sealed file is kept as",
                        aside.getFileName().toString(),
                        Optional.empty()))
            .orElseGet(() -> Toast.of("None was stored")));
  }
}
