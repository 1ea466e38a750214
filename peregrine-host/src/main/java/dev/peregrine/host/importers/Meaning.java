package dev.peregrine.host.importers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the columns of a list mean, and the words in them.
 *
 * @param fields one for each column
 * @param order of dates; empty until it is known, which some lists never need
 * @param words words of the stage, in lower case, with what each means; an empty one says nothing
 * @param otherwise where a job stands of which nothing else says so
 */
public record Meaning(
    List<Field> fields,
    Optional<DayOrder> order,
    Map<String, Optional<Standing>> words,
    Standing otherwise) {

  public Meaning {
    fields = List.copyOf(fields);
    words = new LinkedHashMap<>(words);
  }

  /** The column that says something; the first one where several do. */
  OptionalInt column(Field field) {
    int at = fields.indexOf(field);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }

  List<Integer> columns(Field field) {
    var columns = new ArrayList<Integer>();
    for (int at = 0; at < fields.size(); at++) {
      if (fields.get(at) == field) {
        columns.add(at);
      }
    }
    return columns;
  }

  Meaning with(Optional<DayOrder> newOrder) {
    return new Meaning(fields, newOrder, words, otherwise);
  }

  Meaning with(List<Field> newFields) {
    return new Meaning(newFields, order, words, otherwise);
  }

  Meaning with(Map<String, Optional<Standing>> newWords) {
    return new Meaning(fields, order, newWords, otherwise);
  }

  /** What a word of the stage means: as it was said, else as it is commonly meant. */
  Optional<Standing> standing(String word) {
    Optional<Standing> said = words.get(Standing.plain(word));
    return said == null ? Standing.of(word) : said;
  }
}
