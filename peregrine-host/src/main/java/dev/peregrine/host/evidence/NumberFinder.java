package dev.peregrine.host.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers, years and lengths of time. */
final class NumberFinder implements Finder {

  private static final Set<String> MORE =
      Set.of("over", "more", "beyond", "uber", "mehr", "exceeding", "exceeds");
  private static final Set<String> SINCE = Set.of("since", "seit", "joined", "started");
  private static final Set<String> START = Vocabulary.set("start");
  private static final Set<String> BY = Vocabulary.set("by");
  private static final Set<String> RISE = Vocabulary.set("rise");
  private static final Set<String> FALL = Vocabulary.set("fall");
  private static final Set<String> HOUR = Set.of("at", "um");
  private static final Set<String> THOSE = Vocabulary.set("all");
  private static final Set<String> SUM = Vocabulary.set("sum");
  private static final Set<String> PEOPLE = Vocabulary.set("people-word");
  private static final Set<String> FUTURE =
      Set.of("next", "within", "nachsten", "kommenden", "coming", "notice", "weeks", "age", "old");
  private static final Set<String> DEED = Vocabulary.set("deed");
  private static final double ROUNDING = 0.5;
  private static final int SMALL = 3;
  private static final long MATTER = 2;
  private static final double COUNTED = 2;
  private static final double LABELLED = 3;

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Vacancy vacancy) {
    if (sentence.words.isEmpty()) {
      return List.of();
    }
    var claims = new ArrayList<Claim>();
    Set<Integer> covered = inSkills(sentence);
    for (Amount amount : Amount.of(sentence.text)) {
      int word = sentence.wordAt(amount.start());
      if (!covered.contains(word)) {
        of(amount, word, sentence, facts, vacancy).ifPresent(claims::add);
      }
    }
    return claims;
  }

  private static Set<Integer> inSkills(Sentence sentence) {
    var covered = new HashSet<Integer>();
    for (Skills.Hit hit : Skills.SHIPPED.in(sentence.words)) {
      for (int i = hit.first(); i <= hit.last() + 1; i++) {
        covered.add(i); // "Java 17": the version belongs to the name
      }
    }
    return covered;
  }

  private Optional<Claim> of(
      Amount amount, int word, Sentence sentence, Facts facts, Vacancy vacancy) {
    Stance stance = sentence.stanceAt(word);
    if (amount.isCalendarYear()) {
      return Optional.of(year(amount, word, sentence, facts, vacancy))
          .filter(claim -> stance != Stance.THEM || claim.isSupported());
    }
    boolean theirs =
        stance == Stance.THEM
            || (says(vacancy.description(), amount)
                && (stance != Stance.CLAIM || !sentence.clauseHas(word, DEED)));
    if (theirs) {
      return Optional.empty();
    }
    if (amount.isTime()) {
      return time(amount, word, sentence, facts);
    }
    return number(amount, word, sentence, facts);
  }

  private static boolean says(String text, Amount amount) {
    return Amount.of(text).stream().anyMatch(amount::says);
  }

  // --- years of the calendar

  private Claim year(Amount amount, int word, Sentence sentence, Facts facts, Vacancy vacancy) {
    int year = amount.value().intValue();
    List<Facts.Stay> among = staysIn(sentence, facts);
    Optional<Fact> fact = facts.year(year, among);
    boolean wrongStart =
        among.size() < facts.stays().size()
            && sentence.hasBefore(word, 3, SINCE)
            && !facts.begins(year, among);
    if (sentence.stanceAt(word) != Stance.CLAIM
        && vacancy.description().contains(String.valueOf(year))) {
      return sentence.supported(
          ClaimKind.DATE,
          amount.start(),
          amount.end(),
          new Fact("The posting says so.", "posting"));
    }
    boolean said = saysYear(year, about(sentence), facts);
    Optional<Facts.Stay> began = begunInAnother(year, sentence, facts);
    if (began.isPresent()) {
      return sentence.unsupported(
          ClaimKind.DATE,
          amount.start(),
          amount.end(),
          "Your résumé says that this began in another year: \"%s\". Correct one of them."
              .formatted(began.get().fact().text()));
    }
    Optional<Facts.Known> otherwise = otherYear(year, sentence, facts);
    if (otherwise.isPresent()) {
      return sentence.unsupported(
          ClaimKind.DATE,
          amount.start(),
          amount.end(),
          "Your résumé gives another year for this: \"%s\". Correct one of them."
              .formatted(otherwise.get().fact().text()));
    }
    if (said || (fact.isPresent() && !wrongStart)) {
      return sentence.supported(
          ClaimKind.DATE,
          amount.start(),
          amount.end(),
          fact.or(() -> facts.word(String.valueOf(year)))
              .orElseGet(() -> new Fact(String.valueOf(year), "")));
    }
    String why =
        among.size() < facts.stays().size()
            ? "Your résumé gives other years for this: %s."
                .formatted(among.getFirst().fact().text())
            : "Your résumé does not speak of %d.".formatted(year);
    return sentence.unsupported(
        ClaimKind.DATE, amount.start(), amount.end(), why + " Correct one of them.");
  }

  /** The stay that a sentence says to have begun in a year in which it did not. */
  private static Optional<Facts.Stay> begunInAnother(int year, Sentence sentence, Facts facts) {
    if (sentence.words.stream().noneMatch(word -> START.contains(word.folded()))) {
      return Optional.empty();
    }
    Set<String> about = about(sentence);
    long most =
        facts.stays().stream().mapToLong(stay -> common(about, stemsOf(stay))).max().orElse(0);
    List<Facts.Stay> meant =
        facts.stays().stream().filter(stay -> common(about, stemsOf(stay)) == most).toList();
    boolean fits = most == 0 || facts.begins(year, meant) || saysYear(year, about, facts);
    return fits ? Optional.empty() : Optional.of(meant.getFirst());
  }

  private static Set<String> stemsOf(Facts.Stay stay) {
    return Word.of(stay.fact().text()).stream()
        .filter(word -> word.folded().length() > 3)
        .map(Word::stem)
        .collect(Collectors.toSet());
  }

  /** A line that gives the year itself for the same matter: "first aider since 2016". */
  private static boolean saysYear(int year, Set<String> about, Facts facts) {
    return facts.all().stream()
        .filter(known -> !isStay(known, facts))
        .anyMatch(known -> yearsOf(known).contains(year) && common(about, known.stems()) > 0);
  }

  /** A line of the résumé that speaks of the same matter, with a year that is another. */
  private static Optional<Facts.Known> otherYear(int year, Sentence sentence, Facts facts) {
    Set<String> about = about(sentence);
    Optional<Facts.Known> same =
        facts.all().stream()
            .filter(known -> !known.fact().where().equals(known.group()) || !isStay(known, facts))
            .filter(known -> common(about, known.stems()) >= MATTER)
            .filter(known -> !yearsOf(known).isEmpty())
            .max(Comparator.comparingLong(known -> common(about, known.stems())));
    List<Facts.Stay> meant =
        facts.stays().stream().filter(stay -> common(about, stemsOf(stay)) >= MATTER).toList();
    return facts.bounds(year, meant)
        ? Optional.empty()
        : same.filter(known -> !yearsOf(known).contains(year));
  }

  private static boolean isStay(Facts.Known known, Facts facts) {
    return facts.stays().stream().anyMatch(stay -> stay.fact().equals(known.fact()));
  }

  private static Set<Integer> yearsOf(Facts.Known known) {
    return Amount.of(known.fact().text()).stream()
        .filter(Amount::isCalendarYear)
        .map(amount -> amount.value().intValue())
        .collect(Collectors.toSet());
  }

  private static List<Facts.Stay> staysIn(Sentence sentence, Facts facts) {
    Set<String> words = sentence.words.stream().map(Word::folded).collect(Collectors.toSet());
    List<Facts.Stay> named = facts.stays().stream().filter(stay -> stay.isNamedIn(words)).toList();
    return named.isEmpty() ? facts.stays() : named;
  }

  // --- lengths of time

  private Optional<Claim> time(Amount amount, int word, Sentence sentence, Facts facts) {
    double years =
        amount.unit() == Amount.Unit.YEARS
            ? amount.value().doubleValue()
            : amount.value().doubleValue() / 12;
    boolean age =
        sentence.hasBefore(word, 4, Set.of("zwischen", "between", "unter", "under", "aged", "ab"))
            && sentence.clauseHas(word, Set.of("kinder", "kindern", "children", "kids", "people"));
    if (age || sentence.clauseHas(word, FUTURE)) {
      return Optional.empty();
    }
    Optional<Fact> said =
        facts.all().stream()
            .filter(known -> known.amounts().stream().anyMatch(amount::says))
            .map(Facts.Known::fact)
            .findFirst();
    if (said.isPresent()) {
      return Optional.of(
          sentence.supported(ClaimKind.DURATION, amount.start(), amount.end(), said.get()));
    }
    List<Facts.Stay> among =
        sentence.clauseHas(word, SUM)
                || sentence.words.stream().anyMatch(w -> SUM.contains(w.folded()))
            ? List.of()
            : facts.employersIn(sentence.words.stream().map(Word::folded).toList());
    Optional<Double> skillYears =
        Skills.SHIPPED.in(sentence.words).stream()
            .flatMap(hit -> facts.yearsOf(hit.skill()).stream())
            .findFirst();
    double most = among.isEmpty() ? skillYears.orElseGet(facts::yearsAtWork) : facts.years(among);
    boolean more = sentence.hasBefore(word, 3, MORE);
    double allowed = more ? 0.1 : ROUNDING;
    if (years <= most + allowed) {
      Fact fact =
          among.isEmpty()
              ? new Fact("%.1f years in all".formatted(most), "work")
              : among.getFirst().fact();
      return Optional.of(
          sentence.supported(ClaimKind.DURATION, amount.start(), amount.end(), fact));
    }
    return Optional.of(
        sentence.unsupported(
            ClaimKind.DURATION,
            amount.start(),
            amount.end(),
            "The dates of your résumé come to %.1f years. Correct one of them.".formatted(most)));
  }

  // --- everything else

  private Optional<Claim> number(Amount amount, int word, Sentence sentence, Facts facts) {
    boolean label =
        !sentence.german
            && word > 0
            && sentence.wordAt(amount.start()) == word
            && !amount.spelled()
            && amount.unit() == Amount.Unit.PLAIN
            && word > 1
            && sentence.words.get(word - 1).isCapitalised()
            && !sentence.words.get(word - 1).folded().equals("i");
    if (label) {
      return Optional.empty(); // "Year 8" is a name
    }
    boolean hour =
        amount.unit() == Amount.Unit.PLAIN
            && amount.value().intValue() <= 24
            && sentence.hasBefore(word, 1, HOUR);
    boolean ofThem =
        amount.spelled()
            && sentence
                .text
                .substring(amount.end())
                .matches("(?s) (?:of (?:them|those|which|these)|davon)\\b.*");
    boolean those = amount.spelled() && sentence.hasBefore(word, 1, THOSE);
    if (hour || those || ofThem) {
      return Optional.empty();
    }
    boolean small =
        amount.spelled()
            && amount.unit() == Amount.Unit.PLAIN
            && amount.value().intValue() <= SMALL
            && !nextIsPeople(sentence, word);
    if (small) {
      return Optional.empty();
    }
    boolean change = sentence.clauseHas(word, BY);
    List<Facts.Known> same =
        facts.all().stream()
            .filter(
                known ->
                    known.amounts().stream()
                        .anyMatch(other -> amount.says(other) && (change || !other.derived())))
            .toList();
    if (same.isEmpty() && amount.spelled() && !isMeasure(amount, sentence, word)) {
      return Optional.empty();
    }
    Optional<Facts.Known> fitting = fitting(sentence, amount, same, facts);
    if (fitting.isPresent()) {
      return Optional.of(
          sentence.supported(ClaimKind.NUMBER, amount.start(), amount.end(), fitting.get().fact()));
    }
    String said = sentence.text.substring(amount.start(), amount.end());
    String why =
        same.isEmpty()
            ? "Your résumé does not say \"%s\". Take it out, or add it there if it is true."
                .formatted(said)
            : "Your résumé says \"%s\" of something else: \"%s\". Correct it."
                .formatted(said, same.getFirst().fact().text());
    return Optional.of(sentence.unsupported(ClaimKind.NUMBER, amount.start(), amount.end(), why));
  }

  private static boolean nextIsPeople(Sentence sentence, int word) {
    return sentence.words.stream()
            .skip(word + 1L)
            .limit(2)
            .anyMatch(w -> PEOPLE.contains(w.folded()))
        || sentence.hasBefore(word, 2, Set.of("team", "staff"));
  }

  /** Whether a number in words measures something: "twelve people", "five million euros". */
  private static boolean isMeasure(Amount amount, Sentence sentence, int word) {
    return amount.unit() != Amount.Unit.PLAIN
        || nextIsPeople(sentence, word)
        || sentence.stanceAt(word) == Stance.CLAIM;
  }

  /** How many words the thing that is counted has in common; -1 where the fact counts nothing. */
  private static long things(Sentence sentence, Amount amount, Facts.Known known, boolean same) {
    Set<String> counted = counted(sentence.words, amount.end());
    return known.amounts().stream()
        .filter(other -> amount.says(other) == same)
        .filter(other -> other.isTime() == amount.isTime() && !other.isCalendarYear())
        .mapToLong(other -> common(counted, counted(known.words(), other.end())))
        .max()
        .orElse(-1);
  }

  private static double fit(Sentence sentence, Amount amount, Facts.Known known) {
    return COUNTED * Math.max(0, things(sentence, amount, known, true))
        + common(about(sentence), known.stems())
        + (isLabelled(sentence, amount, known) ? LABELLED : 0);
  }

  private static boolean isLabelled(Sentence sentence, Amount amount, Facts.Known known) {
    return known.amounts().stream()
        .filter(amount::says)
        .anyMatch(other -> sameBefore(sentence.words, amount, known.words(), other));
  }

  /** "Band 5", "level 2": the number belongs to the word before it. */
  private static boolean sameBefore(
      List<Word> words, Amount amount, List<Word> others, Amount other) {
    String before = before(words, amount.start());
    return before.length() > 3 && before.equals(before(others, other.start()));
  }

  private static String before(List<Word> words, int place) {
    return words.stream()
        .filter(word -> word.end() <= place)
        .reduce((one, next) -> next)
        .map(Word::folded)
        .orElse("");
  }

  private static Optional<Facts.Known> fitting(
      Sentence sentence, Amount amount, List<Facts.Known> same, Facts facts) {
    int word = sentence.wordAt(amount.start());
    List<Facts.Known> agreeing =
        same.stream().filter(known -> !isAgainst(sentence, word, known)).toList();
    Optional<Facts.Known> best =
        agreeing.stream().max(Comparator.comparingDouble(known -> fit(sentence, amount, known)));
    return best.filter(
        known -> {
          double fit = fit(sentence, amount, known);
          return (isLabelled(sentence, amount, known)
                  || !isSaidOtherwise(sentence, amount, known, same, facts))
              && (fit > 0 || isLoose(sentence, word, known, facts));
        });
  }

  /**
   * Whether another line counts the same thing, or speaks of the same matter, with another number.
   */
  private static boolean isSaidOtherwise(
      Sentence sentence, Amount amount, Facts.Known best, List<Facts.Known> same, Facts facts) {
    long things = things(sentence, amount, best, true);
    double fit = fit(sentence, amount, best);
    int word = sentence.wordAt(amount.start());
    Set<String> about =
        sentence.clauseOf(word).stream()
            .filter(w -> w.folded().length() > 3)
            .map(Word::stem)
            .collect(Collectors.toSet());
    return facts.all().stream()
        .filter(known -> !same.contains(known))
        .anyMatch(
            known -> {
              long others = things(sentence, amount, known, false);
              boolean matter = things == 0 && others >= 0 && common(about, known.stems()) > fit + 1;
              return others > things || matter;
            });
  }

  private static boolean isAgainst(Sentence sentence, int word, Facts.Known known) {
    return (sentence.clauseHas(word, RISE) && has(known, FALL) && !has(known, RISE))
        || (sentence.clauseHas(word, FALL) && has(known, RISE) && !has(known, FALL));
  }

  /** Where no word is shared: the same direction, the same employer, or hardly anything said. */
  private static boolean isLoose(Sentence sentence, int word, Facts.Known known, Facts facts) {
    boolean agrees =
        (sentence.clauseHas(word, RISE) && has(known, RISE))
            || (sentence.clauseHas(word, FALL) && has(known, FALL));
    boolean sameEmployer =
        facts.employersIn(sentence.words.stream().map(Word::folded).toList()).stream()
            .anyMatch(stay -> stay.fact().where().equals(known.group()));
    return agrees || sameEmployer || about(sentence).size() < 3;
  }

  /** The telling words right after a number: what is counted. */
  private static Set<String> counted(List<Word> words, int after) {
    return words.stream()
        .filter(word -> word.start() >= after)
        .limit(2)
        .filter(word -> word.folded().length() > 3)
        .map(Word::stem)
        .collect(Collectors.toSet());
  }

  private static long common(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).count();
  }

  private static Set<String> about(Sentence sentence) {
    return sentence.words.stream()
        .filter(word -> word.folded().length() > 3)
        .map(Word::stem)
        .collect(Collectors.toSet());
  }

  private static boolean has(Facts.Known known, Set<String> list) {
    return known.words().stream().anyMatch(word -> list.contains(word.folded()));
  }
}
