package dev.peregrine.host.evidence;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Weighs what a résumé says by what a posting asks for. */
final class Strengths {

  private static final double SKILL = 3;
  private static final double WORD = 1;
  private static final double FIGURE = 1.5;
  private static final double AGEING = 0.85;
  private static final double LEAST = 2;
  private static final int TELLING = 5;

  private final Facts facts;
  private final Set<String> general;
  private final Set<String> wantedSkills = new HashSet<>();
  private final Set<String> wantedStems;

  Strengths(Facts facts, Vacancy vacancy, Set<String> general) {
    this.facts = facts;
    this.general = general;
    List<Word> words = Word.of(vacancy.title() + "\n" + vacancy.description());
    Skills.SHIPPED.in(words).forEach(hit -> wantedSkills.add(hit.skill()));
    wantedStems = words.stream().filter(this::tells).map(Word::stem).collect(Collectors.toSet());
  }

  private boolean tells(Word word) {
    return word.folded().length() >= TELLING && !general.contains(word.folded());
  }

  List<Strength> all() {
    return facts.all().stream()
        .filter(
            known ->
                known.fact().where().matches("(?:work|projects|volunteer)/\\d+/highlights/\\d+"))
        .map(this::weigh)
        .filter(strength -> strength.weight() >= LEAST)
        .sorted(Comparator.comparingDouble((Strength strength) -> -strength.weight()))
        .toList();
  }

  private Strength weigh(Facts.Known known) {
    Map<String, Double> words = new LinkedHashMap<>();
    for (Skills.Hit hit : Skills.SHIPPED.in(known.words())) {
      if (wantedSkills.contains(hit.skill())) {
        words.put(written(known, hit), SKILL);
      }
    }
    known.words().stream()
        .filter(word -> tells(word) && wantedStems.contains(word.stem()))
        .forEach(word -> words.putIfAbsent(word.written(), WORD));
    double weight = words.values().stream().mapToDouble(each -> each).sum();
    double figures = weight > 0 && !known.amounts().isEmpty() ? FIGURE : 0;
    return new Strength(
        known.fact(),
        known.group(),
        List.copyOf(words.keySet()),
        (weight + figures) * Math.pow(AGEING, position(known.group())));
  }

  private static String written(Facts.Known known, Skills.Hit hit) {
    return known.words().subList(hit.first(), hit.last() + 1).stream()
        .map(Word::written)
        .collect(Collectors.joining(" "));
  }

  private static int position(String group) {
    return Integer.parseInt(group.substring(group.indexOf('/') + 1));
  }
}
