package dev.peregrine.host.matching;

import java.util.List;

/**
 * A name by which mails may call an employer.
 *
 * @param employer key of the employer
 * @param words as {@code CompanyKey.words} writes them
 * @param isWhole whether it is all of the name, not only its first word
 * @param isCommon whether it may stand in any text and mean something else
 */
record EmployerName(String employer, List<String> words, boolean isWhole, boolean isCommon) {

  private static final int SHORTEST_PART = 6;

  /** The names of an employer of that key. */
  static List<EmployerName> of(String employer, Senders senders) {
    List<String> words = List.of(employer.split(" ", -1));
    boolean common = words.stream().allMatch(senders::isCommon);
    var whole = new EmployerName(employer, words, true, common);
    String first = words.getFirst();
    if (words.size() == 1) {
      return List.of(whole);
    }
    var joined = new EmployerName(employer, List.of(String.join("", words)), true, false);
    return first.length() < SHORTEST_PART || senders.isCommon(first)
        ? List.of(whole, joined)
        : List.of(whole, joined, new EmployerName(employer, List.of(first), false, false));
  }

  boolean stands(List<String> text, int at) {
    return at + words.size() <= text.size() && text.subList(at, at + words.size()).equals(words);
  }
}
