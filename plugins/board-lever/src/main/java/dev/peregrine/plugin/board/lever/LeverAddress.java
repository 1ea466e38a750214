package dev.peregrine.plugin.board.lever;

import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An address on Lever's own hosts: an employer's page or one posting.
 *
 * @param european whether the employer is on Lever's European server, which knows only those
 */
record LeverAddress(Employer employer, Optional<String> posting, boolean european) {

  private static final Set<String> HOSTS =
      Set.of("jobs.lever.co", "jobs.eu.lever.co", "api.lever.co", "api.eu.lever.co");

  static Optional<LeverAddress> of(URI address) {
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    if (!HOSTS.contains(host)) {
      return Optional.empty();
    }
    String path = address.getPath().replaceFirst("^/v0/postings(?=/)", "");
    List<String> steps = Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).toList();
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> posting =
        steps.stream().skip(1).findFirst().filter(id -> id.matches("[0-9a-fA-F-]{36}"));
    try {
      return Optional.of(
          new LeverAddress(Employer.of(steps.getFirst()), posting, host.contains(".eu.")));
    } catch (IllegalArgumentException noSlug) {
      return Optional.empty();
    }
  }
}
