package dev.peregrine.host.tailoring;

import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Fact;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.resumes.ResumeDocument;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds changes against the résumé that they change. What is said of a position has to be borne out
 * by that position, or the person could claim to have done everywhere what they did once.
 */
public final class ChangeCheck {

  private final ResumeDocument resume;
  private final YearMonth today;
  private final Facts facts;
  private final Tailor tailor;
  private final Map<String, Facts> positions = new HashMap<>();

  /**
   * @param resume without any change
   * @param today the month until which what goes on is counted
   */
  public ChangeCheck(ResumeDocument resume, YearMonth today) {
    this.resume = resume;
    this.today = today;
    this.facts = Facts.of(resume, today);
    this.tailor = new Tailor(resume);
  }

  /** A doubt about a change. */
  public sealed interface Doubt {

    /** The résumé does not bear a claim out. */
    record Unsupported(Claim claim) implements Doubt {}

    /** The résumé says it, but not of this position. */
    record SaidElsewhere(Claim claim, String fact) implements Doubt {}

    /** It brings in what was not there to be chosen. */
    record NotChosenFrom(String text) implements Doubt {}
  }

  /** What the résumé says. */
  public Facts facts() {
    return facts;
  }

  /** Whether what a change replaces stands in the résumé no more. */
  public boolean isStale(Change change) {
    return tailor.isStale(change);
  }

  /** What the résumé does not bear out of a change; places are those in its new text. */
  public List<Doubt> doubts(Change change) {
    return doubts(change.kind(), change.place(), change.before(), change.after());
  }

  List<Doubt> doubts(Change.Kind kind, String place, List<String> before, List<String> after) {
    return switch (kind) {
      case WORDING -> wording(after.getFirst(), before.getFirst(), place);
      case SELECTION, SKILLS -> chosen(before, after);
    };
  }

  private static List<Doubt> chosen(List<String> before, List<String> after) {
    var known = new HashSet<>(before);
    return after.stream()
        .filter(text -> !known.contains(text))
        .<Doubt>map(Doubt.NotChosenFrom::new)
        .toList();
  }

  private List<Doubt> wording(String after, String before, String place) {
    var doubts = new ArrayList<Doubt>();
    List<Claim> unsupported = unsupported(after, facts);
    unsupported.forEach(claim -> doubts.add(new Doubt.Unsupported(claim)));
    Facts own = positions.computeIfAbsent(position(place, before), this::ownFacts);
    if (own != facts) {
      var elsewhere = new ArrayList<>(unsupported(after, own));
      elsewhere.removeIf(claim -> unsupported.stream().anyMatch(other -> overlap(other, claim)));
      elsewhere.forEach(claim -> doubts.add(new Doubt.SaidElsewhere(claim, fact(after, claim))));
    }
    doubts.sort(Comparator.comparingInt(ChangeCheck::start));
    return doubts;
  }

  private static int start(Doubt doubt) {
    return switch (doubt) {
      case Doubt.Unsupported unsupported -> unsupported.claim().start();
      case Doubt.SaidElsewhere elsewhere -> elsewhere.claim().start();
      case Doubt.NotChosenFrom chosen -> 0;
    };
  }

  private static boolean overlap(Claim one, Claim other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  /** What the whole résumé says of it. */
  private String fact(String text, Claim claim) {
    return EvidenceCheck.check(text, facts, Vacancy.UNKNOWN, Form.BULLET).sentences().stream()
        .flatMap(sentence -> sentence.claims().stream())
        .filter(other -> overlap(other, claim))
        .flatMap(other -> other.fact().stream())
        .map(Fact::text)
        .findFirst()
        .orElse("");
  }

  /** The posting excuses nothing here: it is what a résumé must not be filled from. */
  private static List<Claim> unsupported(String text, Facts facts) {
    return EvidenceCheck.check(text, facts, Vacancy.UNKNOWN, Form.BULLET).unsupported();
  }

  // --- one position alone

  /** Where a bullet stands now; empty for what belongs to no position. */
  private String position(String place, String bullet) {
    if (place.startsWith("basics")) {
      return "";
    }
    String first = place.replaceAll("^(\\w+/\\d+).*", "$1");
    if (of(first).contains(bullet)) {
      return first;
    }
    for (String section : List.of("work", "projects", "volunteer")) {
      for (int i = 0; i < size(section); i++) {
        if (of(section + "/" + i).contains(bullet)) {
          return section + "/" + i;
        }
      }
    }
    return "";
  }

  private int size(String section) {
    return switch (section) {
      case "work" -> resume.work().size();
      case "projects" -> resume.projects().size();
      default -> resume.volunteer().size();
    };
  }

  private List<String> of(String position) {
    int slash = position.indexOf('/');
    String number = position.substring(slash + 1);
    if (slash < 0 || !number.matches("\\d{1,4}")) {
      return List.of();
    }
    int i = Integer.parseInt(number);
    String section = position.substring(0, slash);
    if (i >= size(section)) {
      return List.of();
    }
    return switch (section) {
      case "work" -> with(resume.work().get(i).highlights(), resume.work().get(i).summary());
      case "projects" -> resume.projects().get(i).highlights();
      case "volunteer" -> resume.volunteer().get(i).highlights();
      default -> List.of();
    };
  }

  private static List<String> with(List<String> texts, Optional<String> more) {
    var all = new ArrayList<>(texts);
    more.ifPresent(all::add);
    return all;
  }

  private Facts ownFacts(String position) {
    int slash = position.indexOf('/');
    if (slash < 0) {
      return facts;
    }
    int i = Integer.parseInt(position.substring(slash + 1));
    ResumeDocument bare =
        ResumeDocument.EMPTY.withBasics(resume.basics().withSummary(Optional.empty()));
    ResumeDocument own =
        switch (position.substring(0, slash)) {
          case "work" -> bare.withWork(List.of(resume.work().get(i)));
          case "projects" -> bare.withProjects(List.of(resume.projects().get(i)));
          default -> bare.withVolunteer(List.of(resume.volunteer().get(i)));
        };
    return Facts.of(own, today);
  }
}
