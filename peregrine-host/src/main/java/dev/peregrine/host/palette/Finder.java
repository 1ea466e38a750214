package dev.peregrine.host.palette;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Spelling;
import dev.peregrine.host.web.FindSource;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.RouteRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what was typed with everything there is to find, and puts the best first. */
final class Finder {

  private static final Logger LOG = LoggerFactory.getLogger(Finder.class);

  private static final int MOST = 12;

  /** A word of the second line says less than one of the title. */
  private static final int BY_OTHER_WORDS = 25;

  /** What a feature found by its own means and this comparison cannot follow. */
  private static final int BY_THE_FEATURE = 20;

  private final RouteRegistry routes;

  private record Fit(Findable found, int fit) {}

  Finder(RouteRegistry routes) {
    this.routes = routes;
  }

  /** Before anything is typed: what can be done, and the pages. */
  List<Findable> usual() {
    return all("").stream()
        .filter(f -> f.kind() == Findable.Kind.ACTION || f.kind() == Findable.Kind.PAGE)
        .sorted(Comparator.comparing(Findable::kind))
        .toList();
  }

  List<Findable> find(String typed) {
    List<String> words = Spelling.words(typed);
    if (words.isEmpty()) {
      return List.of();
    }
    return all(typed).stream()
        .map(found -> new Fit(found, fit(words, found)))
        .filter(fit -> fit.fit() > 0)
        .sorted(
            Comparator.comparingInt(Fit::fit).reversed().thenComparing(fit -> fit.found().kind()))
        .limit(MOST)
        .map(Fit::found)
        .toList();
  }

  private static int fit(List<String> typed, Findable found) {
    List<String> title = Spelling.words(found.title());
    int byTitle = Spelling.fit(typed, title);
    var all = new ArrayList<>(title);
    all.addAll(Spelling.words(found.about()));
    all.addAll(Spelling.words(found.words()));
    int byAll = Spelling.fit(typed, all) - BY_OTHER_WORDS;
    int least = found.kind() == Findable.Kind.JOB ? BY_THE_FEATURE : 0;
    return Math.max(least, Math.max(byTitle, byAll));
  }

  private List<Findable> all(String typed) {
    // A page that is in the menu and in the settings is one, found by the words of both.
    Map<String, Findable> all = new LinkedHashMap<>();
    Stream.of(pages(), settings(), said(typed))
        .flatMap(found -> found)
        .forEach(
            found ->
                all.merge(
                    found.path() + (found.acts() ? " acts" : ""),
                    found,
                    (one, other) ->
                        one.alsoBy(
                            String.join(" ", one.words(), other.title(), other.words()).strip())));
    return List.copyOf(all.values());
  }

  private Stream<Findable> pages() {
    return routes.menu().stream().map(Finder::page);
  }

  private static Findable page(MenuEntry entry) {
    return Findable.at(Findable.Kind.PAGE, entry.label(), "", entry.icon(), entry.path());
  }

  private Stream<Findable> settings() {
    return routes.settings().stream()
        .map(
            entry ->
                Findable.at(
                    Findable.Kind.SETTING,
                    entry.title(),
                    t("palette.settings-group", "group", entry.group().label()),
                    Icon.TUNE,
                    entry.path()));
  }

  private Stream<Findable> said(String typed) {
    return routes.findables().stream().flatMap(source -> said(source, typed));
  }

  /** One that cannot answer must not take the others along. */
  private static Stream<Findable> said(FindSource source, String typed) {
    try {
      return source.find(typed, MOST).stream();
    } catch (RuntimeException wrong) {
      LOG.warn("Palette: a part cannot be searched.", wrong);
      return Stream.empty();
    }
  }
}
