package dev.peregrine.host.sources;

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
        MenuEntry.of("sources", "Sources", Icon.CHART, "/sources", 115)
            .counting(() -> OptionalLong.of(sources.changed())));
    routes.setting(
        new SettingsEntry(
            SettingsGroup.SEARCH, "Sources", "/sources", 50, () -> lede(sources.all())));
    routes.get("/sources", visit -> visit.show(page(visit)));
    routes.get("/sources/{board}", visit -> visit.show(page(visit, named(visit))));
    routes.post("/sources/{board}/try", this::tryNow);
    routes.post("/sources/{board}/right", this::accept);
  }

  private SourcesPage page(Visit visit) {
    List<SourceHealth> all = sources.all();
    return new SourcesPage(
        visit.shell("Sources", "sources"),
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
      return "How the boards do. None has been searched yet.";
    }
    return trouble == 0
        ? "How the boards do. All that are searched answer as they should."
        : "%d of %d that are searched %s a look."
            .formatted(trouble, used, trouble == 1 ? "needs" : "need");
  }

  private List<SourcesPage.Group> groups(List<SourceHealth> all, SourceWords words) {
    var groups = new ArrayList<SourcesPage.Group>();
    Predicate<SourceHealth> well = source -> source.inUse() && !source.isTrouble();
    add(groups, "look", "Needs a look", "", all, SourceHealth::isTrouble, words);
    add(groups, "used", "Searched", "", all, well, words);
    add(
        groups,
        "others",
        "Not searched",
        "No search profile names them. Choose boards under Search.",
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
                    "Of the %,d that it showed %s."
                        .formatted(read.found(), visit.times().momentWithin(read.at())))
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
            ? new Toast("Asking", source.name(), Optional.empty())
            : Toast.of("It is being asked already"));
  }

  private void accept(Visit visit) {
    SourceHealth source = named(visit);
    sources.accept(source.board());
    visit.go(back(visit), new Toast("Taken as right:", source.name(), Optional.empty()));
  }

  private static String back(Visit visit) {
    return visit.value("back").isEmpty() ? "/sources" : visit.value("back");
  }
}
