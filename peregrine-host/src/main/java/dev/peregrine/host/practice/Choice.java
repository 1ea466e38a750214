package dev.peregrine.host.practice;

import dev.peregrine.host.evidence.ClaimKind;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Requirement;
import dev.peregrine.host.rounds.RoundKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses the next question of a session among the shipped ones: what went badly comes back first,
 * then what the posting asks for, then what the occupation and the kind of round bring along. The
 * same session has the same questions.
 */
final class Choice {

  private static final int WELL_WITHIN_A_LINE = 40;
  private static final int WITH_CLOSING = 5;
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} .+#/&'-]{2,}");

  private static final double DEMAND = 30;
  private static final double REAL = 34;
  private static final double FAMILY = 18;
  private static final double CRAFT_IN_TECHNICAL = 14;
  private static final double SAME_THEME = 20;
  private static final double EACH_TIME_BEFORE = 9;
  private static final double CHANCE = 10;

  private final QuestionBank bank;
  private final Session session;
  private final String title;
  private final List<Requirement> asked;
  private final List<WeakSpot> weak;
  private final List<String> heard;
  private final Map<String, Integer> used;
  private final Locale language;
  private final Set<String> keys;

  /**
   * @param title of the job
   * @param asked what the posting asks for, the most important first
   * @param heard what was asked in rounds that took place, the newest first
   * @param used how often each was asked before
   */
  Choice(
      QuestionBank bank,
      Session session,
      String title,
      List<Requirement> asked,
      List<WeakSpot> weak,
      List<String> heard,
      Map<String, Integer> used) {
    this.bank = bank;
    this.session = session;
    this.title = title;
    this.asked = asked;
    this.weak = weak;
    this.heard = heard;
    this.used = used;
    this.language = session.plan().language();
    this.keys =
        session.turns().stream().map(turn -> turn.asked().key()).collect(Collectors.toSet());
  }

  private record Weighed(Asked asked, double weight) {}

  /** The next one; empty where there is none left. */
  Optional<Asked> next() {
    Optional<Asked> again = weakOne();
    if (session.plan().weakOnly() || again.isPresent()) {
      return again;
    }
    int position = session.turns().size() + 1;
    if (position == 1) {
      Optional<Asked> opening = best(List.of(Theme.OPENING), false);
      if (opening.isPresent()) {
        return opening;
      }
    }
    if (position == session.plan().questions() && position >= WITH_CLOSING) {
      Optional<Asked> closing = best(List.of(Theme.CLOSING), false);
      if (closing.isPresent()) {
        return closing;
      }
    }
    return best(List.of(Theme.OPENING, Theme.CLOSING), true);
  }

  /** Something that went badly and comes back now; empty for nothing. */
  Optional<Asked> comesBack() {
    return weakOne();
  }

  // --- what went badly

  /** Up to a third of a session. */
  private Optional<Asked> weakOne() {
    int most =
        session.plan().weakOnly()
            ? session.plan().questions()
            : Math.max(1, session.plan().questions() / 3);
    Set<String> known = weak.stream().map(spot -> spot.asked().key()).collect(Collectors.toSet());
    long had = keys.stream().filter(known::contains).count();
    return had >= most
        ? Optional.empty()
        : weak.stream()
            .filter(spot -> !keys.contains(spot.asked().key()))
            .flatMap(spot -> again(spot).stream())
            .findFirst();
  }

  /** A weak spot as it is asked here; empty where it does not belong here. */
  private Optional<Asked> again(WeakSpot spot) {
    Asked was = spot.asked();
    boolean here = spot.job() == session.job();
    Optional<BankQuestion> shipped = bank.find(was.bank());
    if (shipped.isPresent()) {
      boolean fits =
          (here || shipped.get().isFor(session.plan().kind()) || session.plan().weakOnly())
              && (was.demand().isEmpty() || here || asksFor(was.demand()))
              && (shipped.get().family().isEmpty()
                  || here
                  || bank.families(title).contains(shipped.get().family()));
      return fits ? Optional.of(put(shipped.get(), was.demand())) : Optional.empty();
    }
    boolean fits = here && spot.language().getLanguage().equals(language.getLanguage());
    return fits ? Optional.of(was) : Optional.empty();
  }

  private boolean asksFor(String demand) {
    return asked.stream().anyMatch(one -> one.isNamedIn(demand));
  }

  // --- the rest

  /**
   * @param themes those that may come, or may not
   */
  private Optional<Asked> best(List<Theme> themes, boolean allBut) {
    List<Weighed> all = new ArrayList<>();
    Set<String> families = bank.families(title);
    for (BankQuestion question : bank.all()) {
      Theme theme = Theme.of(question.theme()).orElseThrow();
      boolean fits =
          question.isFor(session.plan().kind())
              && themes.contains(theme) != allBut
              && (question.family().isEmpty() || families.contains(question.family()));
      if (fits) {
        weighed(question, theme).ifPresent(all::add);
      }
    }
    if (allBut) {
      fromRounds().ifPresent(all::add);
    }
    return all.stream()
        .filter(one -> !keys.contains(one.asked().key()))
        .max((one, other) -> Double.compare(one.weight(), other.weight()))
        .map(Weighed::asked);
  }

  private Optional<Weighed> weighed(BankQuestion question, Theme theme) {
    Optional<Requirement> demand =
        question.isMadeOfDemand() ? toPutIn(theme) : demanded(question.demands());
    boolean demanding = question.isMadeOfDemand() || !question.demands().isEmpty();
    if (demanding && demand.isEmpty()) {
      return Optional.empty();
    }
    double weight = chance(question.id());
    weight += demanding ? DEMAND + importance(demand.orElseThrow()) : 0;
    weight += question.family().isEmpty() ? 0 : FAMILY;
    weight +=
        session.plan().kind() == RoundKind.TECHNICAL && theme == Theme.CRAFT
            ? CRAFT_IN_TECHNICAL
            : 0;
    weight -= SAME_THEME * sameTheme(theme);
    weight -= EACH_TIME_BEFORE * used.getOrDefault(question.id(), 0);
    return Optional.of(
        new Weighed(
            put(question, question.isMadeOfDemand() ? demand.orElseThrow().term() : ""), weight));
  }

  /** What was asked in earnest and was not practised since. */
  private Optional<Weighed> fromRounds() {
    boolean german = language.getLanguage().equals("de");
    return heard.stream()
        .filter(question -> question.length() <= Asked.LONGEST && question.length() > 8)
        .filter(question -> !used.containsKey(Asked.keyOf(question)))
        .filter(question -> EvidenceCheck.isGerman(question) == german)
        .findFirst()
        .map(question -> new Asked("", Theme.REAL, "", question))
        .map(question -> new Weighed(question, REAL - SAME_THEME * sameTheme(Theme.REAL)));
  }

  private long sameTheme(Theme theme) {
    return session.turns().stream()
        .filter(turn -> group(turn.asked().theme()) == group(theme))
        .count();
  }

  /** What the posting asks for is one theme, whether it is there or not. */
  private static Theme group(Theme theme) {
    return theme == Theme.GAP ? Theme.DEMAND : theme;
  }

  /** The most important demand that was not put into a question of this session yet. */
  private Optional<Requirement> toPutIn(Theme theme) {
    return asked.stream()
        .filter(one -> one.kind() == ClaimKind.SKILL)
        .filter(one -> one.isCovered() == (theme != Theme.GAP))
        .filter(one -> one.term().length() <= WELL_WITHIN_A_LINE)
        .filter(one -> PLAIN.matcher(one.term()).matches())
        .filter(
            one ->
                session.turns().stream()
                    .noneMatch(turn -> turn.asked().demand().equalsIgnoreCase(one.term())))
        .findFirst();
  }

  private Optional<Requirement> demanded(List<String> demands) {
    String named = String.join(", ", demands);
    return demands.isEmpty()
        ? Optional.empty()
        : asked.stream().filter(one -> one.isNamedIn(named)).findFirst();
  }

  private static double importance(Requirement demand) {
    return switch (demand.force()) {
      case MUST -> 6;
      case ASKED -> 3;
      case WELCOME -> 0;
    };
  }

  /** Varies from session to session, and stays within one. */
  private double chance(String id) {
    int mixed = (int) ((session.id() * 31 + id.hashCode()) * 0x9E3779B9L >>> 7);
    return Math.floorMod(mixed, 1_000) * CHANCE / 1_000;
  }

  private Asked put(BankQuestion question, String demand) {
    return new Asked(
        question.id(),
        Theme.of(question.theme()).orElseThrow(),
        demand,
        question.in(language).replace(BankQuestion.DEMAND, demand));
  }
}
