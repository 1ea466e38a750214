package dev.peregrine.plugin.board.greenhouse;

import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An address on Greenhouse's own hosts: an employer's page or one posting. Employers that show
 * Greenhouse's postings on a host of their own do not tell their short name there.
 */
record GreenhouseAddress(Employer employer, Optional<String> posting) {

  private static final Set<String> HOSTS =
      Set.of(
          "boards.greenhouse.io",
          "boards.eu.greenhouse.io",
          "job-boards.greenhouse.io",
          "job-boards.eu.greenhouse.io",
          "boards-api.greenhouse.io");

  static Optional<GreenhouseAddress> of(URI address) {
    String host = address.getHost();
    if (host == null || !HOSTS.contains(host.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String path = address.getPath().replaceFirst("^/v1/boards(?=/)", "");
    List<String> steps = Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).toList();
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    if (steps.getFirst().equals("embed")) {
      return query(address, "for").flatMap(slug -> of(slug, query(address, "token")));
    }
    boolean posting = steps.size() > 2 && steps.get(1).equals("jobs");
    return of(steps.getFirst(), posting ? Optional.of(steps.get(2)) : query(address, "gh_jid"));
  }

  private static Optional<GreenhouseAddress> of(String slug, Optional<String> posting) {
    try {
      return Optional.of(
          new GreenhouseAddress(Employer.of(slug), posting.filter(id -> id.matches("\\d{1,19}"))));
    } catch (IllegalArgumentException noSlug) {
      return Optional.empty();
    }
  }

  private static Optional<String> query(URI address, String name) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    for (String parameter : query.split("&")) {
      if (parameter.startsWith(name + "=")) {
        String value = parameter.substring(name.length() + 1);
        return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
