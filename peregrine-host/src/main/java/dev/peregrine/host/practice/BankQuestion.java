package dev.peregrine.host.practice;

import dev.peregrine.host.rounds.RoundKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A question that comes with the program.
 *
 * @param id stays for good
 * @param theme of those that interviewers ask; those that the person asks have another word
 * @param kinds of round in which it is asked
 * @param family the occupation; empty for any
 * @param demands skills that it is about; empty for none
 */
record BankQuestion(
    String id,
    String theme,
    Set<RoundKind> kinds,
    String family,
    List<String> demands,
    String english,
    String german) {

  static final String DEMAND = "{demand}";

  BankQuestion {
    kinds = Set.copyOf(kinds);
    demands = List.copyOf(demands);
  }

  /** The languages in which the questions are there. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  /** Its words; English for a language in which there is none. */
  String in(Locale language) {
    return language.getLanguage().equals("de") ? german : english;
  }

  boolean isMadeOfDemand() {
    return english.contains(DEMAND);
  }

  /** What is of no known kind goes on like a talk with whom one would work for. */
  boolean isFor(RoundKind kind) {
    return kinds.contains(kind)
        || kind == RoundKind.OTHER && kinds.contains(RoundKind.HIRING_MANAGER);
  }
}
