package dev.peregrine.host.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One address for a posting, whatever link led to it. A person can still open it. */
public final class PostingUrl {

  private static final Pattern LINKEDIN_PATH =
      Pattern.compile("/(?:comm/)?jobs/view/(?:[^/]*-)?(\\d+)/?");
  private static final Pattern LINKEDIN_GUEST =
      Pattern.compile("/jobs-guest/jobs/api/jobPosting/(\\d+)/?");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");
  private static final Pattern SESSION =
      Pattern.compile(";jsessionid=[^/?]*", Pattern.CASE_INSENSITIVE);

  /** Query keys, in lower case, that follow the person and never name the posting. */
  private static final Set<String> TRACKING =
      Set.of(
          "trk",
          "trkemail",
          "refid",
          "trackingid",
          "lipi",
          "midtoken",
          "midsig",
          "eid",
          "otptoken",
          "ssid",
          "fmid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "fbclid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "li_fat_id",
          "igshid",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "_hsenc",
          "_hsmi",
          "hsctatracking",
          "_ga",
          "_gl",
          "gh_src",
          "lever-source",
          "lever-source[]",
          "lever-origin",
          "lever-via",
          "cmpid",
          "icid",
          "s_cid");

  /** Mostly tracking, but some employers number their postings with them. */
  private static final Set<String> TRACKING_UNLESS_NUMBERED =
      Set.of("ref", "referrer", "referer", "source", "src");

  private PostingUrl() {}

  /**
   * The address in its plain form: host in lower case, without the default port, a trailing slash,
   * an anchor or what only tracks. What names the posting stays, and so does an anchor that a page
   * routes by. Forms of LinkedIn and Indeed that lead to the same posting become one.
   */
  public static URI canonical(URI url) {
    String host = url.getHost();
    if (host == null) {
      return url;
    }
    String plainHost = host.toLowerCase(Locale.ROOT);
    if (plainHost.endsWith(".")) {
      plainHost = plainHost.substring(0, plainHost.length() - 1);
    }
    List<String> query = parameters(url);
    Optional<String> known =
        isOn(plainHost, "linkedin.com")
            ? linkedin(path(url), query)
            : plainHost.contains("indeed.")
                ? indeed(plainHost, path(url), query)
                : Optional.empty();
    if (known.isPresent()) {
      return URI.create(known.get());
    }
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(scheme).append("://").append(plainHost);
    if (url.getPort() != -1 && url.getPort() != ("https".equals(scheme) ? 443 : 80)) {
      plain.append(':').append(url.getPort());
    }
    plain.append(withoutTrailingSlash(SESSION.matcher(path(url)).replaceAll("")));
    List<String> kept = query.stream().filter(part -> !isTracking(part)).toList();
    if (!kept.isEmpty()) {
      plain.append('?').append(String.join("&", kept));
    }
    String anchor = url.getRawFragment();
    if (anchor != null && routes(anchor)) {
      plain.append('#').append(anchor);
    }
    return URI.create(plain.toString());
  }

  private static Optional<String> linkedin(String path, List<String> query) {
    for (Pattern pattern : List.of(LINKEDIN_PATH, LINKEDIN_GUEST)) {
      Matcher id = pattern.matcher(path);
      if (id.matches()) {
        return Optional.of(linkedin(id.group(1)));
      }
    }
    return value(query, "currentJobId").filter(PostingUrl::isNumber).map(PostingUrl::linkedin);
  }

  private static String linkedin(String id) {
    return "https://www.linkedin.com/jobs/view/" + id + "/";
  }

  private static Optional<String> indeed(String host, String path, List<String> query) {
    boolean isIndeed =
        host.matches("(?:[a-z-]+\\.)*indeed\\.(?:com|[a-z]{2}|co\\.[a-z]{2}|com\\.[a-z]{2})");
    if (!isIndeed) {
      return Optional.empty();
    }
    return value(query, "jk")
        .or(() -> path.endsWith("/jobs") ? value(query, "vjk") : Optional.empty())
        .filter(id -> id.matches("[0-9a-zA-Z]{4,40}"))
        .map(id -> "https://" + host + "/viewjob?jk=" + id);
  }

  private static boolean isOn(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static String path(URI url) {
    String path = url.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  private static String withoutTrailingSlash(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static List<String> parameters(URI url) {
    List<String> parts = new ArrayList<>();
    if (url.getRawQuery() != null) {
      for (String part : url.getRawQuery().split("&", -1)) {
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  private static boolean isTracking(String parameter) {
    int equals = parameter.indexOf('=');
    String key = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    String value = equals < 0 ? "" : parameter.substring(equals + 1);
    return key.startsWith("utm_")
        || TRACKING.contains(key)
        || (TRACKING_UNLESS_NUMBERED.contains(key) && value.chars().noneMatch(Character::isDigit));
  }

  private static boolean routes(String anchor) {
    if (anchor.startsWith(":~:") || anchor.startsWith("utm_")) {
      return false;
    }
    return anchor.startsWith("/")
        || anchor.startsWith("!")
        || anchor.chars().anyMatch(Character::isDigit);
  }

  private static Optional<String> value(List<String> query, String key) {
    return query.stream()
        .filter(part -> part.regionMatches(true, 0, key + "=", 0, key.length() + 1))
        .map(part -> part.substring(key.length() + 1))
        .findFirst();
  }

  private static boolean isNumber(String text) {
    return DIGITS.matcher(text).matches();
  }
}
