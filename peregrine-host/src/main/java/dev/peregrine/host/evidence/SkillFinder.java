package dev.peregrine.host.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Skills that have a name. */
final class SkillFinder implements Finder {

  private static final Set<String> TRADE_OF_THEM =
      Set.of("team", "platform", "product", "products", "company", "market", "industry");

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Theirs theirs) {
    var claims = new ArrayList<Claim>();
    for (Skills.Hit hit : Skills.SHIPPED.in(sentence.words)) {
      int from = sentence.words.get(hit.first()).start();
      int to = sentence.words.get(hit.last()).end();
      Optional<Fact> fact = facts.skill(hit.skill());
      boolean longer = isLongerInPosting(sentence, hit, facts, theirs);
      if (longer && isClaimed(sentence, hit)) {
        int end = sentence.words.get(hit.last() + 1).end();
        claims.add(
            sentence.unsupported(
                ClaimKind.SKILL, from, end, why(sentence.text.substring(from, end))));
      } else if (fact.isPresent()) {
        claims.add(sentence.supported(ClaimKind.SKILL, from, to, fact.get()));
      } else if (isClaimed(sentence, hit) && !isAllThere(sentence, hit, facts)) {
        claims.add(
            sentence.unsupported(
                ClaimKind.SKILL, from, to, why(sentence.text.substring(from, to))));
      }
    }
    return claims;
  }

  private static String why(String skill) {
    return "Your résumé does not mention \"%s\". Take it out, or add it there if it is true."
        .formatted(skill);
  }

  /** "SAP Ariba" is another thing than "SAP". */
  private static boolean isLongerInPosting(
      Sentence sentence, Skills.Hit hit, Facts facts, Theirs theirs) {
    if (hit.last() + 1 >= sentence.words.size()) {
      return false;
    }
    Word next = sentence.words.get(hit.last() + 1);
    int from = sentence.words.get(hit.first()).start();
    return next.isCapitalised()
        && facts.word(next.folded()).isEmpty()
        && theirs.description().contains(sentence.text.substring(from, next.end()));
  }

  private static boolean isClaimed(Sentence sentence, Skills.Hit hit) {
    Stance stance = sentence.stanceAt(hit.first());
    boolean theirs =
        hit.last() + 1 < sentence.words.size()
            && sentence.words.subList(0, hit.first()).stream()
                .anyMatch(word -> Set.of("the", "a", "this", "your").contains(word.folded()))
            && TRADE_OF_THEM.contains(sentence.words.get(hit.last() + 1).folded())
            && stance != Stance.CLAIM;
    return stance == Stance.CLAIM && !theirs;
  }

  /** "Project management" where the résumé says that projects were managed. */
  private static boolean isAllThere(Sentence sentence, Skills.Hit hit, Facts facts) {
    if (hit.first() == hit.last()) {
      return facts.word(sentence.words.get(hit.first()).folded()).isPresent();
    }
    return sentence.words.subList(hit.first(), hit.last() + 1).stream()
        .allMatch(word -> facts.stem(word.stem()).isPresent());
  }
}
