package dev.peregrine.host.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the posting asks for in words that are the name of no known skill: claimed as an ability,
 * and nowhere in the résumé.
 */
final class GapFinder implements Finder {

  private static final Set<String> ABLE = Vocabulary.set("skill-word");
  private static final Set<String> CUE = Vocabulary.set("skill-cue");
  private static final Set<String> GENERAL = Vocabulary.set("general");
  private static final Set<String> SUBJECT =
      Set.of("i", "my", "ich", "mein", "meine", "meinem", "meinen", "meiner", "we", "wir", "our");
  private static final Set<String> END =
      Set.of("and", "or", "as", "to", "for", "that", "which", "und", "oder", "sowie", "die", "at");
  private static final int REACH = 3;
  private static final Set<String> PRACTISED = Vocabulary.set("practised");
  private static final int TELLING = 5;
  private static final int LONG = 7;
  private static final int LONG_GERMAN = 8;
  private static final Set<String> COMMON =
      Vocabulary.set("common").stream().map(Stem::of).collect(Collectors.toSet());

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Theirs theirs) {
    var claims = new ArrayList<Claim>();
    for (int i = 0; i + 1 < sentence.words.size(); i++) {
      boolean cue =
          ABLE.contains(sentence.words.get(i).folded())
              && CUE.contains(sentence.words.get(i + 1).folded());
      if (cue && sentence.stanceAt(i) == Stance.CLAIM) {
        List<Word> what = phrase(sentence, i + 2);
        if (!what.isEmpty() && what.stream().noneMatch(word -> isKnown(word, facts))) {
          claims.add(claim(sentence, what));
        }
      }
    }
    if (claims.isEmpty()) {
      wanted(sentence, facts, theirs).ifPresent(claims::add);
    }
    if (claims.isEmpty() && isAllTheirs(sentence, facts, theirs)) {
      claims.add(claim(sentence, telling(sentence.words)));
    }
    return claims;
  }

  /** A long word that the posting uses and the résumé does not: the name of a trade, mostly. */
  private static Optional<Claim> wanted(Sentence sentence, Facts facts, Theirs theirs) {
    if (sentence.speaksOfThem()) {
      return Optional.empty();
    }
    int telling = sentence.german ? LONG_GERMAN : LONG;
    for (int i = 0; i < sentence.words.size(); i++) {
      Word word = sentence.words.get(i);
      boolean gap =
          word.folded().length() >= telling
              && theirs.ask(word, telling)
              && !theirs.areCalledAlike(word)
              && !COMMON.contains(word.stem())
              && !isKnown(word, facts)
              && Amount.of(word.written()).isEmpty()
              && (sentence.german
                  ? word.isCapitalised()
                  : !word.isCapitalised()
                      && sentence.words.stream().anyMatch(w -> PRACTISED.contains(w.folded())));
      if (gap && sentence.stanceAt(i) == Stance.CLAIM) {
        return Optional.of(claim(sentence, List.of(word)));
      }
    }
    return Optional.empty();
  }

  private static Claim claim(Sentence sentence, List<Word> what) {
    return sentence.unsupported(
        ClaimKind.SKILL,
        what.getFirst().start(),
        what.getLast().end(),
        "Nothing in your résumé speaks of this. Take it out, or add it there if it is true.");
  }

  /** The first telling words after "experienced in", until the phrase ends. */
  private static List<Word> phrase(Sentence sentence, int first) {
    var what = new ArrayList<Word>();
    for (int i = first;
        i < Math.min(sentence.words.size(), first + REACH + 2) && sentence.sameClause(first, i);
        i++) {
      Word word = sentence.words.get(i);
      if (END.contains(word.folded())) {
        break;
      }
      if (word.folded().length() >= TELLING && !GENERAL.contains(word.folded())) {
        what.add(word);
      }
    }
    return what;
  }

  /**
   * Whether a sentence about the person has no word in common with the résumé, but several with
   * what the posting asks for.
   */
  private static boolean isAllTheirs(Sentence sentence, Facts facts, Theirs theirs) {
    List<Word> telling = telling(sentence.words);
    boolean mine =
        IntStream.range(0, sentence.words.size())
            .allMatch(i -> sentence.stanceAt(i) == Stance.CLAIM);
    boolean subject = sentence.words.stream().anyMatch(word -> SUBJECT.contains(word.folded()));
    return mine
        && subject
        && telling.size() >= 2
        && telling.stream().noneMatch(word -> isKnown(word, facts))
        && telling.stream().filter(word -> theirs.ask(word, 0)).count() >= 2;
  }

  private static List<Word> telling(List<Word> words) {
    return words.stream()
        .filter(word -> word.folded().length() >= TELLING && !GENERAL.contains(word.folded()))
        .toList();
  }

  private static boolean isKnown(Word word, Facts facts) {
    return facts.stem(word.stem()).isPresent()
        || facts.word(word.folded()).isPresent()
        || facts.folded().contains(word.stem())
        || !Skills.SHIPPED.in(List.of(word)).isEmpty();
  }
}
