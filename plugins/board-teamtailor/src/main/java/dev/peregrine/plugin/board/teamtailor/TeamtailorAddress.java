package dev.peregrine.plugin.board.teamtailor;

import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address on the host that an employer has on Teamtailor: its page or one posting.
 *
 * @param posting the number at the beginning of the posting's step
 */
record TeamtailorAddress(Employer employer, Optional<String> posting) {

  /** Some employers' hosts name the part of the world, too: {@code acme.na.teamtailor.com}. */
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z]{2,3})?)\\.teamtailor\\.com");

  /** Hosts of Teamtailor itself. */
  private static final Set<String> OWN =
      Set.of("www", "app", "api", "support", "docs", "status", "partner", "assets");

  private static final Pattern POSTING =
      Pattern.compile("(?:/[a-z]{2}(?:-[A-Za-z]{2})?)?/jobs/(\\d{1,19})(?:-[^/]*)?(?:/.*)?");

  static Optional<TeamtailorAddress> of(URI address) {
    String name = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    Matcher host = HOST.matcher(name);
    if (!host.matches() || OWN.contains(host.group(1))) {
      return Optional.empty();
    }
    return Optional.of(new TeamtailorAddress(Employer.of(host.group(1)), number(address)));
  }

  /** The number of the posting at an address. */
  static Optional<String> number(URI address) {
    Matcher posting = POSTING.matcher(address.getPath());
    return posting.matches() ? Optional.of(posting.group(1)) : Optional.empty();
  }
}
