package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.HttpCall;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.ResearchFile;
import dev.peregrine.host.config.ResearchFile.Choices;
import dev.peregrine.host.research.Looked;
import dev.peregrine.host.research.ResearchPlaces;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where companies are looked up. The key of a register is sealed and never stands in a file. */
public final class ResearchRoutes implements Routes {

  static final String HERE = "/settings/research";

  private static final String ENGINE = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}";

  private final ResearchFile file;
  private final ResearchPlaces places;
  private final SecretStore secrets;
  private List<SettingsEntry> entries = List.of();

  public ResearchRoutes(ResearchFile file, ResearchPlaces places, SecretStore secrets) {
    this.file = file;
    this.places = places;
    this.secrets = secrets;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("settings.research"), HERE, 27, this::said));
    routes.get(HERE, visit -> visit.show(page(visit, stored(), Problem.NONE, "", "")));
    routes.post(HERE, this::save);
    routes.post(HERE + "/try", this::tryOut);
    routes.post(HERE + "/forget-key", this::forgetKey);
  }

  /** What stands in the fields. */
  private record Fields(
      String address, String engines, boolean web, boolean soon, String contact) {}

  /** What is wrong with a field; each may be empty. */
  private record Problem(String address, String engines, String contact) {

    static final Problem NONE = new Problem("", "", "");

    boolean isNone() {
      return equals(NONE);
    }
  }

  private String said() {
    Optional<String> problem = file.problem();
    if (problem.isPresent()) {
      return problem.get();
    }
    return places.choices().web()
        ? t("settings.research-through", "address", address())
        : t("settings.research-off");
  }

  private String address() {
    return places.searxngSaid().orElse(ResearchPlaces.SEARXNG).toString();
  }

  private Fields stored() {
    Choices now = places.choices();
    return new Fields(
        places.searxngSaid().map(URI::toString).orElse(""),
        String.join("\n", now.engines()),
        now.web(),
        now.onPhoneScreen(),
        now.secContact());
  }

  private static Fields typed(Visit visit) {
    return new Fields(
        visit.value("address"),
        String.join("\n", lines(visit.value("engines"))),
        visit.has("web"),
        visit.has("soon"),
        visit.value("contact"));
  }

  private static List<String> lines(String text) {
    return text.lines()
        .flatMap(line -> List.of(line.split(",")).stream())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  private ResearchPage page(
      Visit visit, Fields fields, Problem problem, String trial, String kind) {
    return new ResearchPage(
        visit.shell(t("settings.research"), "settings"),
        SettingsNav.of(entries, HERE),
        fields.address(),
        ResearchPlaces.SEARXNG.toString(),
        fields.engines(),
        fields.web(),
        fields.soon(),
        fields.contact(),
        secrets.isSet(ResearchPlaces.COMPANIES_HOUSE_KEY),
        problem.address(),
        problem.engines(),
        problem.contact(),
        trial,
        kind,
        file.problem().orElse(""));
  }

  private static Problem check(Fields fields) {
    String engine =
        lines(fields.engines()).stream()
            .filter(one -> !one.matches(ENGINE))
            .findFirst()
            .map(one -> t("settings.research-no-engine", "engine", one))
            .orElse("");
    boolean mail =
        fields.contact().isEmpty() || fields.contact().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    boolean isAddress =
        fields.address().isEmpty() || HttpCall.address(fields.address()).isPresent();
    return new Problem(
        isAddress ? "" : t("settings.research-no-address", "address", fields.address()),
        engine,
        mail ? "" : t("settings.research-no-mail", "mail", fields.contact()));
  }

  private void save(Visit visit) {
    Fields fields = typed(visit);
    Problem problem = check(fields);
    if (!problem.isNone()) {
      visit.show(422, page(visit, fields, problem, "", ""));
      return;
    }
    try {
      file.save(
          new Choices(fields.web(), fields.soon(), lines(fields.engines()), fields.contact()));
      places.saySearxng(HttpCall.address(fields.address()));
      String key = visit.value("key");
      if (!key.isEmpty()) {
        secrets.put(ResearchPlaces.COMPANIES_HOUSE_KEY, key);
      }
      visit.go(HERE, Toast.of(t("settings.research-saved")));
    } catch (ConfigException broken) {
      visit.show(
          409,
          page(
              visit,
              fields,
              Problem.NONE,
              broken.sentence() + " " + t("settings.nothing-saved"),
              "danger"));
    }
  }

  private void forgetKey(Visit visit) {
    secrets.remove(ResearchPlaces.COMPANIES_HOUSE_KEY);
    visit.go(HERE, Toast.of(t("settings.research-key-forgotten")));
  }

  private void tryOut(Visit visit) throws InterruptedException {
    Fields fields = typed(visit);
    Problem problem = check(fields);
    if (!problem.isNone()) {
      visit.show(422, page(visit, fields, problem, "", ""));
      return;
    }
    URI address = HttpCall.address(fields.address()).orElse(ResearchPlaces.SEARXNG);
    ResearchPlaces.Trial trial = places.tryOut(address, lines(fields.engines()));
    visit.show(
        page(
            visit,
            fields,
            Problem.NONE,
            said(trial, address),
            trial.looked().isPresent() ? "danger" : trial.found() > 0 ? "positive" : "caution"));
  }

  private static String said(ResearchPlaces.Trial trial, URI address) {
    Optional<Looked> wrong = trial.looked();
    if (wrong.isPresent()) {
      return t(
          "settings.research-trial",
          "outcome",
          wrong.get().outcome().key(),
          "address",
          address.toString(),
          "detail",
          wrong.get().detail());
    }
    String found = t("settings.research-found", "count", trial.found());
    String html = trial.asHtml() ? " " + t("settings.research-as-html") : "";
    String silent =
        trial.silent().isEmpty()
            ? ""
            : " " + t("settings.research-silent", "engines", String.join(", ", trial.silent()));
    return found + html + silent;
  }
}
