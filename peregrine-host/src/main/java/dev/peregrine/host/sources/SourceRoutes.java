package dev.peregrine.host.sources;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.BoardRead;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.discovery.SourceHealth;
import dev.peregrine.host.discovery.Sources;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** How the boards do, and what can be done about it. */
public final class SourceRoutes implements Routes {

  private final Discovery discovery;
  private final Sources sources;
  private final SearchProfiles profiles;
  private final PluginRuntime plugins;

  public SourceRoutes(Discovery discovery, SearchProfiles profiles, PluginRuntime plugins) {
    this.discovery = discovery;
    this.sources = discovery.sources();
    this.profiles = profiles;
    this.plugins = plugins;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(
        MenuEntry.of("sources", () -> t("sources.sources"), Icon.CHART, "/sources", 115)
            .counting(() -> OptionalLong.of(sources.changed())));
    routes.setting(
        new SettingsEntry(
            SettingsGroup.SEARCH,
            () -> t("sources.sources"),
            "/sources",
            50,
            () -> lede(sources.all())));
    routes.get("/sources", visit -> visit.show(page(visit)));
    routes.get("/sources/{board}", visit -> visit.show(page(visit, named(visit))));
    routes.post("/sources/{board}/try", this::tryNow);
    routes.post("/sources/{board}/right", this::accept);
  }

  private SourcesPage page(Visit visit) {
    List<SourceHealth> all = sources.all();
    return new SourcesPage(
        visit.shell(t("sources.sources"), "sources"),
        lede(all),
        canSearch(),
        groups(all, new SourceWords(visit.times())));
  }

  private boolean canSearch() {
    return !profiles.all().isEmpty();
  }

  private static String lede(List<SourceHealth> all) {
    long trouble = all.stream().filter(SourceHealth::isTrouble).count();
    long used = all.stream().filter(SourceHealth::inUse).count();
    if (used == 0) {
      return t("sources.how-boards-do-none");
    }
    return trouble == 0
        ? t("sources.how-boards-do-all")
        : t("sources.some-need-look", "trouble", trouble, "used", used);
  }

  private List<SourcesPage.Group> groups(List<SourceHealth> all, SourceWords words) {
    var groups = new ArrayList<SourcesPage.Group>();
    Predicate<SourceHealth> well = source -> source.inUse() && !source.isTrouble();
    add(groups, "look", t("sources.needs-look"), "", all, SourceHealth::isTrouble, words);
    add(groups, "used", t("sources.searched"), "", all, well, words);
    add(
        groups,
        "others",
        t("sources.not-searched"),
        t("sources.no-search-profile-names"),
        all,
        source -> !source.inUse(),
        words);
    return groups;
  }

  private void add(
      List<SourcesPage.Group> groups,
      String id,
      String title,
      String about,
      List<SourceHealth> all,
      Predicate<SourceHealth> which,
      SourceWords words) {
    boolean canSearch = canSearch();
    List<SourceCard> cards =
        all.stream().filter(which).map(source -> words.card(source, canSearch)).toList();
    if (!cards.isEmpty()) {
      groups.add(new SourcesPage.Group(id, title, about, cards));
    }
  }

  private SourcePage page(Visit visit, SourceHealth source) {
    var words = new SourceWords(visit.times());
    Optional<BoardRead> well = source.lastWell().filter(read -> read.found() > 0);
    return new SourcePage(
        visit.shell(source.name(), "sources"),
        words.card(source, canSearch()),
        plugins
            .find(JobBoard.class, source.board())
            .map(board -> board.descriptor().about().summary())
            .orElse(""),
        words.reads(source.reads()),
        well.map(SourceWords::fields).orElse(List.of()),
        well.map(
                read ->
                    t(
                        "sources.showed",
                        "found",
                        read.found(),
                        "at",
                        visit.times().momentWithin(read.at())))
            .orElse(""));
  }

  private SourceHealth named(Visit visit) {
    String board = visit.part("board");
    return sources.all().stream()
        .filter(source -> source.board().equals(board))
        .findFirst()
        .orElseThrow(() -> new NoSuchPageException("board", board));
  }

  private void tryNow(Visit visit) {
    SourceHealth source = named(visit);
    if (!canSearch()) {
      visit.go("/setup");
      return;
    }
    boolean started = discovery.start(List.of(), List.of(source.board())).isNew();
    visit.go(
        back(visit),
        started
            ? new Toast(t("sources.asking"), source.name(), Optional.empty())
            : Toast.of(t("sources.being-asked-already")));
  }

  private void accept(Visit visit) {
    SourceHealth source = named(visit);
    sources.accept(source.board());
    visit.go(back(visit), new Toast(t("sources.taken-as-right"), source.name(), Optional.empty()));
  }

  private static String back(Visit visit) {
    return visit.value("back").isEmpty() ? "/sources" : visit.value("back");
  }
}
