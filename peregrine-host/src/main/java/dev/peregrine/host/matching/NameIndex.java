package dev.peregrine.host.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the names of many employers in texts. */
final class NameIndex {

  private static final int SHORTEST_JOINED = 6;

  private final Map<String, List<EmployerName>> byFirstWord = new HashMap<>();
  private final Map<String, Set<String>> compact = new HashMap<>();

  NameIndex(Collection<String> employers, Senders senders) {
    var parts = new HashMap<String, String>();
    for (String employer : employers) {
      compact.computeIfAbsent(employer.replace(" ", ""), key -> new HashSet<>()).add(employer);
      for (EmployerName name : EmployerName.of(employer, senders)) {
        if (!name.isWhole()) {
          // What begins several employers' names is none's.
          String before = parts.put(name.words().getFirst(), employer);
          if (before != null || employers.contains(name.words().getFirst())) {
            remove(name.words().getFirst());
            continue;
          }
        }
        byFirstWord.computeIfAbsent(name.words().getFirst(), word -> new ArrayList<>()).add(name);
      }
    }
    byFirstWord
        .values()
        .forEach(
            names ->
                names.sort(
                    Comparator.comparingInt((EmployerName name) -> name.words().size())
                        .reversed()));
  }

  private void remove(String part) {
    List<EmployerName> names = byFirstWord.get(part);
    if (names != null) {
      names.removeIf(name -> !name.isWhole());
    }
  }

  /** Employers by a name without blanks, as domains and short names of boards have it. */
  Set<String> compact(String label) {
    return compact.getOrDefault(label, Set.of());
  }

  /** Employers that a text names, each with the name that says most. */
  Map<String, EmployerName> in(List<String> text) {
    var found = new LinkedHashMap<String, EmployerName>();
    for (int at = 0; at < text.size(); ) {
      Optional<EmployerName> name = at(text, at);
      name.ifPresent(
          one ->
              found.merge(one.employer(), one, (before, now) -> before.isWhole() ? before : now));
      at += name.map(one -> one.words().size()).orElse(1);
    }
    return found;
  }

  private Optional<EmployerName> at(List<String> text, int at) {
    String word = text.get(at);
    for (EmployerName name : byFirstWord.getOrDefault(word, List.of())) {
      if (name.stands(text, at)) {
        return Optional.of(name);
      }
    }
    if (at + 1 < text.size()) {
      String joined = word + text.get(at + 1);
      if (joined.length() >= SHORTEST_JOINED && word.length() > 2) {
        return byFirstWord.getOrDefault(joined, List.of()).stream()
            .filter(name -> name.isWhole() && name.words().size() == 1 && !name.isCommon())
            .findFirst();
      }
    }
    return Optional.empty();
  }
}
