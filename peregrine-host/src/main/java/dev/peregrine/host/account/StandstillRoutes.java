package dev.peregrine.host.account;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Notice;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Says on every page that nothing can be changed for a while, so that nobody types in vain. */
public final class StandstillRoutes implements Routes {

  private final BooleanSupplier stands;

  /**
   * @param stands whether nothing can be changed now
   */
  public StandstillRoutes(BooleanSupplier stands) {
    this.stands = stands;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.notice(
        () ->
            stands.getAsBoolean()
                ? Optional.of(
                    new Notice(
                        Notice.Kind.LEAVES,
                        t("account.still"),
                        t("account.still-more"),
                        t("account.still-look"),
                        "/settings/account"))
                : Optional.empty());
  }
}
