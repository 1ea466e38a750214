package dev.peregrine.host.account;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.telemetry.Consent;
import dev.peregrine.host.telemetry.Recorded;
import dev.peregrine.host.telemetry.Telemetry;
import dev.peregrine.host.telemetry.UsageEvent;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What is counted of how a person uses Peregrine: their consent, and all of it to look at. */
public final class TelemetryRoutes implements Routes {

  private static final String HERE = "/settings/telemetry";
  private static final int SHOWN = 50;
  private static final int AT_ONCE = 500;
  private static final JsonMapper JSON = new JsonMapper();

  private final Telemetry telemetry;
  private List<SettingsEntry> entries = List.of();

  public TelemetryRoutes(Telemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.ACCOUNT, () -> t("account.usage"), HERE, 6, this::said));
    routes.findables(
        (words, most) ->
            List.of(
                Findable.at(Findable.Kind.SETTING, t("account.usage"), "", Icon.SHIELD, HERE)
                    .alsoBy(t("account.usage-words"))));
    routes.get(HERE, visit -> visit.show(page(visit)));
    routes.post(HERE, this::save);
    routes.post(HERE + "/delete", this::delete);
    routes.get(HERE + "/recorded.json", this::download);
  }

  private static String user() {
    return Tenant.current().id();
  }

  private String said() {
    try {
      return telemetry.consent(user()).counts()
          ? t("account.usage-is-on")
          : t("account.usage-is-off");
    } catch (ServerAwayException unknown) {
      return t("account.usage-unknown");
    }
  }

  private TelemetryPage page(Visit visit) {
    List<String> kinds =
        Stream.of(UsageEvent.values()).map(each -> t("account.counts-" + each.key())).toList();
    var shell = visit.shell(t("account.usage"), "settings");
    var nav = SettingsNav.of(entries, HERE);
    try {
      Consent consent = telemetry.consent(user());
      List<Recorded> recorded =
          telemetry.recorded(user(), visit.number("before").orElse(Long.MAX_VALUE), SHOWN);
      long count = telemetry.count(user());
      return new TelemetryPage(
          shell,
          nav,
          Optional.empty(),
          consent.allDisabled(),
          consent.usageEvents(),
          Optional.ofNullable(consent.updatedAt()).map(visit.times()::moment).orElse(""),
          kinds,
          count,
          Numbers.n(count),
          recorded.stream().map(each -> line(each, visit)).toList(),
          recorded.size() < SHOWN ? "" : HERE + "?before=" + recorded.getLast().id());
    } catch (ServerAwayException notNow) {
      return new TelemetryPage(
          shell,
          nav,
          Optional.ofNullable(notNow.getMessage()),
          false,
          false,
          "",
          kinds,
          0,
          "",
          List.of(),
          "");
    }
  }

  private static TelemetryPage.Line line(Recorded recorded, Visit visit) {
    return new TelemetryPage.Line(
        recorded.eventType(), visit.times().moment(recorded.occurredAt()), recorded.metadata());
  }

  private void save(Visit visit) {
    boolean off = visit.has("off");
    boolean usage = visit.has("usage");
    telemetry.say(user(), off, usage);
    visit.go(
        HERE,
        Toast.of(usage && !off ? t("account.usage-is-on-now") : t("account.usage-is-off-now")));
  }

  private void delete(Visit visit) {
    int gone = telemetry.delete(user());
    visit.go(HERE, Toast.of(t("account.usage-deleted", "count", gone)));
  }

  private void download(Visit visit) {
    var all = new ArrayList<Map<String, Object>>();
    long before = Long.MAX_VALUE;
    List<Recorded> page = telemetry.recorded(user(), before, AT_ONCE);
    while (!page.isEmpty()) {
      page.forEach(each -> all.add(told(each)));
      before = page.getLast().id();
      page = telemetry.recorded(user(), before, AT_ONCE);
    }
    visit.download(
        "peregrine-usage.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }

  private static Map<String, Object> told(Recorded recorded) {
    var told = new LinkedHashMap<String, Object>();
    told.put("product", recorded.app());
    told.put("event", recorded.eventType());
    told.put("at", recorded.occurredAt().toString());
    told.put("properties", JSON.readTree(recorded.metadata()));
    return told;
  }
}
