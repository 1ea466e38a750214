package dev.peregrine.host.rehearsal;

import dev.peregrine.host.practice.Asked;
import dev.peregrine.host.resumes.Fold;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.stories.Story;
import dev.peregrine.host.stories.Theme;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The person's stories that a question could be answered with. */
final class FittingStories {

  private static final int FEW = 2;

  private final Stories stories;

  FittingStories(Stories stories) {
    this.stories = stories;
  }

  List<SessionPage.StoryLink> of(Asked asked) {
    Set<Theme> themes = EnumSet.noneOf(Theme.class);
    theme(asked.theme()).ifPresent(themes::add);
    if (asked.bank().isEmpty()) { // said by a model, or in a round
      themes.addAll(Theme.in(asked.question()));
    }
    return stories.all().stream()
        .filter(story -> fits(story, themes, asked.demand()))
        .limit(FEW)
        .map(story -> new SessionPage.StoryLink("/stories/" + story.id(), story.title()))
        .toList();
  }

  private static boolean fits(Story story, Set<Theme> themes, String demand) {
    boolean speaksOfIt =
        !demand.isBlank()
            && Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(Fold.same(demand)) + "(?![\\p{L}\\p{N}])")
                .matcher(Fold.same(story.title() + "\n" + story.text().told()))
                .find();
    return speaksOfIt || story.text().themes().stream().anyMatch(themes::contains);
  }

  private static Optional<Theme> theme(dev.peregrine.host.practice.Theme asked) {
    return switch (asked) {
      case CONFLICT -> Optional.of(Theme.CONFLICT);
      case FAILURE -> Optional.of(Theme.MISTAKE);
      case PRESSURE -> Optional.of(Theme.PRESSURE);
      case LEADING -> Optional.of(Theme.LEADING);
      case LEARNING -> Optional.of(Theme.LEARNING);
      case TEAMWORK -> Optional.of(Theme.TEAMWORK);
      case CUSTOMER -> Optional.of(Theme.CUSTOMERS);
      case DECISION, PRIORITIES -> Optional.of(Theme.DECIDING);
      case INITIATIVE, CHANGE, STRENGTHS -> Optional.of(Theme.IMPROVING);
      case COMMUNICATION -> Optional.of(Theme.PERSUADING);
      case OPENING,
          MOTIVATION,
          COMPANY,
          WEAKNESS,
          PLANS,
          TERMS,
          VALUES,
          CRAFT,
          PRESENTING,
          DEMAND,
          GAP,
          REAL,
          CLOSING ->
          Optional.empty();
    };
  }
}
