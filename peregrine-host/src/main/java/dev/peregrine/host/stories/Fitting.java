package dev.peregrine.host.stories;

import dev.peregrine.host.evidence.ClaimKind;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Requirement;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Work;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds stories against what a posting asks for. Each story is laid out as a position of a résumé,
 * so that what finds the evidence in résumés finds it here, too.
 */
final class Fitting {

  private static final int MOST_STORIES = 40;
  private static final int MOST_UNTOLD = 8;

  private Fitting() {}

  private record Weighed(Fit.Match match, int weight) {}

  static Fit of(List<Story> stories, Vacancy vacancy, YearMonth today) {
    List<Story> looked = stories.stream().limit(MOST_STORIES).toList();
    List<Weighed> fitting =
        looked.stream()
            .map(story -> weighed(story, shown(List.of(story), vacancy, today)))
            .filter(weighed -> weighed.weight() > 0)
            .sorted(Comparator.comparingInt(Weighed::weight).reversed())
            .toList();
    List<String> untold =
        asked(looked, vacancy, today)
            .filter(requirement -> !requirement.isCovered())
            .map(Requirement::term)
            .limit(MOST_UNTOLD)
            .toList();
    return new Fit(fitting.stream().map(Weighed::match).toList(), untold);
  }

  private static Weighed weighed(Story story, List<Requirement> shown) {
    return new Weighed(
        new Fit.Match(story, shown.stream().map(Requirement::term).distinct().toList()),
        shown.stream().mapToInt(one -> weight(one.force()) + (one.inTitle() ? 1 : 0)).sum());
  }

  private static int weight(Requirement.Force force) {
    return switch (force) {
      case MUST -> 3;
      case ASKED -> 2;
      case WELCOME -> 1;
    };
  }

  private static List<Requirement> shown(List<Story> stories, Vacancy vacancy, YearMonth today) {
    return asked(stories, vacancy, today).filter(Requirement::isCovered).toList();
  }

  /** What can be shown by telling: a degree cannot. */
  private static Stream<Requirement> asked(List<Story> stories, Vacancy vacancy, YearMonth today) {
    return Requirement.of(Facts.of(laidOut(stories), today), vacancy).stream()
        .filter(one -> one.kind() == ClaimKind.SKILL || one.kind() == ClaimKind.EXPERIENCE);
  }

  private static ResumeDocument laidOut(List<Story> stories) {
    return ResumeDocument.EMPTY.withWork(
        stories.stream()
            .map(
                story ->
                    Work.EMPTY.withHighlights(
                        Stream.concat(Stream.of(story.title()), story.text().told().lines())
                            .filter(line -> !line.isBlank())
                            .toList()))
            .toList());
  }
}
