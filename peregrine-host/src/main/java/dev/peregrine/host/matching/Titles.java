package dev.peregrine.host.matching;

import java.util.HashSet;
import java.util.Set;

/** Tells whether two wordings can mean the same position. */
final class Titles {

  private static final Set<String> EMPTY =
      Set.of(
          "position",
          "role",
          "job",
          "stelle",
          "us",
          "our",
          "uns",
          "team",
          "company",
          "unternehmen",
          "joining",
          "working",
          "career",
          "opportunity",
          "open",
          "vacancy",
          "employment",
          "your",
          "ihre",
          "ihr",
          "dein",
          "deine",
          "with",
          "you",
          "that",
          "this",
          "mit",
          "bei",
          "als");

  /** Ends of words for people at work. */
  private static final String WORK =
      ".*(?:er|or|ist|ant|ent|eur|eurin|in|ian|ess|lead|head|chief|officer|intern|trainee|azubi"
          + "|analyst|architect|architekt|director|scientist|staff|consultant|associate|assistant"
          + "|assistenz|leitung|kraft|fachkraft|referent|techniker|praktikum|werkstudent|manager)";

  private Titles() {}

  static boolean isEmpty(String word) {
    return EMPTY.contains(word);
  }

  static boolean isWork(String word) {
    return word.length() > 4 && word.matches(WORK);
  }

  /** How many of the groups of three letters of both are shared, 0 to 1. */
  static double alike(String one, String other) {
    Set<String> here = threes(one);
    Set<String> there = threes(other);
    if (here.isEmpty() || there.isEmpty()) {
      return 0;
    }
    long shared = here.stream().filter(there::contains).count();
    return (double) shared / Math.min(here.size(), there.size());
  }

  private static Set<String> threes(String text) {
    var threes = new HashSet<String>();
    for (int at = 0; at + 3 <= text.length(); at++) {
      threes.add(text.substring(at, at + 3));
    }
    return threes;
  }
}
