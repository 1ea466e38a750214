package dev.peregrine.host.account;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.platform.ErasureProof;
import dev.peregrine.host.platform.Erasures;
import dev.peregrine.host.platform.Standing;
import dev.peregrine.host.platform.Standings;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.tiers.Entitlement;
import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.Notice;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The person's account with the service: the plan, taking everything along, leaving. */
public final class AccountRoutes implements Routes {

  private static final String HERE = "/settings/account";
  private static final String WORDS = "delete everything";

  private final Standings standings;
  private final Erasures erasures;
  private final Entitlements entitlements;
  private final Optional<URI> manage;
  private final UsedRoutes used;
  private List<SettingsEntry> entries = List.of();

  /**
   * @param manage where a plan is changed
   * @param used what is used of what
   */
  public AccountRoutes(
      Standings standings,
      Erasures erasures,
      Entitlements entitlements,
      Optional<URI> manage,
      UsedRoutes used) {
    this.used = used;
    this.standings = standings;
    this.erasures = erasures;
    this.entitlements = entitlements;
    this.manage = manage;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.tell(ServerAwayException.class, 503);
    routes.notice(this::going);
    routes.setting(
        new SettingsEntry(SettingsGroup.ACCOUNT, () -> t("account.title"), HERE, 5, this::said));
    routes.findables(
        (words, most) ->
            List.of(
                Findable.at(Findable.Kind.SETTING, t("account.title"), "", Icon.PERSON, HERE)
                    .alsoBy(t("account.words"))));
    routes.get(HERE, visit -> visit.show(page(visit, "", false)));
    routes.post(HERE + "/delete", this::delete);
    routes.post(HERE + "/keep", this::keep);
    routes.get(HERE + "/proof", this::proof);
  }

  private static String user() {
    return Tenant.current().id();
  }

  private String said() {
    return standings.current().erasureDue() != null
        ? t("account.going-short")
        : t("account.plan-short", "tier", entitlements.current().label());
  }

  private Optional<Notice> going() {
    return Optional.ofNullable(standings.current().erasureDue())
        .map(
            due ->
                new Notice(
                    Notice.Kind.LEAVES,
                    t("account.going-title"),
                    t("account.going-notice"),
                    t("account.going-look"),
                    HERE));
  }

  private AccountPage page(Visit visit, String problem, boolean taken) {
    standings.readNow(user());
    Standing standing = standings.current();
    Entitlement has = entitlements.current();
    Optional<String> away = Optional.empty();
    List<AccountPage.Proof> proofs = List.of();
    try {
      proofs = erasures.proofs(user()).stream().map(each -> shown(each, visit.times())).toList();
    } catch (ServerAwayException notNow) {
      away = Optional.ofNullable(notNow.getMessage());
    }
    return new AccountPage(
        visit.shell(t("account.title"), "settings"),
        SettingsNav.of(entries, HERE),
        away,
        has.label(),
        plan(standing, visit.times()),
        manage.map(URI::toString).orElse(""),
        used.used(),
        Optional.ofNullable(standing.erasureDue()).map(visit.times()::coming).orElse(""),
        Numbers.n(Erasures.DELAY.toDays()),
        taken,
        problem,
        proofs);
  }

  private static String plan(Standing standing, Times times) {
    Instant until = standing.validUntil();
    if (standing.tier() == null) {
      return t("account.no-plan");
    }
    if (until == null) {
      return t("account.plan-open");
    }
    return times.now().isBefore(until)
        ? t("account.plan-until", "day", times.day(until))
        : t("account.plan-over", "day", times.day(until));
  }

  private static AccountPage.Proof shown(ErasureProof proof, Times times) {
    long files = proof.parts().stream().mapToLong(ErasureProof.Part::files).sum();
    long rows = proof.rows().values().stream().mapToLong(Integer::longValue).sum();
    return new AccountPage.Proof(
        proof.id(),
        times.moment(proof.doneAt()),
        t("account.proof-what", "files", files, "rows", rows));
  }

  private void delete(Visit visit) {
    boolean taken = visit.has("taken");
    String typed = visit.value("words").toLowerCase(Locale.ROOT);
    if (!typed.equals(WORDS)) {
      visit.show(422, page(visit, t("account.type-words", "words", WORDS), taken));
      return;
    }
    if (!taken) {
      visit.show(422, page(visit, t("account.take-first"), false));
      return;
    }
    Instant due = erasures.plan(user());
    visit.go(
        HERE,
        Toast.undoable(
            t("account.planned", "when", visit.times().coming(due)), "", HERE + "/keep"));
  }

  private void keep(Visit visit) {
    visit.go(HERE, Toast.of(erasures.keep(user()) ? t("account.kept") : t("account.not-kept")));
  }

  private void proof(Visit visit) {
    String id = visit.value("id");
    ErasureProof found =
        erasures.proofs(user()).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NoSuchPageException("certificate", id));
    visit.download("peregrine-erasure-" + found.id() + ".txt", found.text());
  }
}
