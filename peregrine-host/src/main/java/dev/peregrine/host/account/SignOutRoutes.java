package dev.peregrine.host.account;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where somebody ends their session, so that nobody else goes on with it. */
public final class SignOutRoutes implements Routes {

  /** Where it is; always the visitor's own, and always open. */
  public static final String HERE = "/sign-out";

  private final String header;
  private final Consumer<String> end;
  private final Optional<URI> elsewhere;
  private List<SettingsEntry> entries = List.of();

  /**
   * @param header in which a session comes
   * @param end ends the sessions in what that header says
   * @param elsewhere where one signs out of the place that gave the session
   */
  public SignOutRoutes(String header, Consumer<String> end, Optional<URI> elsewhere) {
    this.header = header;
    this.end = end;
    this.elsewhere = elsewhere;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(
            SettingsGroup.ACCOUNT,
            () -> t("account.sign-out"),
            HERE,
            90,
            () -> t("account.sign-out-short")));
    routes.findables(
        (words, most) ->
            List.of(
                Findable.doing(
                        t("account.sign-out"), t("account.sign-out-short"), Icon.PERSON, HERE)
                    .alsoBy(t("account.sign-out-words"))));
    routes.get(
        HERE,
        visit ->
            visit.show(
                new SignOutPage(
                    visit.shell(t("account.sign-out"), "settings"),
                    SettingsNav.of(entries, HERE),
                    elsewhere.isPresent())));
    routes.post(HERE, this::end);
  }

  private void end(Visit visit) {
    visit.headers(header).forEach(end);
    String next = elsewhere.map(URI::toString).orElse("/");
    visit.unkept();
    visit.forgetAll();
    if (elsewhere.isPresent()) {
      visit.refresh(0, next);
    }
    visit.show(
        new SignedOutPage(
            visit.shell(t("account.signed-out"), "").alone(), next, elsewhere.isPresent()));
  }
}
