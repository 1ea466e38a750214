package dev.peregrine.api;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Name, hosts and settings of an extension.
 *
 * <p><b>Limits:</b> the id is 2 to 40 characters, {@code a–z}, {@code 0–9} and {@code -}, beginning
 * with a letter; it never changes, because stored postings, settings and scripts refer to it. The
 * name has at most 60 characters, the summary at most 300.
 *
 * @param id the extension's own name for scripts and storage, such as {@code adzuna}; unique among
 *     extensions of its kind
 * @param name as people read it, such as {@code Adzuna}
 * @param summary one or two sentences for the person who decides whether to switch it on
 * @param hosts the only hosts that {@link Http} will call for this extension: exact names ({@code
 *     api.adzuna.com}), names with a leading wildcard label ({@code *.greenhouse.io}), or {@code *}
 *     for an extension that goes where the person points it. Hosts of {@link SettingSpec.Address}
 *     values that the person entered are allowed as well
 * @param callGap the least time between two calls to one host, kept by {@link Http} over all
 *     tenants; zero where the host's own gentle default is enough
 * @param settings what a person can set, in the order of the form; keys are unique
 * @param homepage where a person reads more, if anywhere
 * @param terms what the operator of the hosts asks of those who call them (attribution, call
 *     limits, automated access), in one or two sentences; empty when nothing is known
 * @since 0.1
 */
public record About(
    String id,
    String name,
    String summary,
    Set<String> hosts,
    Duration callGap,
    List<SettingSpec> settings,
    Optional<URI> homepage,
    Optional<String> terms) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  private static final Pattern HOST =
      Pattern.compile(
          "\\*|(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  public About {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "Extension id \"%s\": expected 2 to 40 of a-z, 0-9 and -, beginning with a letter."
              .formatted(id));
    }
    if (name.isBlank() || name.length() > 60) {
      throw new IllegalArgumentException(
          "Extension \"%s\": name \"%s\", expected 1 to 60 characters.".formatted(id, name));
    }
    if (summary.length() > 300) {
      throw new IllegalArgumentException(
          "Extension \"%s\": the summary has %d characters, expected at most 300."
              .formatted(id, summary.length()));
    }
    for (String host : hosts) {
      if (host.length() > 253 || !HOST.matcher(host).matches()) {
        throw new IllegalArgumentException(
            "Extension \"%s\": host \"%s\", expected a lower-case host name, *.name or *."
                .formatted(id, host));
      }
    }
    if (callGap.isNegative()) {
      throw new IllegalArgumentException(
          "Extension \"%s\": call gap \"%s\", expected zero or more.".formatted(id, callGap));
    }
    hosts = Set.copyOf(hosts);
    settings = List.copyOf(settings);
    var keys = new HashSet<String>();
    for (SettingSpec setting : settings) {
      if (!keys.add(setting.key())) {
        throw new IllegalArgumentException(
            "Extension \"%s\": setting \"%s\" is declared twice.".formatted(id, setting.key()));
      }
    }
    Objects.requireNonNull(homepage);
    Objects.requireNonNull(terms);
  }

  /** An extension that calls no host and has no settings. */
  public static About of(String id, String name, String summary) {
    return new About(
        id, name, summary, Set.of(), Duration.ZERO, List.of(), Optional.empty(), Optional.empty());
  }

  /** This with other hosts. */
  public About withHosts(String... newHosts) {
    return new About(id, name, summary, Set.of(newHosts), callGap, settings, homepage, terms);
  }

  /** This with another least time between two calls to one host. */
  public About withCallGap(Duration newCallGap) {
    return new About(id, name, summary, hosts, newCallGap, settings, homepage, terms);
  }

  /** This with other settings. */
  public About withSettings(SettingSpec... newSettings) {
    return new About(id, name, summary, hosts, callGap, List.of(newSettings), homepage, terms);
  }

  /** This with another homepage. */
  public About withHomepage(String newHomepage) {
    return new About(
        id, name, summary, hosts, callGap, settings, Optional.of(URI.create(newHomepage)), terms);
  }

  /** This with another terms note. */
  public About withTerms(String newTerms) {
    return new About(id, name, summary, hosts, callGap, settings, homepage, Optional.of(newTerms));
  }
}
