package dev.peregrine.host.letters;

import dev.peregrine.host.evidence.Vacancy;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * To whom a letter goes.
 *
 * @param vacancy the posting
 * @param board id of the board on which it was found
 * @param person a name in the posting, where there is one
 */
public record Recipient(Vacancy vacancy, String board, Optional<String> person) {

  /** Boards that apply to employers in the place of the person. */
  private static final Set<String> INTERMEDIARIES = Set.of("jobgether");

  /** The agency that stands between, where there is one; the employer is then its client. */
  public Optional<String> agency() {
    String company = vacancy.company().toLowerCase(Locale.ROOT);
    return INTERMEDIARIES.stream()
        .filter(name -> board.equals(name) || company.equals(name))
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .findFirst();
  }

  /** The employer, where it is known and is not the agency itself. */
  public Optional<String> employer() {
    return Optional.of(vacancy.company().strip())
        .filter(name -> !name.isEmpty())
        .filter(name -> agency().map(agency -> !agency.equalsIgnoreCase(name)).orElse(true));
  }
}
