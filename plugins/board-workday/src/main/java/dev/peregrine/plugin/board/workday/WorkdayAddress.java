package dev.peregrine.plugin.board.workday;

import dev.peregrine.api.board.Employer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address on the host that an employer has on Workday: its page or one posting. Also read is
 * what people write for short: {@code acme.wd5/Careers} and {@code acme/Careers}.
 *
 * @param posting the posting's path below the page, such as {@code /job/Graz/Baker_R-17}
 */
record WorkdayAddress(Employer employer, Optional<String> posting) {

  private static final Pattern HOST =
      Pattern.compile("([a-z0-9][a-z0-9-]{0,62})(?:\\.(wd\\d{1,4}))?(\\.myworkdayjobs\\.com)?");
  private static final Pattern PATH =
      Pattern.compile(
          "/(?:wday/cxs/[^/]+/)?(?:[a-z]{2}-[A-Z]{2}/)?(?![a-z]{2}-[A-Z]{2}(?:/|$))([A-Za-z0-9_-]{1,60})"
              + "(?:/(?:(?:job|details)(/.+?)(?:/apply.*)?|.*))?");

  static Optional<WorkdayAddress> of(URI address) {
    String name = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    Matcher host = HOST.matcher(name);
    Matcher path = PATH.matcher(address.getRawPath() == null ? "" : address.getRawPath());
    if (!host.matches() || !path.matches() || name.equals("localhost")) {
      return Optional.empty();
    }
    boolean whole = host.group(3) != null;
    if (whole && host.group(2) == null) {
      return Optional.empty();
    }
    String pod = host.group(2) == null ? "" : "." + host.group(2);
    try {
      return Optional.of(
          new WorkdayAddress(
              Employer.of(host.group(1) + pod + "." + path.group(1)),
              Optional.ofNullable(path.group(2)).filter(step -> whole).map(step -> "/job" + step)));
    } catch (IllegalArgumentException tooLong) {
      return Optional.empty();
    }
  }
}
