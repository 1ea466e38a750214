package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that skills have, and which skill brings which with it. */
final class Skills {

  /** A skill found in words: those from the first to the last. */
  record Hit(String skill, int first, int last) {}

  static final Skills SHIPPED = new Skills();

  private static final int LONGEST = 5;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> exactNames = new HashMap<>();
  private final Map<String, Set<String>> brings = new HashMap<>();

  private Skills() {
    try (InputStream file = Skills.class.getResourceAsStream("/evidence/skills.txt")) {
      new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(String line) {
    String[] parts = line.split(">", 2);
    List<String> all =
        Stream.of(parts[0].replaceFirst(" = ", ",").split(",")).map(String::strip).toList();
    String skill = key(all.getFirst());
    all.forEach(name -> name(name, skill));
    if (parts.length > 1) {
      brings.put(
          skill,
          Stream.of(parts[1].split(",")).map(Skills::key).collect(Collectors.toUnmodifiableSet()));
    }
  }

  private void name(String name, String skill) {
    if (name.startsWith("^")) {
      exactNames.put(name.substring(1), skill);
    } else {
      names.put(key(name), skill);
    }
  }

  private static String key(String name) {
    return Fold.same(name.strip().replaceFirst("^\\^", ""));
  }

  /** All of them, the longest names first, none inside another. */
  List<Hit> in(List<Word> words) {
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < words.size(); i++) {
      Optional<Hit> hit = at(words, i);
      if (hit.isPresent()) {
        hits.add(hit.get());
        i = hit.get().last();
      }
    }
    return hits;
  }

  private Optional<Hit> at(List<Word> words, int first) {
    for (int last = Math.min(words.size(), first + LONGEST) - 1; last >= first; last--) {
      List<Word> run = words.subList(first, last + 1);
      String skill = named(run);
      if (skill != null) {
        return Optional.of(new Hit(skill, first, last));
      }
    }
    return Optional.empty();
  }

  private @Nullable String named(List<Word> run) {
    String folded = run.stream().map(Word::folded).collect(Collectors.joining(" "));
    String skill = names.get(folded);
    if (skill == null && folded.endsWith("s")) {
      skill = names.get(folded.substring(0, folded.length() - 1));
    }
    if (skill == null) {
      skill = exactNames.get(run.stream().map(Word::written).collect(Collectors.joining(" ")));
    }
    return skill;
  }

  /** A skill with what it brings, and what that brings. */
  Set<String> broughtBy(String skill) {
    var all = new HashSet<String>();
    collect(skill, all);
    return all;
  }

  private void collect(String skill, Set<String> all) {
    if (all.add(skill)) {
      brings.getOrDefault(skill, Set.of()).forEach(next -> collect(next, all));
    }
  }
}
