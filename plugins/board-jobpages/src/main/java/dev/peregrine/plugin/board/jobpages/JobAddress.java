package dev.peregrine.plugin.board.jobpages;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Tells the addresses of jobs from others, before they are opened. */
final class JobAddress {

  private static final String WORD =
      "(?:jobs?|careers?|vacanc(?:y|ies)|positions?|openings?|opportunit(?:y|ies)|job-?offers?|karriere"
          + "|stellen(?:angebote?|anzeigen?)?|stelle|emplois?|offres?|recrutement|empleos?|trabajos?|vagas?"
          + "|vacatures?|lavoro|praca|oferty|jobb|stillinger|ledige-stillinger)";

  /** A step that means jobs, and one more behind it; or one that begins so and goes on. */
  private static final Pattern JOB =
      Pattern.compile(
          "(?i).*/(?:[a-z-]*-)?"
              + WORD
              + "(?:-[a-z-]*)?/[^/].*|.*/"
              + WORD
              + "[-_]?\\d+.*|.*/[^/]*-jobs?-[^/]*");

  private static final Pattern ABOUT_JOBS =
      Pattern.compile("(?i)(?:.*[^a-z])?" + WORD + "(?:[^a-z].*)?");

  private JobAddress() {}

  /** Whether an address may be that of one job. */
  static boolean isJob(URI address) {
    String query = Objects.requireNonNullElse(address.getQuery(), "");
    return JOB.matcher(path(address)).matches() || query.matches("(?i).*(?:gh_jid|job_?id)=.*");
  }

  /** Whether an address has a word for jobs in it, as {@code sitemap-jobs.xml} has. */
  static boolean isAboutJobs(URI address) {
    return ABOUT_JOBS.matcher(path(address)).matches();
  }

  static boolean isSameSite(URI one, URI other) {
    return site(one).equals(site(other)) && one.getPort() == other.getPort();
  }

  static URI withoutFragment(URI address) {
    return URI.create(address.toString().replaceFirst("#.*", ""));
  }

  private static String site(URI address) {
    String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  private static String path(URI address) {
    return Objects.requireNonNullElse(address.getPath(), "");
  }
}
