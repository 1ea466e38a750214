package dev.peregrine.plugin.board.workday;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An employer's page on Workday, which needs three names: the employer's, that of the data centre
 * and that of the page. A short name has them with dots between: {@code acme.wd5.Careers}.
 *
 * @param tenant the employer's name, checked to be a part of a host's
 * @param pod the data centre, such as {@code wd5}
 * @param site the page's name
 */
record WorkdaySite(String tenant, String pod, String site) {

  private static final Pattern SLUG =
      Pattern.compile(
          "([A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(?:\\.(wd\\d{1,4}))?(?:\\.([A-Za-z0-9_-]{1,60}))?");

  /** Data centres to try where none is named, those with most employers first. */
  private static final List<String> PODS = List.of("wd1", "wd5", "wd3", "wd12", "wd2", "wd103");

  /**
   * Where an employer's page may be; a page without a name has the employer's.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} where the short name is none
   */
  static List<WorkdaySite> of(Employer employer) throws ExtensionException {
    Matcher slug = SLUG.matcher(employer.slug());
    if (!slug.matches()) {
      throw unknown(employer);
    }
    String tenant = slug.group(1);
    String site = Optional.ofNullable(slug.group(3)).orElse(tenant);
    return Optional.ofNullable(slug.group(2))
        .map(Stream::of)
        .orElseGet(PODS::stream)
        .map(pod -> new WorkdaySite(tenant, pod, site))
        .toList();
  }

  static ExtensionException unknown(Employer employer) {
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "Employer \"%s\" is not known to Workday. Expected the names from the address of its career page, such as nvidia.wd5.NVIDIAExternalCareerSite of nvidia.wd5.myworkdayjobs.com/NVIDIAExternalCareerSite."
            .formatted(employer.slug()));
  }

  /** The employer's own host. */
  URI host() {
    return URI.create("https://%s.%s.myworkdayjobs.com".formatted(tenant, pod));
  }

  /** Where data are asked for, below the employer's host or one that stands in for it. */
  URI data(URI server) {
    return HttpCall.under(server, "wday", "cxs", tenant, site);
  }

  /** Where people read a posting. */
  Optional<URI> page(String path) {
    return below(HttpCall.under(host(), site), path);
  }

  /** The address of a path that Workday wrote; empty for one that is not a posting's. */
  static Optional<URI> below(URI root, String path) {
    boolean posting = path.startsWith("/job/") && !path.contains("..") && !path.contains("?");
    return posting ? HttpCall.address(root + path) : Optional.empty();
  }
}
