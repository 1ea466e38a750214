package dev.peregrine.host.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds "eight years" against the dates of the résumé. */
final class LengthFinder {

  private static final Set<String> MORE =
      Set.of("over", "more", "beyond", "uber", "mehr", "exceeding", "exceeds");
  private static final Set<String> SUM = Vocabulary.set("sum");
  private static final Set<String> FUTURE =
      Set.of("next", "within", "nachsten", "kommenden", "coming", "notice", "weeks", "age", "old");
  private static final double ROUNDING = 0.5;

  private LengthFinder() {}

  static Optional<Claim> of(Amount amount, int word, Sentence sentence, Facts facts) {
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
    List<Facts.Stay> among =
        sentence.clauseHas(word, SUM)
                || sentence.words.stream().anyMatch(w -> SUM.contains(w.folded()))
            ? List.of()
            : facts.employersIn(sentence.words.stream().map(Word::folded).toList());
    Optional<Fact> said =
        facts.all().stream()
            .filter(
                known ->
                    among.isEmpty()
                        || among.stream()
                            .anyMatch(stay -> stay.fact().where().equals(known.group())))
            .filter(known -> known.amounts().stream().anyMatch(amount::says))
            .map(Facts.Known::fact)
            .findFirst();
    if (said.isPresent()) {
      return Optional.of(
          sentence.supported(ClaimKind.DURATION, amount.start(), amount.end(), said.get()));
    }
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
}
