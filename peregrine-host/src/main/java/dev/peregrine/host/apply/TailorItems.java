package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.apply.TailorPart.Bullet;
import dev.peregrine.host.apply.TailorPart.Doubt;
import dev.peregrine.host.apply.TailorPart.Item;
import dev.peregrine.host.apply.TailorPart.Line;
import dev.peregrine.host.apply.TailorPart.Pick;
import dev.peregrine.host.apply.TailorPart.Piece;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.resumes.Project;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Volunteer;
import dev.peregrine.host.resumes.Work;
import dev.peregrine.host.tailoring.Change;
import dev.peregrine.host.tailoring.ChangeCheck;
import dev.peregrine.host.tailoring.NewChange;
import dev.peregrine.host.tailoring.WordDiff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays changes out for being read. */
final class TailorItems {

  private final ResumeDocument document;
  private final ChangeCheck check;

  /** Words of which the résumé knows nothing. */
  private record Mark(int start, int end) {}

  TailorItems(ResumeDocument document, ChangeCheck check) {
    this.document = document;
    this.check = check;
  }

  Item of(NewChange rule) {
    return item("rule", rule.place(), rule, List.of());
  }

  Item of(Change change) {
    var said =
        new NewChange(
            change.kind(),
            change.place(),
            change.before(),
            change.after(),
            change.reason(),
            change.origin());
    return item("change", Long.toString(change.id()), said, check.doubts(change));
  }

  private Item item(String by, String key, NewChange change, List<ChangeCheck.Doubt> doubts) {
    boolean words = change.kind() == Change.Kind.WORDING;
    String before = change.before().getFirst();
    String after = words ? change.after().getFirst() : "";
    return new Item(
        by,
        key,
        switch (change.kind()) {
          case WORDING -> t("tailoring.what-wording");
          case SELECTION -> t("tailoring.what-selection");
          case SKILLS -> t("tailoring.what-skills");
        },
        place(change),
        words ? pieces(before, WordDiff.of(before, after), List.of(), "gone") : List.of(),
        words ? pieces(after, WordDiff.of(after, before), marks(doubts), "new") : List.of(),
        words ? List.of() : order(change),
        change.before().stream().filter(text -> !words && !change.after().contains(text)).toList(),
        doubts.stream().map(TailorItems::doubt).toList(),
        change.reason(),
        switch (change.origin()) {
          case RULES -> "";
          case MODEL -> t("tailoring.by-model");
          case PERSON -> t("tailoring.by-you");
        },
        change.kind() == Change.Kind.SKILLS,
        after);
  }

  private static List<Line> order(NewChange change) {
    return IntStream.range(0, change.after().size())
        .mapToObj(
            i -> {
              int was = change.before().indexOf(change.after().get(i));
              return new Line(
                  change.after().get(i), was > i ? t("tailoring.was", "number", was + 1) : "");
            })
        .toList();
  }

  // --- whose bullet

  private String place(NewChange change) {
    String place = change.place();
    if (place.equals("skills")) {
      return t("tailoring.to-skills");
    }
    if (place.equals("basics/summary")) {
      return t("tailoring.to-summary");
    }
    return Stream.of(
            document.work().stream()
                .filter(work -> holds(work.highlights(), change))
                .map(TailorItems::name),
            document.projects().stream()
                .filter(project -> holds(project.highlights(), change))
                .map(project -> project.name().orElse("")),
            document.volunteer().stream()
                .filter(volunteer -> holds(volunteer.highlights(), change))
                .map(TailorItems::name))
        .flatMap(each -> each)
        .findFirst()
        .orElse("");
  }

  private static boolean holds(List<String> bullets, NewChange change) {
    return bullets.containsAll(change.before());
  }

  private static String name(Work work) {
    return named(work.position(), work.name());
  }

  private static String name(Volunteer volunteer) {
    return named(volunteer.position(), volunteer.organization());
  }

