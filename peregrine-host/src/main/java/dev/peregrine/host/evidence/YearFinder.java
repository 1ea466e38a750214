package dev.peregrine.host.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a year of the calendar against what the résumé says of the same matter. */
final class YearFinder {

  private static final Set<String> SINCE = Set.of("since", "seit", "joined", "started");
  private static final Set<String> OPEN = Set.of("since", "seit");
  private static final Set<String> START = Vocabulary.set("start");
  private static final long MATTER = 2;

  private YearFinder() {}

  static Claim of(Amount amount, int word, Sentence sentence, Facts facts, Theirs theirs) {
    int year = amount.value().intValue();
    List<Facts.Stay> among = staysIn(sentence, facts);
    Optional<Fact> fact = facts.year(year, among);
    boolean wrongStart =
        among.size() < facts.stays().size()
            && sentence.hasBefore(word, 3, SINCE)
            && !facts.begins(year, among);
    if (sentence.stanceAt(word) != Stance.CLAIM
        && theirs.description().contains(String.valueOf(year))) {
      return sentence.supported(
          ClaimKind.DATE,
          amount.start(),
          amount.end(),
          new Fact("The posting says so.", "posting"));
    }
    boolean said = saysYear(year, sentence.about(), facts);
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
    Set<String> about = sentence.about();
    long most =
        facts.stays().stream().mapToLong(stay -> Stem.common(about, stemsOf(stay))).max().orElse(0);
    List<Facts.Stay> meant =
        facts.stays().stream().filter(stay -> Stem.common(about, stemsOf(stay)) == most).toList();
    boolean atAll = // "in marketing since 2013", when the first of the stays began
        most < MATTER
            && facts.begins(year, facts.stays())
            && sentence.words.stream().anyMatch(word -> OPEN.contains(word.folded()));
    boolean fits = most == 0 || atAll || facts.begins(year, meant) || saysYear(year, about, facts);
    return fits ? Optional.empty() : Optional.of(meant.getFirst());
  }

  private static Set<String> stemsOf(Facts.Stay stay) {
    return Word.of(stay.fact().text()).stream()
        .filter(word -> word.folded().length() > 3 && !Character.isDigit(word.folded().charAt(0)))
        .map(Word::stem)
        .collect(Collectors.toSet());
  }

  /** A line that gives the year itself for the same matter: "first aider since 2016". */
  private static boolean saysYear(int year, Set<String> about, Facts facts) {
    return facts.all().stream()
        .filter(known -> !isStay(known, facts))
        .anyMatch(known -> yearsOf(known).contains(year) && Stem.common(about, known.stems()) > 0);
  }

  /** A line of the résumé that speaks of the same matter, with a year that is another. */
  private static Optional<Facts.Known> otherYear(int year, Sentence sentence, Facts facts) {
    Set<String> about = sentence.about();
    Optional<Facts.Known> same =
        facts.all().stream()
            .filter(known -> !known.fact().where().equals(known.group()) || !isStay(known, facts))
            .filter(known -> Stem.common(about, known.stems()) >= MATTER)
            .filter(known -> !yearsOf(known).isEmpty())
            .max(Comparator.comparingLong(known -> Stem.common(about, known.stems())));
    List<Facts.Stay> meant =
        facts.stays().stream().filter(stay -> Stem.common(about, stemsOf(stay)) >= MATTER).toList();
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
}
