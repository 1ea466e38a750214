package dev.peregrine.host.prep;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.stories.Part;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.stories.Story;
import dev.peregrine.host.stories.StoryHelp;
import dev.peregrine.host.stories.StoryText;
import dev.peregrine.host.stories.Suggestion;
import dev.peregrine.host.stories.Theme;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the pages of stories together. */
final class StoryViews {

  private static final int MOST_HINTS = 4;

  private final Stories stories;
  private final StoryHelp help;
  private final Gate gate;

  StoryViews(Stories stories, StoryHelp help, Gate gate) {
    this.stories = stories;
    this.help = help;
    this.gate = gate;
  }

  StoriesPage list(Visit visit, boolean hasResume) {
    return new StoriesPage(
        visit.shell(t("stories.title"), StoryRoutes.MENU),
        stories.all().stream().map(story -> line(story, visit.times())).toList(),
        stories.untold().stream()
            .map(theme -> new StoriesPage.Ask(theme.key(), name(theme), asks(theme)))
            .toList(),
        stories.hints(MOST_HINTS).stream()
            .map(hint -> new StoriesPage.Offer(hint.line(), hint.place()))
            .toList(),
        stories.asked(MOST_HINTS).stream()
            .map(hint -> new StoriesPage.Offer(hint.line(), hint.place()))
            .toList(),
        hasResume);
  }

  private static StoriesPage.Line line(Story story, Times times) {
    StoryText text = story.text();
    return new StoriesPage.Line(
        story.id(),
        text.title(),
        text.place(),
        text.themesInOrder().stream().map(StoryViews::name).toList(),
        Stream.of(length(text), times.moment(story.changed()))
            .filter(said -> !said.isEmpty())
            .collect(Collectors.joining(" · ")),
        text.missing().stream().map(StoryViews::label).collect(Collectors.joining(", ")));
  }

  static String name(Theme theme) {
    return t("stories.theme-" + theme.key());
  }

  static String asks(Theme theme) {
    return t("stories.asks-" + theme.key());
  }

  static String label(Part part) {
    return t("stories.part-" + part.key());
  }

  /** How long it takes to tell. */
  static String length(StoryText text) {
    int seconds = text.seconds();
    if (seconds == 0) {
      return "";
    }
    return seconds < 55
        ? t("stories.seconds", "count", Math.max(5, Math.round(seconds / 5f) * 5))
        : t("stories.minutes", "count", Math.max(1, Math.round(seconds / 60f)));
  }

  /**
   * A story that is there.
   *
   * @param typed what stands in the form, where that is not what is stored
   * @param theirs what another window saved
   */
  StoryPage page(Visit visit, Story story, Typed typed, Optional<Story> theirs, String problem) {
    return new StoryPage(
        visit.shell(story.title(), StoryRoutes.MENU),
        story.id(),
        theirs.map(Story::version).orElse(typed.seen()),
        typed.title(),
        typed.place(),
        fields(typed),
        choices(typed.themes()),
        length(story.text()),
        story.source(),
        problem,
        theirs.map(StoryViews::told).orElse(List.of()),
        help(story));
  }

  StoryPage fresh(Visit visit, Typed typed, String problem) {
    return new StoryPage(
        visit.shell(t("stories.new"), StoryRoutes.MENU),
        0,
        0,
        typed.title(),
        typed.place(),
        fields(typed),
        choices(typed.themes()),
        "",
        typed.source(),
        problem,
        List.of(),
        new StoryHelpPart(0, "", "", 0, "", "", List.of(), List.of(), ""));
  }

  private static List<String> told(Story story) {
    return Stream.concat(
            Stream.of(story.title()),
            Stream.of(Part.values())
                .filter(part -> !story.text().part(part).isBlank())
                .map(part -> label(part) + ": " + story.text().part(part)))
        .toList();
  }

  private static List<StoryPage.Field> fields(Typed typed) {
    return Stream.of(Part.values())
        .map(
            part ->
                new StoryPage.Field(
                    part.key(),
                    label(part),
                    t("stories.help-" + part.key()),
                    typed.parts().getOrDefault(part, "")))
        .toList();
  }

  private static List<StoryPage.Choice> choices(Set<Theme> ticked) {
    return Stream.of(Theme.values())
        .map(theme -> new StoryPage.Choice(theme.key(), name(theme), ticked.contains(theme)))
        .toList();
  }

  StoryHelpPart help(Story story) {
    Optional<Task> task = help.task(story);
    Optional<Task> live = task.filter(found -> found.state().isLive());
    Optional<Locked> locked = gate.locked();
    boolean modelless = !help.hasModel();
    String why = modelless ? t("stories.no-model") : locked.map(Locked::unlocks).orElse("");
    return new StoryHelpPart(
        story.id(),
        why,
        modelless ? "/settings/models" : "",
        live.map(Task::id).orElse(0L),
        live.map(Task::step).filter(step -> !step.isEmpty()).orElse(t("stories.begins")),
        task.filter(found -> found.state() == TaskState.FAILED).map(Task::error).orElse(""),
        story.suggestion().map(suggestion -> offers(suggestion, story)).orElse(List.of()),
        story.suggestion().map(Suggestion::questions).orElse(List.of()),
        story.suggestion().map(Suggestion::by).orElse(""));
  }

  private List<StoryHelpPart.Offer> offers(Suggestion suggestion, Story story) {
    var offers = new ArrayList<StoryHelpPart.Offer>();
    for (Part part : Part.values()) {
      String text = suggestion.part(part);
      if (!text.isBlank() && !text.equals(story.text().part(part))) {
        CheckedText checked = help.check(text, story);
        offers.add(
            new StoryHelpPart.Offer(
                part.key(),
                label(part),
                pieces(checked),
                checked.unsupported().stream()
                    .map(claim -> "“%s”: %s".formatted(claim.text(), claim.why()))
                    .toList()));
      }
    }
    return offers;
  }

  private static List<StoryHelpPart.Piece> pieces(CheckedText checked) {
    var pieces = new ArrayList<StoryHelpPart.Piece>();
    int from = 0;
    for (Claim claim : checked.unsupported()) {
      if (claim.start() > from) {
        pieces.add(new StoryHelpPart.Piece(checked.text().substring(from, claim.start()), false));
      }
      pieces.add(
          new StoryHelpPart.Piece(checked.text().substring(claim.start(), claim.end()), true));
      from = claim.end();
    }
    if (from < checked.text().length()) {
      pieces.add(new StoryHelpPart.Piece(checked.text().substring(from), false));
    }
    return pieces;
  }
}
