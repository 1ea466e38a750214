package dev.peregrine.host.tracking;

import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.schedules.Timing;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the person wants of a table elsewhere.
 *
 * @param target id of the table
 * @param name of the table, as it was called when it was seen last
 * @param columns one a field, the id's among them
 * @param own columns that are read and not overwritten
 * @param stages those whose jobs are there
 * @param timing as {@link Timing#text} says it
 * @param soon whether it is also pushed soon after something changed
 * @param on whether it is pushed by itself at all
 * @param language of the words that are written, such as {@code Applied}
 */
public record Plan(
    String target,
    String name,
    Optional<URI> link,
    List<Mapped> columns,
    List<OwnColumn> own,
    Set<Stage> stages,
    String timing,
    boolean soon,
    boolean on,
    String language) {

  /** Those for which the person decided: what nobody looked at is noise elsewhere. */
  public static final Set<Stage> USUAL_STAGES =
      Set.of(
          Stage.APPROVED,
          Stage.APPLIED,
          Stage.SURVEY,
          Stage.PHONE_SCREEN,
          Stage.INTERVIEWING,
          Stage.OFFER,
          Stage.HIRED,
          Stage.REJECTED);

  public Plan {
    columns = List.copyOf(columns);
    own = List.copyOf(own);
    stages = Set.copyOf(stages);
  }

  /** When it is pushed by itself. */
  public Timing when() {
    return Timing.parse(timing);
  }

  /** The column of a field. */
  public Optional<Mapped> column(Field field) {
    return columns.stream().filter(mapped -> mapped.field() == field).findFirst();
  }

  /** What the column of that id is called. */
  public String nameOf(String column) {
    return columns.stream()
        .filter(mapped -> mapped.column().equals(column))
        .map(Mapped::name)
        .findFirst()
        .or(
            () ->
                own.stream()
                    .filter(each -> each.column().equals(column))
                    .map(OwnColumn::name)
                    .findFirst())
        .orElse(column);
  }

  /** The own column of that id. */
  public Optional<OwnColumn> own(String column) {
    return own.stream().filter(each -> each.column().equals(column)).findFirst();
  }

  Plan seenAs(String newName, Optional<URI> newLink) {
    return new Plan(target, newName, newLink, columns, own, stages, timing, soon, on, language);
  }

  Plan with(UnaryOperator<Mapped> newColumns, UnaryOperator<OwnColumn> newOwn) {
    return new Plan(
        target,
        name,
        link,
        columns.stream().map(newColumns).toList(),
        own.stream().map(newOwn).toList(),
        stages,
        timing,
        soon,
        on,
        language);
  }

  /** This with another time. */
  public Plan withTiming(Timing newTiming, boolean newSoon) {
    return new Plan(
        target, name, link, columns, own, stages, newTiming.text(), newSoon, on, language);
  }

  /** This, switched on or off. */
  public Plan withOn(boolean newOn) {
    return new Plan(target, name, link, columns, own, stages, timing, soon, newOn, language);
  }
}