  private static String named(Optional<String> position, Optional<String> where) {
    return Stream.concat(position.stream(), where.stream()).collect(Collectors.joining(", "));
  }

  // --- words

  private static Doubt doubt(ChangeCheck.Doubt doubt) {
    return switch (doubt) {
      case ChangeCheck.Doubt.Unsupported unsupported ->
          new Doubt(unsupported.claim().text(), unsupported.claim().why());
      case ChangeCheck.Doubt.SaidElsewhere elsewhere ->
          new Doubt(
              elsewhere.claim().text(),
              elsewhere.fact().isEmpty()
                  ? elsewhere.claim().why()
                  : t("tailoring.said-elsewhere", "fact", elsewhere.fact()));
      case ChangeCheck.Doubt.NotChosenFrom other ->
          new Doubt(other.text(), t("tailoring.not-chosen-from"));
    };
  }

  private static List<Mark> marks(List<ChangeCheck.Doubt> doubts) {
    var marks = new ArrayList<Mark>();
    for (ChangeCheck.Doubt doubt : doubts) {
      switch (doubt) {
        case ChangeCheck.Doubt.Unsupported unsupported -> marks.add(mark(unsupported.claim()));
        case ChangeCheck.Doubt.SaidElsewhere elsewhere -> marks.add(mark(elsewhere.claim()));
        case ChangeCheck.Doubt.NotChosenFrom other -> {}
      }
    }
    return marks;
  }

  private static Mark mark(Claim claim) {
    return new Mark(claim.start(), claim.end());
  }

  /** A doubt outweighs that something is new. */
  private static List<Piece> pieces(
      String text, List<WordDiff.Run> runs, List<Mark> marks, String changed) {
    var cuts = new TreeSet<Integer>(List.of(0, text.length()));
    runs.forEach(run -> cuts.addAll(List.of(run.start(), run.end())));
    marks.forEach(mark -> cuts.addAll(List.of(mark.start(), mark.end())));
    var pieces = new ArrayList<Piece>();
    int from = 0;
    for (int to : cuts) {
      if (to > from) {
        pieces.add(new Piece(text.substring(from, to), kind(from, runs, marks, changed)));
        from = to;
      }
    }
    return pieces;
  }

  private static String kind(
      int at, Collection<WordDiff.Run> runs, Collection<Mark> marks, String changed) {
    if (marks.stream().anyMatch(mark -> mark.start() <= at && at < mark.end())) {
      return "nope";
    }
    return runs.stream().anyMatch(run -> run.changed() && run.start() <= at && at < run.end())
        ? changed
        : "";
  }

  // --- choosing

  /**
   * The bullets of each position that has several, those first that are sent now.
   *
   * @param accepted the changes that count
   */
  List<Pick> picks(List<Change> accepted) {
    var picks = new ArrayList<Pick>();
    for (int i = 0; i < document.work().size(); i++) {
      Work work = document.work().get(i);
      picks.add(pick("work/" + i, name(work), work.highlights(), accepted));
    }
    for (int i = 0; i < document.projects().size(); i++) {
      Project project = document.projects().get(i);
      picks.add(pick("projects/" + i, project.name().orElse(""), project.highlights(), accepted));
    }
    picks.removeIf(pick -> pick.bullets().size() < 2);
    return picks;
  }

  private static Pick pick(String group, String title, List<String> all, List<Change> accepted) {
    List<String> sent =
        accepted.stream()
            .filter(change -> change.kind() == Change.Kind.SELECTION)
            .filter(change -> change.before().equals(all))
            .reduce((one, next) -> next)
            .map(Change::after)
            .orElse(all);
    return new Pick(
        group + "/highlights",
        title,
        Stream.concat(sent.stream(), all.stream().filter(text -> !sent.contains(text)))
            .map(text -> new Bullet(all.indexOf(text), text, sent.contains(text)))
            .toList());
  }
}
