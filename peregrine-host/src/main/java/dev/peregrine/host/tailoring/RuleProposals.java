package dev.peregrine.host.tailoring;

import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Requirement;
import dev.peregrine.host.evidence.Strength;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.resumes.Project;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Skill;
import dev.peregrine.host.resumes.Volunteer;
import dev.peregrine.host.resumes.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be proposed without a language model: to show first what answers the posting, and to
 * leave out what does not where there is much.
 */
public final class RuleProposals {

  /** More bullets than this are seldom read. */
  private static final int MANY = 6;

  private static final int MANY_LONG_AGO = 4;

  private final ResumeDocument resume;
  private final Map<String, Double> weights = new HashMap<>();
  private final List<Requirement> asked;

  private RuleProposals(
      ResumeDocument resume, Facts facts, Vacancy vacancy, List<Requirement> asked) {
    this.resume = resume;
    for (Strength strength : Strength.of(facts, vacancy)) {
      weights.merge(strength.fact().where(), strength.weight(), Math::max);
    }
    this.asked = asked;
  }

  /**
   * Proposes.
   *
   * @param resume without any change
   * @param asked what the posting asks for, the most important first
   */
  public static List<NewChange> of(
      ResumeDocument resume, Facts facts, Vacancy vacancy, List<Requirement> asked) {
    var rules = new RuleProposals(resume, facts, vacancy, asked);
    return Stream.concat(rules.selections(), rules.skills().stream()).toList();
  }

  private Stream<NewChange> selections() {
    return Stream.of(
            lists("work", resume.work().stream().map(Work::highlights).toList()),
            lists("projects", resume.projects().stream().map(Project::highlights).toList()),
            lists("volunteer", resume.volunteer().stream().map(Volunteer::highlights).toList()))
        .flatMap(each -> each);
  }

  private Stream<NewChange> lists(String section, List<List<String>> lists) {
    var changes = new ArrayList<NewChange>();
    for (int i = 0; i < lists.size(); i++) {
      String place = "%s/%d/highlights".formatted(section, i);
      selection(place, lists.get(i), i == 0 ? MANY : MANY_LONG_AGO).ifPresent(changes::add);
    }
    return changes.stream();
  }

  private Optional<NewChange> selection(String place, List<String> bullets, int many) {
    List<Integer> order =
        Stream.iterate(0, i -> i < bullets.size(), i -> i + 1)
            .sorted(Comparator.comparingDouble(i -> -weight(place, i)))
            .toList();
    List<Integer> kept =
        Stream.iterate(0, i -> i < order.size(), i -> i + 1)
            .filter(i -> i < many || weight(place, order.get(i)) > 0)
            .map(order::get)
            .toList();
    boolean better =
        kept.size() < bullets.size()
            || (!order.isEmpty() && weight(place, 0) < weight(place, order.getFirst()));
    return better && weight(place, order.getFirst()) > 0
        ? Optional.of(
            new NewChange(
                Change.Kind.SELECTION,
                place,
                bullets,
                kept.stream().map(bullets::get).toList(),
                "",
                Change.Origin.RULES))
        : Optional.empty();
  }

  private double weight(String place, int bullet) {
    return weights.getOrDefault(place + "/" + bullet, 0.0);
  }

  private Optional<NewChange> skills() {
    List<String> names = resume.skillNames();
    Comparator<String> byDemand = Comparator.comparingInt(this::rank);
    List<String> order =
        Tailor.ordered(resume.skills(), names.stream().sorted(byDemand).toList()).stream()
            .flatMap(RuleProposals::names)
            .distinct()
            .toList();
    return order.equals(names)
        ? Optional.empty()
        : Optional.of(
            new NewChange(Change.Kind.SKILLS, "skills", names, order, "", Change.Origin.RULES));
  }

  private static Stream<String> names(Skill skill) {
    return skill.keywords().isEmpty() ? skill.name().stream() : skill.keywords().stream();
  }

  /** Small for what the posting asks for most. */
  private int rank(String skill) {
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).isNamedIn(skill)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }
}
