package dev.peregrine.host.importers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What columns mean, as it is kept: by the keys, so that the names of constants may change.
 *
 * @param order empty where it was not said
 */
record MeaningJson(List<String> fields, String order, Map<String, String> words, String otherwise) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static String of(Meaning meaning) {
    var words = new LinkedHashMap<String, String>();
    meaning.words().forEach((word, means) -> words.put(word, means.map(Standing::key).orElse("")));
    return JSON.writeValueAsString(
        new MeaningJson(
            meaning.fields().stream().map(Field::key).toList(),
            meaning.order().map(DayOrder::key).orElse(""),
            words,
            meaning.otherwise().key()));
  }

  /** Empty where it cannot be read, or is that of a list with other columns. */
  static Optional<Meaning> read(String json, int columns) {
    try {
      MeaningJson kept = JSON.readValue(json, MeaningJson.class);
      if (kept.fields().size() != columns) {
        return Optional.empty();
      }
      var words = new LinkedHashMap<String, Optional<Standing>>();
      kept.words().forEach((word, key) -> words.put(word, Standing.find(key)));
      return Optional.of(
          new Meaning(
              kept.fields().stream().map(key -> Field.find(key).orElse(Field.NOTHING)).toList(),
              DayOrder.find(kept.order()),
              words,
              Standing.find(kept.otherwise()).orElse(Standing.WAITING)));
    } catch (JacksonException | NullPointerException other) {
      return Optional.empty();
    }
  }
}
