package dev.peregrine.plugin.board.smartrecruiters;

import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address on SmartRecruiters' own hosts: an employer's page or one posting. */
record SmartRecruitersAddress(Employer employer, Optional<String> posting) {

  private static final Set<String> HOSTS =
      Set.of("jobs.smartrecruiters.com", "careers.smartrecruiters.com", "api.smartrecruiters.com");

  /** A posting's number or UUID, and the words of its title after it. */
  private static final Pattern POSTING =
      Pattern.compile("(\\d{6,20}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:-.*)?");

  static Optional<SmartRecruitersAddress> of(URI address) {
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    if (!HOSTS.contains(host)) {
      return Optional.empty();
    }
    String path =
        address.getPath().replaceFirst("^/v1/companies(?=/)", "").replaceFirst("/postings/?", "/");
    List<String> steps = Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).toList();
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SmartRecruitersAddress(
              Employer.of(steps.getFirst()),
              steps.stream().skip(1).findFirst().flatMap(SmartRecruitersAddress::posting)));
    } catch (IllegalArgumentException noSlug) {
      return Optional.empty();
    }
  }

  private static Optional<String> posting(String step) {
    Matcher posting = POSTING.matcher(step);
    return posting.matches() ? Optional.of(posting.group(1)) : Optional.empty();
  }
}
