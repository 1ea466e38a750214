package dev.peregrine.host.authors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Names what two lists of postings do not have in common. */
final class Differences {

  private static final int LONGEST = 60;

  private Differences() {}

  static List<String> between(List<JsonNode> recorded, List<JsonNode> now) {
    Map<String, JsonNode> before = byId(recorded);
    Map<String, JsonNode> after = byId(now);
    var differences = new ArrayList<String>();
    before.forEach(
        (id, posting) -> {
          JsonNode same = after.get(id);
          if (same == null) {
            differences.add("Posting %s is not found any more.".formatted(named(posting)));
          } else {
            fields(posting, same, "", named(posting), differences);
          }
        });
    after.forEach(
        (id, posting) -> {
          if (!before.containsKey(id)) {
            differences.add("Posting %s was not in the recorded result.".formatted(named(posting)));
          }
        });
    return differences;
  }

  private static Map<String, JsonNode> byId(List<JsonNode> postings) {
    var byId = new LinkedHashMap<String, JsonNode>();
    postings.forEach(posting -> byId.put(posting.path("id").asString(""), posting));
    return byId;
  }

  private static String named(JsonNode posting) {
    return "\"%s\" (%s)"
        .formatted(posting.path("id").asString(""), posting.path("title").asString(""));
  }

  /** A field that one of the two does not know was added to the format since. */
  private static void fields(
      JsonNode before, JsonNode after, String prefix, String posting, List<String> differences) {
    var names = new LinkedHashSet<>(before.propertyNames());
    names.retainAll(after.propertyNames());
    for (String name : names) {
      JsonNode old = before.path(name);
      JsonNode young = after.path(name);
      if (old.isObject() && young.isObject()) {
        fields(old, young, prefix + name + ".", posting, differences);
      } else if (!old.equals(young)) {
        differences.add(
            "Posting %s: %s%s was %s, is %s."
                .formatted(posting, prefix, name, cut(old), cut(young)));
      }
    }
  }

  private static String cut(JsonNode value) {
    String text = value.isString() ? value.asString() : value.toString();
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
    String start = line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    return value.isString() ? "\"" + start + "\"" : start;
  }
}
