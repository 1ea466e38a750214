package dev.peregrine.host.searches;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.ChangedMeanwhileException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.ProfileTrial;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.places.Places;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** What the person looks for, and what never to show. */
public final class SearchRoutes implements Routes {

  private static final String NEW = "new search";
  private static final int PLACES = 8;

  private final SearchProfiles profiles;
  private final Jobs jobs;
  private final PluginRuntime plugins;
  private final Resumes resumes;
  private final Scoring scoring;
  private final Schedules schedules;
  private final BlocklistFile blocklist;
  private final ProfileTrial trial;

  /** The profile that each tenant removed last, for Undo; a restart forgets it. */
  private final Map<String, SearchProfile> removed = new ConcurrentHashMap<>();

  public SearchRoutes(
      SearchProfiles profiles,
      Jobs jobs,
      PluginRuntime plugins,
      Resumes resumes,
      Scoring scoring,
      Schedules schedules,
      BlocklistFile blocklist,
      ProfileTrial trial) {
    this.profiles = profiles;
    this.jobs = jobs;
    this.plugins = plugins;
    this.resumes = resumes;
    this.scoring = scoring;
    this.schedules = schedules;
    this.blocklist = blocklist;
    this.trial = trial;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(MenuEntry.of("search", () -> t("searches.search"), Icon.SEARCH, "/search", 110));
    routes.setting(
        new SettingsEntry(
            SettingsGroup.SEARCH, () -> t("searches.profiles"), "/search", 10, this::profilesSaid));
    routes.findables((words, most) -> findables());
    routes.get("/search", visit -> visit.show(page(visit, opened(visit))));
    routes.post("/search", this::save);
    routes.post("/search/preview", this::preview);
    routes.get("/search/places", this::places);
    routes.post("/search/remove", this::remove);
    routes.post("/search/restore", this::restore);
  }

  private List<Findable> findables() {
    return profiles.all().stream()
        .map(
            profile ->
                Findable.at(
                    Findable.Kind.SEARCH,
                    profile.name(),
                    String.join(", ", profile.titles()),
                    Icon.SEARCH,
                    path(profile.name())))
        .toList();
  }

  private String profilesSaid() {
    List<String> names = profiles.all().stream().map(SearchProfile::name).toList();
    return names.isEmpty() ? t("searches.none-yet") : String.join(" · ", names);
  }

  private ProfileForm forms() {
    return new ProfileForm(plugins.extensions(JobBoard.class), schedules);
  }

  private SearchPage.Form opened(Visit visit) {
    List<SearchProfile> all = profiles.all();
    Optional<SearchProfile> named =
        all.stream().filter(p -> p.name().equals(visit.value("profile"))).findFirst();
    Optional<SearchProfile> copied = profiles.find(visit.value("copy"));
    boolean isNew = visit.has("new") || all.isEmpty() || copied.isPresent();
    SearchProfile shown =
        isNew
            ? copied.orElseGet(() -> SearchProfile.of(NEW, List.of(), List.of()))
            : named.orElseGet(all::getFirst);
    String name = copied.map(this::copyName).orElse(isNew ? "" : shown.name());
    return forms()
        .shown(shown, name, isNew, isNew ? "" : profiles.mark(shown.name()), visit.times());
  }

  private String copyName(SearchProfile of) {
    List<String> taken = profiles.all().stream().map(SearchProfile::name).toList();
    String start = of.name().length() > 70 ? of.name().substring(0, 70) : of.name();
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(
            number ->
                number == 1
                    ? t("searches.copy-of", "name", start)
                    : t("searches.copy-number", "name", start, "number", number))
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private SearchPage page(Visit visit, SearchPage.Form form) {
    return page(visit, form, profiles.problem().orElse(""));
  }

  private SearchPage page(Visit visit, SearchPage.Form form, String problem) {
    return new SearchPage(
        visit.shell(t("searches.search"), "search"),
        profiles.all().stream()
            .map(p -> new SearchPage.Choice(p.name(), path(p.name()), p.name().equals(form.old())))
            .toList(),
        form,
        resumes.all().stream().map(Resume::name).toList(),
        problem);
  }

  private static String path(String name) {
    return "/search?profile=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private void save(Visit visit) {
    String old = visit.value("old");
    Optional<SearchProfile> before = profiles.find(old);
    ProfileForm.Read read = forms().read(visit, before);
    boolean taken =
        read.profile()
            .filter(p -> !p.name().equals(old) && profiles.find(p.name()).isPresent())
            .isPresent();
    if (read.profile().isEmpty() || taken) {
      SearchPage.Form form =
          taken ? withError(read.form(), "name", t("searches.name-taken")) : read.form();
      visit.show(422, page(visit, form));
      return;
    }
    SearchProfile profile = read.profile().get();
    try {
      profiles.save(profile, old, visit.value("seen"));
    } catch (ChangedMeanwhileException other) {
      visit.show(
          409, page(visit, read.form().with(profiles.mark(old), Map.of()), other.sentence()));
      return;
    } catch (ConfigException broken) {
      visit.show(
          409, page(visit, read.form(), broken.sentence() + " " + t("searches.nothing-saved")));
      return;
    }
    scoring.soon();
    schedules.tick();
    visit.go(path(profile.name()), Toast.of(t("searches.saved")));
  }

  /** What the form as typed would mean. */
  private void preview(Visit visit) {
    ProfileForm.Read read = forms().tried(visit, profiles.find(visit.value("old")));
    visit.parts(tried(read.profile(), read.form().timing()));
  }

  private PreviewPart tried(Optional<SearchProfile> profile, TimingForm timing) {
    return profile
        .map(typed -> Preview.of(trial.of(typed, blocklist.current()), timing))
        .orElseGet(() -> Preview.unknown(timing));
  }

  private void places(Visit visit) {
    String typed = visit.value("place");
    visit.parts(PlacesPart.of(typed, Places.find(typed, PLACES), jobs.placesNamed(typed, PLACES)));
  }

  private static SearchPage.Form withError(SearchPage.Form form, String field, String error) {
    var errors = new java.util.LinkedHashMap<>(form.errors());
    errors.put(field, error);
    return form.with(form.seen(), errors);
  }

  private void remove(Visit visit) {
    String name = visit.value("old");
    profiles
        .find(name)
        .ifPresent(
            profile -> {
              removed.put(Tenant.current().id(), profile);
              profiles.remove(name);
            });
    visit.go("/search", Toast.undoable(t("searches.removed"), name, "/search/restore"));
  }

  private void restore(Visit visit) {
    Optional<SearchProfile> profile = Optional.ofNullable(removed.remove(Tenant.current().id()));
    profile.ifPresent(profiles::save);
    visit.go(
        "/search",
        Toast.of(profile.isPresent() ? t("searches.back-again") : t("searches.nothing-to-undo")));
  }
}
