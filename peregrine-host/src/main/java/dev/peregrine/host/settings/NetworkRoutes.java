package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ChangedMeanwhileException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.NetworkFile;
import dev.peregrine.host.config.NetworkFile.Network;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** The proxy for everything. Its password is sealed and never stands in the file. */
public final class NetworkRoutes implements Routes {

  /** Under which name the proxy's password is sealed. */
  public static final String PASSWORD = "network/proxy-password";

  static final String HERE = "/settings/network";

  private final NetworkFile file;
  private final SecretStore secrets;
  private List<SettingsEntry> entries = List.of();

  public NetworkRoutes(NetworkFile file, SecretStore secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("settings.network"), HERE, 30, this::said));
    routes.get(
        HERE,
        visit -> {
          Network now = file.current();
          visit.show(
              page(
                  visit,
                  now.proxyShown(),
                  now.direct(),
                  file.mark(),
                  "",
                  file.problem().orElse("")));
        });
    routes.post(HERE, this::save);
  }

  private String said() {
    Optional<String> problem = file.problem();
    if (problem.isPresent()) {
      return problem.get();
    }
    String proxy = file.current().proxyShown();
    return proxy.isEmpty()
        ? t("settings.no-proxy-unless-environment")
        : t("settings.through-proxy", "proxy", proxy);
  }

  private NetworkPage page(
      Visit visit, String proxy, List<String> direct, String seen, String error, String problem) {
    return new NetworkPage(
        visit.shell(t("settings.network"), "settings"),
        SettingsNav.of(entries, HERE),
        proxy,
        String.join("\n", direct),
        secrets.isSet(PASSWORD)
            ? t("settings.set-sealed-type-replace")
            : file.current().password().isPresent()
                ? t("settings.stands-file-clear-save")
                : t("settings.where-address-names-somebody"),
        seen,
        error,
        problem);
  }

  private void save(Visit visit) {
    String proxy = visit.value("proxy");
    List<String> direct =
        visit.value("direct").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    var typed = new Network(proxy, direct);
    if (!proxy.isEmpty() && !NetworkFile.isProxy(proxy)) {
      visit.show(
          422,
          page(
              visit,
              typed.proxyShown(),
              direct,
              visit.value("seen"),
              t("settings.no-address-proxy-http", "proxyShown", typed.proxyShown()),
              ""));
      return;
    }
    try {
      Optional<String> password =
          Optional.of(visit.value("password"))
              .filter(text -> !text.isEmpty())
              .or(typed::password)
              .or(() -> proxy.isEmpty() ? Optional.empty() : inFile(typed));
      file.save(new Network(typed.proxyShown(), direct), visit.value("seen"));
      password.ifPresent(text -> secrets.put(PASSWORD, text));
      visit.go(HERE, Toast.of(t("settings.saved-counts-from-next")));
    } catch (ChangedMeanwhileException other) {
      visit.show(409, page(visit, typed.proxyShown(), direct, file.mark(), "", other.sentence()));
    } catch (ConfigException broken) {
      visit.show(
          409,
          page(
              visit,
              typed.proxyShown(),
              direct,
              visit.value("seen"),
              "",
              broken.sentence() + " " + t("settings.nothing-saved")));
    }
  }

  /** A password that a person wrote into the file, where the address stays as it was. */
  private Optional<String> inFile(Network typed) {
    Network before = file.current();
    return before.proxyShown().equals(typed.proxyShown()) ? before.password() : Optional.empty();
  }
}
