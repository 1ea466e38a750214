package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
import dev.peregrine.host.resumes.PartialDate;
import dev.peregrine.host.resumes.Period;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Skill;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a résumé says, laid out for being asked. Immutable; made once for a version of a résumé and
 * used for many texts, from any thread.
 */
public final class Facts {

  /** A fact with what is looked for in it. {@code group} names the position it belongs to. */
  record Known(
      Fact fact, String group, List<Word> words, Set<String> stems, List<Amount> amounts) {}

  /** A time spent somewhere; {@code first} is the word by which it is mostly called. */
  record Stay(Fact fact, Set<String> name, String first, Period period) {

    boolean isNamedIn(Collection<String> words) {
      return words.containsAll(name) || words.contains(first);
    }
  }

  private final FactsReader read;
  private final Map<String, Known> skills = new HashMap<>();
  private final Map<String, Known> words = new HashMap<>();
  private final Map<String, Known> stems = new HashMap<>();
  private final YearMonth today;
  private final String folded;

  private Facts(FactsReader read, YearMonth today) {
    this.read = read;
    this.today = today;
    read.known.forEach(this::index);
    folded =
        read.known.stream()
            .map(one -> Fold.same(one.fact().text()))
            .collect(Collectors.joining("\n"));
  }

  /**
   * The facts of a résumé.
   *
   * @param today the month until which what goes on is counted
   */
  public static Facts of(ResumeDocument resume, YearMonth today) {
    return new Facts(new FactsReader(resume), today);
  }

  private void index(Known one) {
    for (Word word : one.words()) {
      words.putIfAbsent(word.folded(), one);
      stems.putIfAbsent(word.stem(), one);
      for (String part : word.folded().split("[-/&.]")) {
        words.putIfAbsent(part, one);
      }
    }
    for (Skills.Hit hit : Skills.SHIPPED.in(one.words())) {
      Skills.SHIPPED.broughtBy(hit.skill()).forEach(skill -> skills.putIfAbsent(skill, one));
    }
  }

  List<Known> all() {
    return read.known;
  }

  List<Known> titles() {
    return read.titles;
  }

  List<Known> degrees() {
    return read.degrees;
  }

  List<Known> languages() {
    return read.languages;
  }

  List<Known> certificates() {
    return read.certificates;
  }

  Optional<Fact> skill(String skill) {
    return Optional.ofNullable(skills.get(skill)).map(Known::fact);
  }

  /** A fact in which a word stands as it is. */
  Optional<Fact> word(String word) {
    Known one = words.get(word);
    if (one == null && word.length() > 3 && word.endsWith("s")) {
      one = words.get(word.substring(0, word.length() - 1));
    }
    return Optional.ofNullable(one).map(Known::fact);
  }

  Optional<Fact> stem(String stem) {
    return Optional.ofNullable(stems.get(stem)).map(Known::fact);
  }

  /** The whole résumé in lower case without accents, a fact a line. */
  String folded() {
    return folded;
  }

  /** Where the person was, of which words speak: all that telling words of its name are there. */
  List<Stay> employersIn(Collection<String> folded) {
    return read.employers.stream().filter(stay -> stay.isNamedIn(folded)).toList();
  }

  List<Stay> stays() {
    return Stream.concat(read.employers.stream(), read.schools.stream()).toList();
  }

  /** Years of practice that the person gave for a skill. */
  Optional<Double> yearsOf(String skill) {
    return Optional.ofNullable(read.skillYears.get(skill))
        .flatMap(Skill::years)
        .map(BigDecimal::doubleValue);
  }

  /** How long the person was at work in all, in years; what overlaps counts once. */
  double yearsAtWork() {
    return years(read.employers);
  }

  double years(List<Stay> stays) {
    var months = new HashSet<YearMonth>();
    for (Stay stay : stays) {
      stay.period().start().ifPresent(start -> months.addAll(months(start, stay.period())));
    }
    return months.size() / 12.0;
  }

  private List<YearMonth> months(PartialDate start, Period period) {
    YearMonth from = YearMonth.of(start.year(), start.monthIfKnown().orElse(1));
    YearMonth to =
        period
            .end()
            .map(end -> YearMonth.of(end.year(), end.monthIfKnown().orElse(12)))
            .orElse(today); // JSON Resume leaves the end out of what goes on
    return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
        .limit(1200)
        .toList();
  }

  /** A fact that speaks of a year, or a stay during which it lay. */
  Optional<Fact> year(int year, List<Stay> among) {
    Optional<Fact> during =
        among.stream().filter(stay -> lies(year, stay.period())).map(Stay::fact).findFirst();
    return during.isPresent() || !among.equals(stays()) ? during : word(String.valueOf(year));
  }

  /** Whether a year is the first one of a stay. */
  boolean begins(int year, List<Stay> among) {
    return among.stream()
        .anyMatch(stay -> stay.period().start().map(start -> start.year() == year).orElse(false));
  }

  /** Whether a year is the first or the last one of a stay. */
  boolean bounds(int year, List<Stay> among) {
    return begins(year, among)
        || among.stream()
            .anyMatch(stay -> stay.period().end().map(end -> end.year() == year).orElse(false));
  }

  private boolean lies(int year, Period period) {
    int from = period.start().or(period::end).map(PartialDate::year).orElse(Integer.MAX_VALUE);
    int to = period.end().map(PartialDate::year).orElse(today.getYear());
    return from <= year && year <= to;
  }
}
