package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.tenancy.Locked;
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
    routes.setting(
        new SettingsEntry(SettingsGroup.DATA, () -> t("settings.secrets"), HERE, 30, this::said));
    routes.get(
        HERE,
        visit ->
            visit.show(
                new SecretsPage(
                    visit.shell(t("settings.secrets"), "settings"),
                    SettingsNav.of(routes.settings(), HERE),
                    lines(),
                    routes
                        .gate("/settings/developer")
                        .locked()
                        .map(Locked::unlocks)
                        .orElseGet(secrets::keySaid),
                    secrets.problem().orElse(""))));
    routes.post(HERE + "/forget", this::forget);
    routes.post(HERE + "/anew", this::beginAnew);
  }

  private String said() {
    Set<String> names = secrets.names();
    return switch (names.size()) {
      case 0 -> t("settings.none-stored");
      case 1 -> t("settings.one-stored-sealed");
      default -> t("settings.secrets-stored", "count", names.size());
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
        isPlugin ? form(parts[1], parts[2]) : where(name));
  }

  /** Where the settings of an extension are. */
  private static String form(String point, String id) {
    return point.equals("integration")
        ? "/settings/integrations/" + id
        : "/plugins?settings=" + URLEncoder.encode(point + "/" + id, StandardCharsets.UTF_8);
  }

  private static String where(String name) {
    if (name.startsWith("network/")) {
      return NetworkRoutes.HERE;
    }
    String[] parts = name.split("/");
    if (parts.length == 3 && parts[0].equals("integrations")) {
      return "/settings/integrations/" + parts[1];
    }
    // Of mailboxes, and of those who give tokens for them.
    return name.startsWith("mail/") || name.startsWith("oauth/") ? "/settings/mail" : "";
  }

  private String about(String name) {
    try {
      return secrets
          .variable(name)
          .map(variable -> t("settings.from-variable", "variable", variable))
          .orElse(t("settings.set"));
    } catch (SecretException closed) {
      return t("settings.set-but-cannot-be");
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
            : Toast.of(t("settings.was-not-set")));
  }

  /** Only where they cannot be opened: what still opens is forgotten one by one. */
  private void beginAnew(Visit visit) {
    if (secrets.problem().isEmpty()) {
      visit.go(HERE, Toast.of(t("settings.nothing-was-done-they")));
      return;
    }
    visit.go(
        HERE,
        secrets
            .beginAnew()
            .map(
                aside ->
                    new Toast(
                        t("settings.forgotten-sealed-file-kept"),
                        aside.getFileName().toString(),
                        Optional.empty()))
            .orElseGet(() -> Toast.of(t("settings.none-was-stored"))));
  }
}
