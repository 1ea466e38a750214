package dev.peregrine.plugin.board.bamboohr;

import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address on the host that an employer has on BambooHR: its page or one posting. */
record BambooHrAddress(Employer employer, Optional<String> posting) {

  private static final Pattern HOST = Pattern.compile("([a-z0-9-]{1,63})\\.bamboohr\\.com");

  /** Hosts of BambooHR itself. */
  private static final Set<String> OWN =
      Set.of("www", "api", "app", "help", "documentation", "partners", "marketplace", "status");

  private static final Pattern PATH =
      Pattern.compile("/?|/(?:careers|jobs)(?:/(?:list|(\\d{1,19})(?:/detail)?)?)?/?");

  /** How addresses of postings were before: {@code /jobs/view.php?id=86}. */
  private static final Pattern OLD_POSTING =
      Pattern.compile("/jobs/(?:view|embed2)\\.php\\?(?:.*&)?id=(\\d{1,19})(?:&.*)?");

  static Optional<BambooHrAddress> of(URI address) {
    String name = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    Matcher host = HOST.matcher(name);
    if (!host.matches() || OWN.contains(host.group(1)) || host.group(1).startsWith("-")) {
      return Optional.empty();
    }
    Employer employer = Employer.of(host.group(1));
    Matcher old = OLD_POSTING.matcher(address.getPath() + "?" + address.getQuery());
    if (old.matches()) {
      return Optional.of(new BambooHrAddress(employer, Optional.of(old.group(1))));
    }
    Matcher path = PATH.matcher(address.getPath());
    return path.matches()
        ? Optional.of(new BambooHrAddress(employer, Optional.ofNullable(path.group(1))))
        : Optional.empty();
  }
}
