package dev.peregrine.host.tailoring;

import dev.peregrine.host.evidence.ClaimKind;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Requirement;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.tailoring.Gap.Place;
import dev.peregrine.host.tailoring.Gap.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a posting asks for, held against a résumé.
 *
 * @param gaps what the résumé does not show, the most important first
 * @param covered what it says already
 */
public record GapReport(List<Gap> gaps, List<Requirement> covered) {

  private static final int OFTEN = 3;
  private static final int FROM_SCORER = 8;
  private static final Set<String> FOR_SUMMARY =
      Set.of("leading people", "mentoring", "responsibility for a budget", "hiring people");

  public GapReport {
    gaps = List.copyOf(gaps);
    covered = List.copyOf(covered);
  }

  /**
   * Holds a posting against a résumé.
   *
   * @param missed words that the scorer missed in it
   */
  public static GapReport of(Facts facts, Vacancy vacancy, List<String> missed) {
    return of(Requirement.of(facts, vacancy), vacancy, missed);
  }

  /** The same for what was read from the posting already. */
  public static GapReport of(List<Requirement> asked, Vacancy vacancy, List<String> missed) {
    var gaps = new ArrayList<Gap>();
    for (Requirement requirement : asked) {
      boolean shown = requirement.kind() != ClaimKind.SKILL || requirement.deed().isPresent();
      if (!requirement.isCovered()) {
        gaps.add(missing(requirement));
      } else if (!shown && priority(requirement) == 1) {
        gaps.add(onlyNamed(requirement));
      }
    }
    missed.stream()
        .filter(word -> !Requirement.isCommonplace(word) && !isIn(vacancy.company(), word))
        .filter(word -> asked.stream().noneMatch(one -> isIn(one.term(), word)))
        .filter(word -> asked.stream().noneMatch(one -> one.isNamedIn(word)))
        .limit(FROM_SCORER)
        .map(word -> new Gap(ClaimKind.SKILL, word, Place.EXPERIENCE, 3, Reason.SCORE, false))
        .forEach(gaps::add);
    gaps.sort(Comparator.comparingInt(Gap::priority));
    return new GapReport(gaps, asked.stream().filter(Requirement::isCovered).toList());
  }

  private static boolean isIn(String term, String word) {
    return (" " + term.toLowerCase(Locale.ROOT) + " ")
        .contains(" " + word.toLowerCase(Locale.ROOT) + " ");
  }

  private static Gap missing(Requirement asked) {
    return new Gap(asked.kind(), asked.term(), place(asked), priority(asked), reason(asked), false);
  }

  private static Gap onlyNamed(Requirement asked) {
    return new Gap(asked.kind(), asked.term(), Place.EXPERIENCE, 2, reason(asked), true);
  }

  private static Place place(Requirement asked) {
    return switch (asked.kind()) {
      case DEGREE, SCHOOL -> Place.EDUCATION;
      case CERTIFICATE -> Place.CERTIFICATES;
      case LANGUAGE -> Place.LANGUAGES;
      case EXPERIENCE -> FOR_SUMMARY.contains(asked.term()) ? Place.SUMMARY : Place.EXPERIENCE;
      case SKILL -> Place.SKILLS;
      case EMPLOYER, TITLE, DATE, DURATION, NUMBER, NAME -> Place.EXPERIENCE;
    };
  }

  private static int priority(Requirement asked) {
    return switch (reason(asked)) {
      case TITLE, MUST, OFTEN -> 1;
      case ASKED -> 2;
      case WELCOME, SCORE -> 3;
    };
  }

  private static Reason reason(Requirement asked) {
    if (asked.inTitle()) {
      return Reason.TITLE;
    }
    if (asked.force() == Requirement.Force.MUST) {
      return Reason.MUST;
    }
    if (asked.times() >= OFTEN) {
      return Reason.OFTEN;
    }
    return asked.force() == Requirement.Force.WELCOME ? Reason.WELCOME : Reason.ASKED;
  }
}
