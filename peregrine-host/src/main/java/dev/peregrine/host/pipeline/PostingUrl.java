package dev.peregrine.host.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One address for a posting, whatever link led to it. A person can still open it. */
public final class PostingUrl {

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
          "iis",
          "iisn",
          "trid",
          "ittk",
          "jobpipeline",
          "ashby_source",
          "recruitee_source",
          "lever-source",
          "lever-source[]",
          "lever-origin",
          "lever-via",
          "cmpid",
          "icid",
          "s_cid");

  /** Families of keys that recruiters' systems of measuring append. */
  private static final List<String> TRACKING_FAMILIES =
      List.of("utm_", "hsa_", "pk_", "mtm_", "matomo_", "rx_", "__jv", "_ga_", "at_", "dcr_");

  /** Mostly tracking, but some employers number their postings with them. */
  private static final Set<String> TRACKING_UNLESS_NUMBERED =
      Set.of("ref", "referrer", "referer", "source", "src", "from", "via", "channel", "medium");

  private static final Set<String> AMP = Set.of("amp", "amp=1", "amp=true", "outputtype=amp");

  private PostingUrl() {}

  /**
   * The address in its plain form: host in lower case, without the default port, a trailing slash,
   * an anchor or what only tracks. What names the posting stays, and so does an anchor that a page
   * routes by. What boards write in several forms becomes one; a redirect that carries its target
   * becomes the target.
   */
  public static URI canonical(URI url) {
    URI address = WrappedLink.unwrapped(url);
    if (address.getHost() == null) {
      return address;
    }
    String host = host(address);
    return onBoard(address, host).orElseGet(() -> plain(address, host));
  }

  /** Whether it is written as a board writes the address of one posting, not of a list of them. */
  public static boolean isOfOnePosting(URI url) {
    URI address = WrappedLink.unwrapped(url);
    return address.getHost() != null && onBoard(address, host(address)).isPresent();
  }

  /** Whether a page can be opened there. The address of a posting that came as a mail has none. */
  public static boolean isOfTheWeb(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("http");
  }

  private static Optional<URI> onBoard(URI address, String host) {
    List<String> parameters = new ArrayList<>(parameters(address));
    String anchor = address.getRawFragment();
    if (anchor != null) {
      parameters.add("#=" + anchor);
      parameters.addAll(List.of(anchor.split("&", -1)));
    }
    return BoardAddresses.plain(host, withoutTrailingSlash(path(address)), parameters);
  }

  private static URI plain(URI address, String host) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(scheme).append("://").append(host);
    if (address.getPort() != -1 && address.getPort() != ("https".equals(scheme) ? 443 : 80)) {
      plain.append(':').append(address.getPort());
    }
    String path = withoutTrailingSlash(SESSION.matcher(path(address)).replaceAll(""));
    plain.append(path.endsWith("/amp") ? withoutAmp(path) : path);
    // In one order, since pages write them in any.
    List<String> kept =
        parameters(address).stream()
            .filter(part -> !isTracking(part))
            .sorted(Comparator.comparing(PostingUrl::key))
            .toList();
    if (!kept.isEmpty()) {
      plain.append('?').append(String.join("&", kept));
    }
    String anchor = address.getRawFragment();
    if (anchor != null && routes(anchor)) {
      plain.append('#').append(anchor);
    }
    return URI.create(plain.toString());
  }

  private static String host(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static String withoutAmp(String path) {
    return withoutTrailingSlash(path.substring(0, path.length() - "amp".length()));
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
    String key = key(parameter);
    int equals = parameter.indexOf('=');
    String value = equals < 0 ? "" : parameter.substring(equals + 1);
    return TRACKING.contains(key)
        || TRACKING_FAMILIES.stream().anyMatch(key::startsWith)
        || AMP.contains(parameter.toLowerCase(Locale.ROOT))
        || (TRACKING_UNLESS_NUMBERED.contains(key) && value.chars().noneMatch(Character::isDigit));
  }

  private static String key(String parameter) {
    int equals = parameter.indexOf('=');
    return (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
  }

  private static boolean routes(String anchor) {
    if (anchor.startsWith(":~:") || anchor.startsWith("utm_")) {
      return false;
    }
    return anchor.startsWith("/")
        || anchor.startsWith("!")
        || anchor.chars().anyMatch(Character::isDigit);
  }
}
