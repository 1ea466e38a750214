package dev.peregrine.host.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers; years and lengths of time are looked at by others. */
final class NumberFinder implements Finder {

  private static final Set<String> BY = Vocabulary.set("by");
  private static final Set<String> RISE = Vocabulary.set("rise");
  private static final Set<String> FALL = Vocabulary.set("fall");
  private static final Set<String> HOUR = Set.of("at", "um");
  private static final Set<String> THOSE = Vocabulary.set("all");
  private static final Set<String> PEOPLE = Vocabulary.set("people-word");
  private static final Set<String> DEED = Vocabulary.set("deed");
  private static final int SMALL = 3;
  private static final double COUNTED = 2;
  private static final double LABELLED = 3;

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Theirs theirs) {
    if (sentence.words.isEmpty()) {
      return List.of();
    }
    var claims = new ArrayList<Claim>();
    Set<Integer> covered = inSkills(sentence);
    for (Amount amount : Amount.of(sentence.text)) {
      int word = sentence.wordAt(amount.start());
      if (!covered.contains(word)) {
        of(amount, word, sentence, facts, theirs).ifPresent(claims::add);
      }
    }
    return claims;
  }

  private static Set<Integer> inSkills(Sentence sentence) {
    var covered = new HashSet<Integer>();
    for (Skills.Hit hit : Skills.SHIPPED.in(sentence.words)) {
      for (int i = hit.first(); i <= hit.last(); i++) {
        covered.add(i);
      }
      if (isFollowedAtOnce(sentence, hit.last())) {
        covered.add(hit.last() + 1); // "Java 17": the version belongs to the name
      }
    }
    return covered;
  }

  /** "Java, 40 % faster" names no version. */
  private static boolean isFollowedAtOnce(Sentence sentence, int word) {
    List<Word> words = sentence.words;
    return word + 1 < words.size()
        && sentence.text.substring(words.get(word).end(), words.get(word + 1).start()).isBlank()
        && !sentence.text.substring(words.get(word + 1).end()).stripLeading().startsWith("%");
  }

  private Optional<Claim> of(
      Amount amount, int word, Sentence sentence, Facts facts, Theirs theirs) {
    Stance stance = sentence.stanceAt(word);
    if (amount.isCalendarYear()) {
      return Optional.of(YearFinder.of(amount, word, sentence, facts, theirs))
          .filter(claim -> stance != Stance.THEM || claim.isSupported());
    }
    boolean ofThem =
        stance == Stance.THEM
            || (theirs.say(amount) && (stance != Stance.CLAIM || !sentence.clauseHas(word, DEED)));
    if (ofThem) {
      return Optional.empty();
    }
    if (amount.isTime()) {
      return LengthFinder.of(amount, word, sentence, facts);
    }
    return number(amount, word, sentence, facts);
  }

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
        .mapToLong(other -> Stem.common(counted, counted(known.words(), other.end())))
        .max()
        .orElse(-1);
  }

  private static double fit(Sentence sentence, Amount amount, Facts.Known known) {
    return COUNTED * Math.max(0, things(sentence, amount, known, true))
        + Stem.common(sentence.about(), known.stems())
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
              boolean matter =
                  things == 0 && others >= 0 && Stem.common(about, known.stems()) > fit + 1;
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
    return agrees || sameEmployer || sentence.about().size() < 3;
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

  private static boolean has(Facts.Known known, Set<String> list) {
    return known.words().stream().anyMatch(word -> list.contains(word.folded()));
  }
}
