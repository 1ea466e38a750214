package dev.peregrine.host.prep;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.stories.Part;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.stories.Story;
import dev.peregrine.host.stories.StoryHelp;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The stories that the person tells in interviews. */
public final class StoryRoutes implements Routes {

  static final String PATH = "/stories";

  /** The menu entry that the pages belong to. */
  static final String MENU = Interviews.MENU;

  private static final String ONE = PATH + "/{story}";
  private static final int FEW = 3;

  private final Stories stories;
  private final StoryHelp help;
  private final Gate gate;
  private final Resumes resumes;
  private final StoryViews views;

  public StoryRoutes(Stories stories, StoryHelp help, Gate gate, Resumes resumes) {
    this.stories = stories;
    this.help = help;
    this.gate = gate;
    this.resumes = resumes;
    this.views = new StoryViews(stories, help, gate);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.findables(
        (words, most) ->
            List.of(Findable.at(Findable.Kind.PAGE, t("stories.title"), "", Icon.FILE, PATH)));
    routes.findables(this::found);
    routes.get(PATH, visit -> visit.show(views.list(visit, resumes.current().isPresent())));
    routes.get(PATH + "/new", visit -> visit.show(views.fresh(visit, Typed.in(visit), "")));
    routes.post(PATH, this::add);
    routes.post(PATH + "/begin", this::begin);
    routes.post(PATH + "/pass", this::pass);
    routes.post(PATH + "/unpass", this::unpass);
    routes.get(ONE, visit -> visit.show(shown(visit, story(visit))));
    routes.get(ONE + "/help", visit -> visit.parts(views.help(story(visit))));
    routes.post(ONE, this::save);
    routes.behind(gate).post(ONE + "/ask", this::ask);
    routes.post(ONE + "/take", this::take);
    routes.post(ONE + "/untake", this::untake);
    routes.post(ONE + "/leave", this::leave);
    routes.post(ONE + "/remove", this::remove);
    routes.post(ONE + "/back", this::bringBack);
  }

  private List<Findable> found(String words, int most) {
    String typed = words.strip().toLowerCase(Locale.ROOT);
    return typed.length() < FEW
        ? List.of()
        : stories.all().stream()
            .filter(story -> story.title().toLowerCase(Locale.ROOT).contains(typed))
            .limit(most)
            .map(
                story ->
                    Findable.at(
                        Findable.Kind.PAGE,
                        story.title(),
                        t("stories.title"),
                        Icon.FILE,
                        path(story.id())))
            .toList();
  }

  private static String path(long story) {
    return PATH + "/" + story;
  }

  private Story story(Visit visit) {
    return stories
        .find(visit.id("story"))
        .orElseThrow(() -> new NoSuchPageException("story", visit.part("story")));
  }

  private StoryPage shown(Visit visit, Story story) {
    return views.page(visit, story, Typed.of(story), Optional.empty(), "");
  }

  private void add(Visit visit) {
    Typed typed = Typed.in(visit);
    try {
      Story added = stories.add(typed.text(), typed.source());
      visit.go(path(added.id()), Toast.of(t("stories.added")));
    } catch (IllegalArgumentException refused) {
      visit.show(422, views.fresh(visit, typed, String.valueOf(refused.getMessage())));
    }
  }

  /** Stores what is typed; false where it could not, and the person was told. */
  private boolean saved(Visit visit) {
    Story story = story(visit);
    Typed typed = Typed.in(visit);
    try {
      return switch (stories.save(story.id(), typed.seen(), typed.text())) {
        case Stories.Saving.Done done -> done.story().id() == story.id();
        case Stories.Saving.Overtaken overtaken -> {
          visit.show(409, views.page(visit, story, typed, Optional.of(overtaken.inUse()), ""));
          yield false;
        }
      };
    } catch (IllegalArgumentException refused) {
      visit.show(
          422,
          views.page(visit, story, typed, Optional.empty(), String.valueOf(refused.getMessage())));
      return false;
    }
  }

  private void save(Visit visit) {
    if (saved(visit)) {
      visit.go(path(visit.id("story")), Toast.of(t("stories.saved")));
    }
  }

  private void ask(Visit visit) {
    if (saved(visit)) {
      help.ask(story(visit));
      visit.go(path(visit.id("story")) + "#help");
    }
  }

  private void take(Visit visit) {
    if (!saved(visit)) {
      return;
    }
    String wanted = visit.value("part");
    Set<Part> parts = EnumSet.allOf(Part.class);
    parts.removeIf(part -> !wanted.equals("all") && !part.key().equals(wanted));
    long id = visit.id("story");
    Toast toast =
        stories
            .take(id, parts)
            .map(
                story ->
                    Toast.undoable(
                        t("stories.taken"), "", path(id) + "/untake?version=" + story.version()))
            .orElseGet(() -> Toast.of(t("stories.gone")));
    visit.go(path(id), toast);
  }

  private void untake(Visit visit) {
    long id = visit.id("story");
    boolean done = stories.putBack(id, (int) visit.number("version").orElse(0));
    visit.go(path(id), Toast.of(done ? t("stories.put-back") : t("stories.changed-since")));
  }

  private void leave(Visit visit) {
    if (saved(visit)) {
      stories.leaveSuggestion(visit.id("story"));
      visit.go(path(visit.id("story")));
    }
  }

  private void remove(Visit visit) {
    Story story = story(visit);
    stories.remove(story.id());
    visit.go(PATH, Toast.undoable(t("stories.removed"), story.title(), path(story.id()) + "/back"));
  }

  private void bringBack(Visit visit) {
    long id = visit.id("story");
    visit.go(stories.bringBack(id) ? path(id) : PATH);
  }

  // --- lines of the résumé

  private void begin(Visit visit) {
    Optional<Story> begun = stories.begin(visit.value("line"));
    if (begun.isPresent()) {
      visit.go(path(begun.get().id()), Toast.of(t("stories.begun")));
    } else {
      visit.go(PATH, Toast.of(t("stories.line-gone")));
    }
  }

  private void pass(Visit visit) {
    String line = visit.value("line");
    stories.leave(line, true);
    visit.go(
        PATH + "#hints",
        Toast.undoable(
            t("stories.passed"),
            line,
            PATH + "/unpass?line=" + URLEncoder.encode(line, StandardCharsets.UTF_8)));
  }

  private void unpass(Visit visit) {
    stories.leave(visit.value("line"), false);
    visit.go(PATH);
  }
}
