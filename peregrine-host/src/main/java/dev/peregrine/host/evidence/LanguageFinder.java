package dev.peregrine.host.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Languages that the person says to speak. */
final class LanguageFinder implements Finder {

  private static final Set<String> LEARN =
      Set.of(
          "learn",
          "learning",
          "improve",
          "improving",
          "lerne",
          "lernen",
          "verbessern",
          "auffrischen");
  private static final Set<String> DENY = Vocabulary.set("deny");
  private static final Set<String> SPEAK = Vocabulary.set("speak");
  private static final Set<String> WELL = Vocabulary.set("speak-well");
  private static final Set<String> LITTLE = Vocabulary.set("speak-little");

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Theirs theirs) {
    var claims = new ArrayList<Claim>();
    boolean speaks = sentence.words.stream().anyMatch(word -> SPEAK.contains(word.folded()));
    for (int i = 0; i < sentence.words.size() && speaks; i++) {
      Word word = sentence.words.get(i);
      boolean excused = sentence.clauseHas(i, LEARN) || sentence.clauseHas(i, DENY);
      if (Tongues.of(word.folded()).isPresent()
          && word.isCapitalised()
          && sentence.stanceAt(i) != Stance.THEM
          && !excused) {
        claims.add(claim(sentence, i, facts));
      }
    }
    return claims;
  }

  private static Claim claim(Sentence sentence, int i, Facts facts) {
    Word word = sentence.words.get(i);
    Optional<Facts.Known> said = said(word.folded(), facts);
    if (said.isEmpty()) {
      return sentence.unsupported(
          ClaimKind.LANGUAGE,
          word.start(),
          word.end(),
          "Your résumé does not list \"%s\" among your languages. Take it out, or add it there."
              .formatted(word.written()));
    }
    boolean little = said.get().words().stream().anyMatch(w -> LITTLE.contains(w.folded()));
    if (little && nearest(sentence, i)) {
      return sentence.unsupported(
          ClaimKind.LANGUAGE,
          word.start(),
          word.end(),
          "Your résumé says less: \"%s\". Correct one of them."
              .formatted(said.get().fact().text()));
    }
    return sentence.supported(ClaimKind.LANGUAGE, word.start(), word.end(), said.get().fact());
  }

  /** Whether the nearest word about how well it is spoken says "well". */
  private static boolean nearest(Sentence sentence, int at) {
    for (int distance = 1; distance < 6; distance++) {
      for (int i : new int[] {at - distance, at + distance}) {
        if (i >= 0 && i < sentence.words.size()) {
          String word = sentence.words.get(i).folded();
          if (WELL.contains(word)) {
            return true;
          }
          if (LITTLE.contains(word)) {
            return false;
          }
        }
      }
    }
    return false;
  }

  private static Optional<Facts.Known> said(String language, Facts facts) {
    String wanted = Tongues.of(language).orElse(language);
    return facts.languages().stream()
        .filter(known -> names(known, wanted))
        .findFirst()
        .or(() -> facts.all().stream().filter(known -> names(known, wanted)).findFirst());
  }

  private static boolean names(Facts.Known known, String wanted) {
    return known.words().stream()
        .map(Word::folded)
        .anyMatch(word -> Tongues.of(word).orElse(word).equals(wanted));
  }
}
