package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Two forms of one résumé, held against each other and against the one that both came from. Where
 * only one side changed a field, that side is proposed; what the person edited by hand is never
 * overwritten unless they say so.
 */
final class Merge {

  private static final List<String> STARTS = List.of("startDate", "date", "releaseDate");

  /**
   * One difference.
   *
   * @param key names it in the form
   * @param where the entry it is in; empty for a field by itself
   * @param takeTheirs what is proposed
   */
  record Row(
      String key, String where, String label, String mine, String theirs, boolean takeTheirs) {}

  /** Places of an entry on either side; -1 where it is missing there. */
  private record Pair(int mine, int theirs) {}

  private final Draft base;
  private final Draft mine;
  private final Draft theirs;

  Merge(Draft base, Draft mine, Draft theirs) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
  }

  List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (Field field : Draft.single()) {
      String key = field.key();
      add(
          rows,
          key,
          "",
          field.label(),
          FieldText.said(field, base.value(key)),
          FieldText.said(field, mine.value(key)),
          FieldText.said(field, theirs.value(key)));
    }
    for (Field.Section section : Field.SECTIONS) {
      for (Pair pair : pairs(section)) {
        if (pair.mine() < 0) {
          Draft.Entry entry = theirs.entries(section).get(pair.theirs());
          boolean removedByHand = place(section, entry, base.entries(section), i -> true) >= 0;
          rows.add(
              new Row(
                  key(section, pair),
                  section.title(),
                  t("person.whole-entry"),
                  "",
                  words(section, entry),
                  !removedByHand));
        } else if (pair.theirs() < 0) {
          Draft.Entry entry = mine.entries(section).get(pair.mine());
          rows.add(
              new Row(
                  key(section, pair),
                  section.title(),
                  t("person.whole-entry"),
                  words(section, entry),
                  "",
                  false));
        } else {
          both(rows, section, pair);
        }
      }
    }
    return rows;
  }

  private void both(List<Row> rows, Field.Section section, Pair pair) {
    Draft.Entry own = mine.entries(section).get(pair.mine());
    Draft.Entry other = theirs.entries(section).get(pair.theirs());
    int before = place(section, own, base.entries(section), i -> true);
    String where =
        section.naming().stream()
            .map(own::value)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    for (Field field : section.fields()) {
      String was = before < 0 ? "" : base.entries(section).get(before).value(field.key());
      add(
          rows,
          key(section, pair) + ":" + field.key(),
          where.isEmpty() ? section.title() : where,
          field.label(),
          FieldText.said(field, was),
          FieldText.said(field, own.value(field.key())),
          FieldText.said(field, other.value(field.key())));
    }
  }

  private static void add(
      List<Row> rows,
      String key,
      String where,
      String label,
      String was,
      String own,
      String other) {
    if (!own.equals(other)) {
      boolean editedByHand = !own.equals(was) && !own.isEmpty();
      boolean clearedByHand = own.isEmpty() && other.equals(was);
      rows.add(
          new Row(
              key, where, label, own, other, !editedByHand && !clearedByHand && !other.isEmpty()));
    }
  }

  /**
   * What the person chose.
   *
   * @param takesTheirs by the key of a row
   */
  Draft chosen(Predicate<String> takesTheirs) {
    var values = new LinkedHashMap<>(mine.values());
    for (Field field : Draft.single()) {
      if (takesTheirs.test(field.key())) {
        values.put(field.key(), theirs.value(field.key()));
      }
    }
    var lists = new LinkedHashMap<String, List<Draft.Entry>>();
    for (Field.Section section : Field.SECTIONS) {
      lists.put(section.path(), chosen(section, takesTheirs));
    }
    return new Draft(values, lists);
  }

  private List<Draft.Entry> chosen(Field.Section section, Predicate<String> takesTheirs) {
    var entries = new ArrayList<Draft.Entry>();
    var added = new ArrayList<Pair>();
    for (Pair pair : pairs(section)) {
      String key = key(section, pair);
      if (pair.mine() < 0) {
        added.add(pair);
      } else if (pair.theirs() < 0) {
        if (!takesTheirs.test(key)) {
          entries.add(mine.entries(section).get(pair.mine()));
        }
      } else {
        entries.add(joined(section, pair, takesTheirs));
      }
    }
    for (Pair pair : added) {
      if (takesTheirs.test(key(section, pair))) {
        Draft.Entry entry = theirs.entries(section).get(pair.theirs());
        entries.add(Math.min(pair.theirs(), entries.size()), new Draft.Entry("", entry.values()));
      }
    }
    return entries;
  }

  private Draft.Entry joined(Field.Section section, Pair pair, Predicate<String> takesTheirs) {
    Draft.Entry own = mine.entries(section).get(pair.mine());
    Draft.Entry other = theirs.entries(section).get(pair.theirs());
    Map<String, String> values = new LinkedHashMap<>(own.values());
    for (Field field : section.fields()) {
      if (takesTheirs.test(key(section, pair) + ":" + field.key())) {
        values.put(field.key(), other.value(field.key()));
      }
    }
    return new Draft.Entry(own.from(), values);
  }

  private static String key(Field.Section section, Pair pair) {
    return "%s:%d:%d".formatted(section.path(), pair.mine(), pair.theirs());
  }

  private List<Pair> pairs(Field.Section section) {
    List<Draft.Entry> own = mine.entries(section);
    List<Draft.Entry> others = theirs.entries(section);
    var taken = new ArrayList<Integer>();
    var pairs = new ArrayList<Pair>();
    for (int at = 0; at < own.size(); at++) {
      int place = place(section, own.get(at), others, i -> !taken.contains(i));
      if (place >= 0) {
        taken.add(place);
      }
      pairs.add(new Pair(at, place));
    }
    for (int at = 0; at < others.size(); at++) {
      if (!taken.contains(at)) {
        pairs.add(new Pair(-1, at));
      }
    }
    return pairs;
  }

  /** Where an entry is on the other side: the one that is most alike, if any is. */
  private static int place(
      Field.Section section,
      Draft.Entry entry,
      List<Draft.Entry> among,
      java.util.function.IntPredicate free) {
    int best = -1;
    int most = 1;
    for (int at = 0; at < among.size(); at++) {
      int likeness = free.test(at) ? likeness(section, entry, among.get(at)) : 0;
      if (likeness > most) {
        best = at;
        most = likeness;
      }
    }
    return best;
  }

  /** 2 for each equal name and an equal beginning; two positions at one employer differ in both. */
  private static int likeness(Field.Section section, Draft.Entry one, Draft.Entry other) {
    int same = 0;
    for (String key : section.naming()) {
      same += isSame(one.value(key), other.value(key)) ? 2 : 0;
    }
    boolean dated = section.fields().stream().anyMatch(f -> STARTS.contains(f.key()));
    if (!dated) {
      return same;
    }
    int started = 0;
    for (String key : STARTS) {
      started += isSame(one.value(key), other.value(key)) ? 2 : 0;
    }
    return same + started >= 4 ? same + started : 0;
  }

  private static boolean isSame(String one, String other) {
    return !one.isBlank() && one.strip().equalsIgnoreCase(other.strip());
  }

  private static String words(Field.Section section, Draft.Entry entry) {
    return section.fields().stream()
        .map(field -> FieldText.said(field, entry.value(field.key())))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
