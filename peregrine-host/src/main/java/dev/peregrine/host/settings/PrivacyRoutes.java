package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.ProjectFile;
import dev.peregrine.host.http.CallLedger;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.settings.PrivacyPage.Goes;
import dev.peregrine.host.settings.PrivacyPage.Lately;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Notice;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What is kept here and what leaves: the page Privacy, and the badge on every page. */
public final class PrivacyRoutes implements Routes {

  private static final String HERE = "/settings/privacy";
  private static final String MODELS = "/settings/models";

  /** It is there where a service counts, if it may. */
  private static final String USAGE = "/settings/telemetry";

  private static final int NAMED = 2;
  private static final int SHOWN = 40;

  private final PluginRuntime plugins;
  private final Llms llms;
  private final CallLedger ledger;
  private final BooleanSupplier hasLicence;
  private final ProjectFile project = new ProjectFile();
  private List<SettingsEntry> entries = List.of();

  /**
   * @param ledger whom this program called lately
   * @param hasLicence whether the licence server is asked now and then
   */
  public PrivacyRoutes(
      PluginRuntime plugins, Llms llms, CallLedger ledger, BooleanSupplier hasLicence) {
    this.plugins = plugins;
    this.llms = llms;
    this.ledger = ledger;
    this.hasLicence = hasLicence;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.notice(this::leaving);
    routes.setting(
        new SettingsEntry(SettingsGroup.DATA, () -> t("privacy.title"), HERE, 20, this::said));
    routes.findables(
        (words, most) ->
            List.of(
                Findable.at(Findable.Kind.SETTING, t("privacy.title"), "", Icon.SHIELD, HERE)
                    .alsoBy(t("privacy.words"))));
    routes.get(
        HERE,
        visit ->
            visit.show(
                new PrivacyPage(
                    visit.shell(t("privacy.title"), "settings"),
                    SettingsNav.of(routes.settings(), HERE),
                    leaving(),
                    goes(),
                    lately(visit),
                    isGuest() ? "" : Tenant.current().home().toString(),
                    KeptHere.of(Tenant.current()),
                    isGuest(),
                    has(USAGE))));
  }

  private static boolean isGuest() {
    return Tenant.current().isGuest();
  }

  private boolean has(String path) {
    return entries.stream().anyMatch(entry -> entry.path().equals(path));
  }

  private static String nothingLeaves() {
    return isGuest() ? t("privacy.guest-nothing-leaves") : t("privacy.nothing-leaves");
  }

  private String said() {
    return leaving().map(Notice::sentence).orElseGet(PrivacyRoutes::nothingLeaves);
  }

  private Optional<Notice> leaving() {
    List<String> names = llms.sendingAway().stream().map(PrivacyRoutes::named).distinct().toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    String who =
        names.size() > NAMED
            ? t("privacy.and-more", "names", first, "count", names.size() - NAMED)
            : first;
    return Optional.of(
        new Notice(
            Notice.Kind.LEAVES,
            isGuest() ? t("privacy.guest-leaves") : t("privacy.leaves"),
            t("privacy.goes-to", "who", who),
            t("privacy.change"),
            models()));
  }

  private String models() {
    return has(MODELS) ? MODELS : "/plugins";
  }

  private static String named(LlmState state) {
    return state.host().isEmpty()
        ? state.kindName()
        : "%s (%s)".formatted(state.kindName(), state.host());
  }

  private List<Goes> goes() {
    var goes = new ArrayList<Goes>();
    List<Extension<JobBoard>> boards = plugins.extensions(JobBoard.class);
    goes.add(
        goes(
            t("privacy.boards", "count", boards.size()),
            t("privacy.boards-what"),
            !boards.isEmpty(),
            "/sources"));
    goes.add(goes(t("privacy.pages"), t("privacy.pages-what"), true, "/add"));
    for (LlmState model : llms.backends()) {
      goes.add(
          new Goes(
              t("privacy.model", "name", model.name(), "kind", named(model)),
              t("privacy.model-what"),
              model.sendsAway(),
              !model.named().enabled() ? t("privacy.off") : reach(model),
              models()));
    }
    if (!isGuest()) {
      goes.add(
          goes(
              t("privacy.licence"),
              t("privacy.licence-what"),
              hasLicence.getAsBoolean(),
              "/settings/licence"));
    }
    ProjectFile.Said said = project.current();
    goes.add(
        goes(
            t("privacy.project"),
            said.releases() ? t("privacy.project-what-daily") : t("privacy.project-what"),
            said.tracker().isPresent(),
            "/feedback/tracker"));
    return goes;
  }

  private static String reach(LlmState model) {
    String key = model.reach().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return isGuest() ? t("privacy.guest-reach-" + key) : t("privacy.reach-" + key);
  }

  private static Goes goes(String who, String what, boolean isOn, String path) {
    return new Goes(who, what, isOn, isOn ? t("privacy.on") : t("privacy.off"), path);
  }

  private record Called(String host, String caller) {}

  private List<Lately> lately(Visit visit) {
    Map<Called, List<CallLedger.Entry>> calls = new LinkedHashMap<>();
    for (CallLedger.Entry entry : ledger.of(Tenant.current().id())) {
      calls
          .computeIfAbsent(new Called(entry.host(), entry.caller()), key -> new ArrayList<>())
          .add(entry);
    }
    Times times = visit.times();
    return calls.entrySet().stream()
        .limit(SHOWN)
        .map(
            each ->
                new Lately(
                    each.getKey().host(),
                    caller(each.getKey().caller()),
                    Numbers.n(each.getValue().size()),
                    KeptHere.size(
                        each.getValue().stream().mapToLong(CallLedger.Entry::bytes).sum()),
                    times.momentWithin(each.getValue().getFirst().at())))
        .toList();
  }

  private static String caller(String caller) {
    return caller.equals("page") ? t("privacy.caller-page") : caller;
  }
}
