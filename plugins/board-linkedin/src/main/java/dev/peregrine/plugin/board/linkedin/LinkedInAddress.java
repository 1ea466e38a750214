package dev.peregrine.plugin.board.linkedin;

import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address on LinkedIn, without what counts clicks.
 *
 * @param address without query and fragment
 * @param posting id of the posting that it shows, if it shows one
 */
record LinkedInAddress(URI address, Optional<String> posting) {

  private static final URI SITE = URI.create("https://www.linkedin.com");
  private static final Pattern VIEW =
      Pattern.compile("/jobs/view/(?:[^/]*-)?(\\d{5,20})/?|.*/jobPosting/(\\d{5,20})/?");
  private static final Pattern SHOWN_BESIDE = Pattern.compile("(?:^|&)currentJobId=(\\d{5,20})");
  private static final Pattern WALL =
      Pattern.compile("/(?:authwall|signup|login|uas|checkpoint)\\b.*");

  /** Where a person reads a posting. */
  static URI ofPosting(String id) {
    return URI.create(SITE + "/jobs/view/" + id);
  }

  /** An address as it stands on a page; empty where it leads elsewhere. */
  static Optional<LinkedInAddress> parse(String text) {
    return HttpCall.address(SITE, text).flatMap(LinkedInAddress::of);
  }

  static Optional<LinkedInAddress> of(URI address) {
    String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
    boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    if (!web || !(host.equals("linkedin.com") || host.endsWith(".linkedin.com"))) {
      return Optional.empty();
    }
    URI bare = URI.create(address.toString().split("[?#]", 2)[0]);
    return Optional.of(new LinkedInAddress(bare, posting(address)));
  }

  /** Whether a page of this address asks the reader to sign in, whichever server it is on. */
  static boolean isWall(URI address) {
    return WALL.matcher(Optional.ofNullable(address.getRawPath()).orElse("")).matches();
  }

  private static Optional<String> posting(URI address) {
    String path = Optional.ofNullable(address.getRawPath()).orElse("").replaceFirst("^/comm/", "/");
    Matcher view = VIEW.matcher(path);
    if (view.matches()) {
      return Optional.ofNullable(view.group(1)).or(() -> Optional.ofNullable(view.group(2)));
    }
    String query = Optional.ofNullable(address.getRawQuery()).orElse("");
    Matcher beside = SHOWN_BESIDE.matcher(query);
    return path.startsWith("/jobs") && beside.find()
        ? Optional.of(beside.group(1))
        : Optional.empty();
  }
}
