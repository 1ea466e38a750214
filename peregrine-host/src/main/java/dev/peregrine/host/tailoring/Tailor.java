package dev.peregrine.host.tailoring;

import dev.peregrine.host.resumes.Project;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Skill;
import dev.peregrine.host.resumes.Volunteer;
import dev.peregrine.host.resumes.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Puts changes into a résumé. What a change replaces has to stand there word for word. */
final class Tailor {

  private final ResumeDocument original;

  Tailor(ResumeDocument original) {
    this.original = original;
  }

  /** Whether what a change replaces stands in the résumé no more. */
  boolean isStale(Change change) {
    return switch (change.kind()) {
      case WORDING -> texts().noneMatch(same(change)) && !isBullet(change);
      case SELECTION -> lists().noneMatch(change.before()::equals);
      case SKILLS -> !new HashSet<>(original.skillNames()).equals(new HashSet<>(change.before()));
    };
  }

  private static java.util.function.Predicate<String> same(Change change) {
    return change.before().getFirst()::equals;
  }

  private boolean isBullet(Change change) {
    return lists().flatMap(List::stream).anyMatch(same(change));
  }

  /** Texts that are no bullets. */
  private Stream<String> texts() {
    return Stream.concat(
        original.basics().summary().stream(),
        original.work().stream().flatMap(work -> work.summary().stream()));
  }

  /** The bullets, as they are kept together. */
  private Stream<List<String>> lists() {
    return Stream.of(
            original.work().stream().map(Work::highlights),
            original.projects().stream().map(Project::highlights),
            original.volunteer().stream().map(Volunteer::highlights))
        .flatMap(each -> each);
  }

  /** The résumé with the changes; stale ones leave it as it is. */
  ResumeDocument with(Collection<Change> changes) {
    List<Change> fresh = changes.stream().filter(change -> !isStale(change)).toList();
    UnaryOperator<String> reworded = text -> reworded(fresh, text);
    UnaryOperator<List<String>> chosen = list -> chosen(fresh, list);
    ResumeDocument changed =
        original
            .withBasics(original.basics().withSummary(original.basics().summary().map(reworded)))
            .withWork(
                each(
                    original.work(),
                    Work::highlights,
                    (work, list) ->
                        work.withSummary(work.summary().map(reworded)).withHighlights(list),
                    chosen))
            .withProjects(
                each(original.projects(), Project::highlights, Project::withHighlights, chosen))
            .withVolunteer(
                each(
                    original.volunteer(),
                    Volunteer::highlights,
                    Volunteer::withHighlights,
                    chosen));
    return order(fresh)
        .map(order -> changed.withSkills(ordered(changed.skills(), order)))
        .orElse(changed);
  }

  private static <T> List<T> each(
      List<T> all,
      Function<T, List<String>> bullets,
      BiFunction<T, List<String>, T> with,
      UnaryOperator<List<String>> chosen) {
    return all.stream().map(one -> with.apply(one, chosen.apply(bullets.apply(one)))).toList();
  }

  private static List<String> chosen(List<Change> changes, List<String> bullets) {
    List<String> selected =
        last(changes, Change.Kind.SELECTION, bullets).map(Change::after).orElse(bullets);
    return selected.stream().map(bullet -> reworded(changes, bullet)).toList();
  }

  private static String reworded(List<Change> changes, String text) {
    return last(changes, Change.Kind.WORDING, List.of(text))
        .map(change -> change.after().getFirst())
        .orElse(text);
  }

  private static Optional<Change> last(
      List<Change> changes, Change.Kind kind, List<String> before) {
    return changes.stream()
        .filter(change -> change.kind() == kind && change.before().equals(before))
        .reduce((one, next) -> next);
  }

  // --- skills

  private static Optional<List<String>> order(List<Change> changes) {
    return changes.stream()
        .filter(change -> change.kind() == Change.Kind.SKILLS)
        .reduce((one, next) -> next)
        .map(Change::after);
  }

  /** Groups stay together: the one with the first name comes first. */
  static List<Skill> ordered(List<Skill> skills, List<String> order) {
    var sorted = new ArrayList<Skill>();
    for (Skill skill : skills) {
      var keywords = new ArrayList<>(skill.keywords());
      keywords.sort(Comparator.comparingInt(name -> place(order, name)));
      sorted.add(skill.withKeywords(keywords));
    }
    sorted.sort(Comparator.comparingInt(skill -> place(order, first(skill))));
    return sorted;
  }

  private static String first(Skill skill) {
    return skill.keywords().stream().findFirst().or(skill::name).orElse("");
  }

  private static int place(List<String> order, String name) {
    int at = order.indexOf(name);
    return at < 0 ? Integer.MAX_VALUE : at;
  }
}
