package dev.peregrine.plugin.board.ashby;

import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An address on Ashby's own hosts: an employer's page or one posting. */
record AshbyAddress(Employer employer, Optional<String> posting) {

  private static final Set<String> HOSTS = Set.of("jobs.ashbyhq.com", "api.ashbyhq.com");

  static Optional<AshbyAddress> of(URI address) {
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    if (!HOSTS.contains(host)) {
      return Optional.empty();
    }
    String path = address.getPath().replaceFirst("^/posting-api/job-board(?=/)", "");
    List<String> steps = Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).toList();
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> posting =
        steps.stream().skip(1).findFirst().filter(id -> id.matches("[0-9a-fA-F-]{36}"));
    try {
      return Optional.of(new AshbyAddress(Employer.of(steps.getFirst()), posting));
    } catch (IllegalArgumentException noSlug) {
      return Optional.empty();
    }
  }
}
