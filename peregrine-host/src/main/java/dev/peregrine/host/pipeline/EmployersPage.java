package dev.peregrine.host.pipeline;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells the employer's own page for a job from a board's copy of it. */
final class EmployersPage {

  /** Systems in which employers keep their own postings. */
  private static final List<String> SYSTEMS =
      List.of(
          "greenhouse.io",
          "lever.co",
          "ashbyhq.com",
          "workable.com",
          "smartrecruiters.com",
          "recruitee.com",
          "jobs.personio.de",
          "jobs.personio.com",
          "teamtailor.com",
          "bamboohr.com",
          "myworkdayjobs.com",
          "myworkdaysite.com",
          "icims.com",
          "taleo.net",
          "successfactors.com",
          "successfactors.eu",
          "jobvite.com",
          "breezy.hr",
          "softgarden.io",
          "oraclecloud.com",
          "avature.net",
          "eightfold.ai",
          "rexx-systems.com",
          "onlyfy.jobs",
          "pinpointhq.com");

  /** Of such a system, but a board of all its employers. */
  private static final String BOARD_OF_WORKABLE = "jobs.workable.com";

  private static final int SHORTEST_NAME = 3;

  private EmployersPage() {}

  /** Whether it is in an employer's system, or on a site that has the employer's name. */
  static boolean is(URI address, String companyKey) {
    if (address.getHost() == null) {
      return false;
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    if (host.equals(BOARD_OF_WORKABLE)) {
      return false;
    }
    return SYSTEMS.stream().anyMatch(system -> host.equals(system) || host.endsWith("." + system))
        || carriesNumberOfSystem(address)
        || isNamed(host, companyKey.replace(" ", ""));
  }

  private static boolean carriesNumberOfSystem(URI address) {
    String query = address.getRawQuery();
    return query != null && (query.contains("gh_jid=") || query.contains("ashby_jid="));
  }

  private static boolean isNamed(String host, String name) {
    return name.length() >= SHORTEST_NAME
        && Arrays.stream(host.split("\\.", -1))
            .anyMatch(label -> Folded.key(label.replace("-", "")).equals(name));
  }
}
