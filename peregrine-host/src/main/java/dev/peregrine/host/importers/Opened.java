package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list with what its columns mean.
 *
 * <p>A class and no record, since what stands in its sheet is nobody's business but ours.
 */
public final class Opened {

  private static final int MOST_WORDS = 100;

  private final String id;
  private final String name;
  private final Sheet sheet;
  private final Meaning meaning;
  private final boolean remembered;

  /**
   * @param id by which it waits; empty where it does not
   * @param name of its file
   * @param remembered whether the meaning is that of a list before
   */
  Opened(String id, String name, Sheet sheet, Meaning meaning, boolean remembered) {
    this.id = id;
    this.name = name;
    this.sheet = sheet;
    this.meaning = meaning;
    this.remembered = remembered;
  }

  String id() {
    return id;
  }

  /** The name of its file. */
  public String name() {
    return name;
  }

  Sheet sheet() {
    return sheet;
  }

  Meaning meaning() {
    return meaning;
  }

  boolean remembered() {
    return remembered;
  }

  public Kind kind() {
    return sheet.kind();
  }

  /** The names of its columns. */
  public List<String> header() {
    return sheet.header();
  }

  /** What its columns mean, by their names; those that are left out, too. */
  public Map<String, String> meant() {
    var meant = new LinkedHashMap<String, String>();
    for (int at = 0; at < sheet.header().size(); at++) {
      meant.putIfAbsent(sheet.header().get(at), meaning.fields().get(at).key());
    }
    return meant;
  }

  /** With another meaning of a column; empty where it has none of that name. */
  public Optional<Opened> with(String column, Field field) {
    for (int at = 0; at < sheet.header().size(); at++) {
      if (sheet.header().get(at).equalsIgnoreCase(column)) {
        var fields = new ArrayList<>(meaning.fields());
        // A column that was guessed to say it gives way.
        int other = fields.indexOf(field);
        if (other >= 0 && !field.isMany()) {
          fields.set(other, Field.NOTHING);
        }
        fields.set(at, field);
        return Optional.of(with(meaning.with(fields)));
      }
    }
    return Optional.empty();
  }

  /** With the meaning of a word of the stage. */
  public Opened with(String word, Standing standing) {
    var words = new LinkedHashMap<>(meaning.words());
    words.put(Standing.plain(word), Optional.of(standing));
    return with(meaning.with(words));
  }

  /** With the order of figures in dates. */
  public Opened with(DayOrder order) {
    return with(meaning.with(Optional.of(order)));
  }

  private Opened with(Meaning newMeaning) {
    return new Opened(id, name, sheet, newMeaning, false);
  }

  /** What keeps it from being brought, as a sentence; empty for nothing. */
  public Optional<String> problem() {
    if (hasNeither()) {
      return Optional.of(t("importers.no-title-column"));
    }
    return asksForOrder()
        ? Optional.of(t("importers.choose-order", "date", openDate().orElse("")))
        : Optional.empty();
  }

  /** A word of the stage, how often it stands there, and what it means. */
  record Word(String word, int rows, Optional<Standing> means) {}

  /**
   * Which order of figures the dates have: what the person or the program says, else what the dates
   * themselves leave no doubt about.
   */
  Optional<DayOrder> order() {
    return meaning.order().or(this::told);
  }

  /** Whether the list has dates that could be two days, and nobody knows which. */
  boolean asksForOrder() {
    return order().isEmpty() && hasOpenDates();
  }

  /** Whether there is anything to choose about the order of figures. */
  boolean hasOpenDates() {
    return dates().anyMatch(text -> SheetTimes.orders(text).size() == 2);
  }

  /** A date that could be two days. */
  Optional<String> openDate() {
    return dates().filter(text -> SheetTimes.orders(text).size() == 2).findFirst();
  }

  private Optional<DayOrder> told() {
    List<DayOrder> told =
        dates()
            .map(SheetTimes::orders)
            .filter(orders -> orders.size() == 1)
            .map(List::getFirst)
            .distinct()
            .toList();
    return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
  }

  private java.util.stream.Stream<String> dates() {
    List<Integer> columns =
        java.util.stream.IntStream.range(0, meaning.fields().size())
            .filter(at -> meaning.fields().get(at).isTime())
            .boxed()
            .toList();
    return sheet.rows().stream()
        .flatMap(row -> columns.stream().map(row::cell))
        .filter(text -> !text.isEmpty());
  }

  /** The words of the stage that stand in the list. */
  List<Word> words() {
    if (meaning.column(Field.STAGE).isEmpty()) {
      return List.of();
    }
    int column = meaning.column(Field.STAGE).getAsInt();
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, String> shown = new LinkedHashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      String word = row.cell(column);
      String plain = Standing.plain(word);
      if (!plain.isEmpty()) {
        counts.merge(plain, 1, Integer::sum);
        shown.putIfAbsent(plain, word);
      }
    }
    return counts.entrySet().stream()
        .limit(MOST_WORDS)
        .map(
            each ->
                new Word(
                    shown.getOrDefault(each.getKey(), each.getKey()),
                    each.getValue(),
                    meaning.standing(each.getKey())))
        .toList();
  }

  /** Whether no column is a title or a link. */
  boolean hasNeither() {
    return meaning.column(Field.TITLE).isEmpty() && meaning.column(Field.LINK).isEmpty();
  }
}
