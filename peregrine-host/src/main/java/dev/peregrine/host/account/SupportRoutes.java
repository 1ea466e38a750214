package dev.peregrine.host.account;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.platform.Standings;
import dev.peregrine.host.platform.SupportAccess;
import dev.peregrine.host.platform.SupportGrant;
import dev.peregrine.host.platform.SupportLook;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Notice;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Support may look for a while, where the person lets it; who looked at what stands here. */
public final class SupportRoutes implements Routes {

  private static final String HERE = "/settings/support";
  private static final int SHOWN = 50;
  private static final int GRANTS = 20;
  private static final int LONGEST = 64;

  private final SupportAccess support;
  private final Standings standings;
  private final InstantSource clock;
  private List<SettingsEntry> entries = List.of();

  public SupportRoutes(SupportAccess support, Standings standings, InstantSource clock) {
    this.support = support;
    this.standings = standings;
    this.clock = clock;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.notice(this::looking);
    routes.setting(
        new SettingsEntry(SettingsGroup.ACCOUNT, () -> t("account.support"), HERE, 7, this::said));
    routes.findables(
        (words, most) ->
            List.of(
                Findable.at(Findable.Kind.SETTING, t("account.support"), "", Icon.TALK, HERE)
                    .alsoBy(t("account.support-words"))));
    routes.get(HERE, visit -> visit.show(page(visit, SupportAccess.HOURS.getFirst(), "", "")));
    routes.post(HERE, this::grant);
    routes.post(HERE + "/{id}/revoke", this::revoke);
    routes.post(HERE + "/{id}/give-back", this::giveBack);
  }

  private static String user() {
    return Tenant.current().id();
  }

  private boolean mayLook() {
    var until = standings.current().supportUntil();
    return until != null && clock.instant().isBefore(until);
  }

  private String said() {
    return mayLook() ? t("account.support-may") : t("account.support-may-not");
  }

  private Optional<Notice> looking() {
    return mayLook()
        ? Optional.of(
            new Notice(
                Notice.Kind.LEAVES,
                t("account.support-notice"),
                t("account.support-notice-more"),
                t("account.support-look"),
                HERE))
        : Optional.empty();
  }

  private SupportPage page(Visit visit, int chosen, String ticket, String problem) {
    var shell = visit.shell(t("account.support"), "settings");
    var nav = SettingsNav.of(entries, HERE);
    try {
      List<SupportLook> looks =
          support.looks(user(), visit.number("before").orElse(Long.MAX_VALUE), SHOWN);
      return new SupportPage(
          shell,
          nav,
          Optional.empty(),
          SupportAccess.HOURS,
          chosen,
          ticket,
          problem,
          support.grants(user(), GRANTS).stream().map(each -> grant(each, visit.times())).toList(),
          looks.stream().map(each -> look(each, visit.times())).toList(),
          looks.size() < SHOWN ? "" : HERE + "?before=" + looks.getLast().id());
    } catch (ServerAwayException notNow) {
      return new SupportPage(
          shell,
          nav,
          Optional.ofNullable(notNow.getMessage()),
          SupportAccess.HOURS,
          chosen,
          ticket,
          problem,
          List.of(),
          List.of(),
          "");
    }
  }

  private SupportPage.Grant grant(SupportGrant grant, Times times) {
    var revoked = grant.revokedAt();
    String state =
        revoked != null
            ? t("account.revoked", "when", times.momentWithin(revoked))
            : grant.counts(clock.instant())
                ? t("account.running", "when", times.coming(grant.expiresAt()))
                : t("account.ended", "when", times.momentWithin(grant.expiresAt()));
    return new SupportPage.Grant(
        grant.id(),
        grant.ticketRef().isEmpty() ? t("account.no-ticket") : grant.ticketRef(),
        t("account.granted", "when", times.momentWithin(grant.grantedAt())),
        t("account.looks", "count", grant.looks()),
        state,
        grant.counts(clock.instant()));
  }

  private static SupportPage.Look look(SupportLook look, Times times) {
    return new SupportPage.Look(
        look.staff(), look.page(), times.moment(look.at()), look.ticketRef());
  }

  private void grant(Visit visit) {
    int hours = (int) visit.number("hours").orElse(0);
    String ticket = visit.value("ticket");
    if (!SupportAccess.HOURS.contains(hours)) {
      visit.show(
          422, page(visit, SupportAccess.HOURS.getFirst(), ticket, t("account.which-hours")));
      return;
    }
    if (ticket.length() > LONGEST) {
      visit.show(422, page(visit, hours, ticket, t("account.ticket-too-long", "most", LONGEST)));
      return;
    }
    support.grant(user(), hours, ticket);
    visit.go(HERE, Toast.of(t("account.support-granted", "hours", hours)));
  }

  private void revoke(Visit visit) {
    long id = visit.id("id");
    visit.go(
        HERE,
        support.revoke(user(), id)
            ? Toast.undoable(t("account.support-revoked"), "", HERE + "/" + id + "/give-back")
            : Toast.of(t("account.support-was-over")));
  }

  private void giveBack(Visit visit) {
    visit.go(
        HERE,
        Toast.of(
            support.giveBack(user(), visit.id("id"))
                ? t("account.support-again")
                : t("account.support-was-over")));
  }
}
