package dev.peregrine.plugin.board.personio;

import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address on the host that an employer has on Personio: its page or one posting. */
record PersonioAddress(Employer employer, Optional<String> posting) {

  private static final Pattern HOST =
      Pattern.compile("([a-z0-9][a-z0-9-]{0,62})\\.jobs\\.personio\\.(?:de|com)");
  private static final Pattern POSTING = Pattern.compile("/job/(\\d{1,19})(?:/.*)?");

  static Optional<PersonioAddress> of(URI address) {
    String name = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    Matcher host = HOST.matcher(name);
    if (!host.matches()) {
      return Optional.empty();
    }
    Matcher posting = POSTING.matcher(address.getPath());
    return Optional.of(
        new PersonioAddress(
            Employer.of(host.group(1)),
            posting.matches() ? Optional.of(posting.group(1)) : Optional.empty()));
  }
}
