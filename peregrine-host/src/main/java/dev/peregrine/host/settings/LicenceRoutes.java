package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.LicenceFile;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tiers.Entitlement;
import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.tiers.Licence;
import dev.peregrine.host.tiers.LicenceException;
import dev.peregrine.host.tiers.LicenceState;
import dev.peregrine.host.tiers.Licences;
import dev.peregrine.host.tiers.Tier;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The licence: state, activation, giving back, and what each tier opens. */
public final class LicenceRoutes implements Routes {

  private static final String PATH = "/settings/licence";

  private final Licences licences;
  private final Entitlements entitlements;
  private final LicenceFile file;
  private Gate keys = Gate.OPEN;

  public LicenceRoutes(Licences licences, Entitlements entitlements, LicenceFile file) {
    this.licences = licences;
    this.entitlements = entitlements;
    this.file = file;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.setting(
        new SettingsEntry(
            SettingsGroup.ACCOUNT, () -> t("settings.licence"), PATH, 10, this::said));
    keys = routes.gate(PATH + "/activate");
    routes.get(PATH, visit -> visit.show(page(visit, nav(routes), "", "", "")));
    routes.post(PATH + "/activate", visit -> activate(visit, nav(routes)));
    routes.post(PATH + "/deactivate", visit -> deactivate(visit, nav(routes)));
    if (entitlements.developerMode()) {
      routes.post(PATH + "/tier", this::choose);
    }
  }

  private static SettingsNav nav(RouteRegistry routes) {
    return SettingsNav.of(routes.settings(), PATH);
  }

  private String said() {
    Entitlement has = entitlements.current();
    return has.ownBackend()
        ? t("settings.tier-with-own-model", "tier", has.label())
        : has.label() + ".";
  }

  private void activate(Visit visit, SettingsNav nav) throws InterruptedException {
    String typed = visit.value("key");
    try {
      licences.activate(typed);
      visit.go(PATH, Toast.of(t("settings.licence-active")));
    } catch (LicenceException refused) {
      visit.show(422, page(visit, nav, typed, String.valueOf(refused.getMessage()), ""));
    }
  }

  private void deactivate(Visit visit, SettingsNav nav) throws InterruptedException {
    try {
      visit.go(PATH, Toast.of(licences.deactivate(visit.has("anyway"))));
    } catch (LicenceException untold) {
      visit.show(422, page(visit, nav, "", "", String.valueOf(untold.getMessage())));
    }
  }

  private void choose(Visit visit) {
    String key = visit.value("tier");
    file.chooseDeveloperTier(Tier.parse(key).map(Tier::key).orElse(""));
    visit.go(PATH, Toast.of(t("settings.saved")));
  }

  private LicencePage page(
      Visit visit, SettingsNav nav, String typed, String problem, String stuck) {
    Entitlement has = entitlements.current();
    LicenceState state = licences.state();
    return new LicencePage(
        visit.shell(t("settings.licence"), "settings"),
        nav,
        has.label(),
        why(has, state),
        tag(state),
        icon(state),
        state.said().map(Licence::notice).orElse(""),
        !(state instanceof LicenceState.None),
        keys.locked().isPresent() ? "" : file.server().getHost(),
        typed,
        problem,
        stuck,
        groups(has),
        entitlements.developerMode() ? Optional.of(developer(has)) : Optional.empty());
  }

  private static String why(Entitlement has, LicenceState state) {
    return switch (has.origin()) {
      case DEVELOPER -> t("settings.you-chose-tier-try");
      case SUBSCRIPTION -> t("settings.tier-with-account");
      case LICENCE, TRIED, NONE ->
          state instanceof LicenceState.None
              ? t("settings.no-licence-active-searching")
              : state.sentence();
    };
  }

  private static String tag(LicenceState state) {
    return switch (state) {
      case LicenceState.None none -> "";
      case LicenceState.Valid valid -> valid.trouble().isEmpty() ? "positive" : "caution";
      case LicenceState.Grace grace -> "caution";
      case LicenceState.Expired expired -> "caution";
      case LicenceState.Unusable unusable -> "danger";
    };
  }

  private static Icon icon(LicenceState state) {
    return switch (state) {
      case LicenceState.None none -> Icon.DOT;
      case LicenceState.Valid valid -> valid.trouble().isEmpty() ? Icon.CHECK : Icon.CLOCK;
      case LicenceState.Grace grace -> Icon.CLOCK;
      case LicenceState.Expired expired -> Icon.CLOCK;
      case LicenceState.Unusable unusable -> Icon.WARN;
    };
  }

  /** By what opens it: each tier, first what a model of one's own opens as well. */
  private static List<LicencePage.Group> groups(Entitlement has) {
    var groups = new ArrayList<LicencePage.Group>();
    for (Tier tier : List.of(Tier.values()).subList(1, Tier.values().length)) {
      for (boolean own : List.of(true, false)) {
        List<LicencePage.Line> lines =
            Stream.of(Feature.values())
                .filter(feature -> Entitlements.opening(feature).getFirst() == tier)
                .filter(feature -> feature.opensByOwnBackend() == own)
                .map(feature -> line(feature, has))
                .toList();
        if (!lines.isEmpty()) {
          groups.add(group(tier, own, lines));
        }
      }
    }
    return groups;
  }

  private static LicencePage.Group group(Tier tier, boolean own, List<LicencePage.Line> lines) {
    long open = lines.stream().filter(LicencePage.Line::open).count();
    String about =
        open == lines.size()
            ? t("settings.open-you")
            : open == 0
                ? t("settings.locked-for-now")
                : t("settings.some-open", "open", open, "count", lines.size());
    return new LicencePage.Group(
        tier.key() + (own ? "-or-own" : ""),
        own ? t("settings.tier-or-own-model", "tier", tier.label()) : tier.label(),
        about,
        lines);
  }

  private static LicencePage.Line line(Feature feature, Entitlement has) {
    return new LicencePage.Line(feature.label(), feature.does(), has.allows(feature));
  }

  private static LicencePage.Developer developer(Entitlement has) {
    boolean chosen = has.origin() == Entitlement.Origin.DEVELOPER;
    var options = new ArrayList<LicencePage.Option>();
    options.add(new LicencePage.Option("", t("settings.what-licence-says"), !chosen));
    for (Tier tier : Tier.values()) {
      options.add(
          new LicencePage.Option(
              tier.key(), tier.label(), chosen && tier.key().equals(has.tier())));
    }
    return new LicencePage.Developer(options);
  }
}
