package dev.peregrine.host.leads;

import dev.peregrine.host.pipeline.PostingUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address of a link in a mail gives away. Nobody is asked. */
final class MailLink {

  private static final int LONGEST = 4_000;
  private static final int MOST_READ = 500;
  private static final int DEEPEST = 3;

  /** A way to where postings are. What comes behind it must name one of them. */
  private static final Pattern POSTING_PATH =
      Pattern.compile(
          "(?i)(?:.*/)?(?:jobs?|jobs?[-_](?:detail|details|openings?|ad|offer|posting)s?|careers?|karriere|"
              + "stellen|stelle|stellenangebote?|stellenanzeigen?|vacanc(?:y|ies)|positions?|openings?|"
              + "jobboerse|offres?|empleos?|vacatures?|o)/(?!search|alerts?|browse|all$|categor|"
              + "locations?/|companies$|saved|recommended|collections|suche|salar)"
              + "(?=[^?]*(?:[-_].*[-_]|\\d{3}))[^/?].*");

  /** StepStone and its like write the posting into one step. */
  private static final Pattern POSTING_STEP =
      Pattern.compile("(?i).*/(?:stellenangebote|jobs?|offre)--.+\\d{4,}.*|.*/job-openings?/.+");

  private static final Pattern PARAMETER_NAME =
      Pattern.compile(
          "(?i)u|q|url|uri|to|target|targeturl|dest|destination|redirect|redirect_?ur[il]|"
              + "redirectto|link|goto|continue|next|r|l|href|d");

  private static final Pattern WITHIN_PATH =
      Pattern.compile("(?i)/(https?(?::|%3A)(?:/|%2F){1,2}[^/].*)");

  private static final Pattern HREF =
      Pattern.compile("\"(?:href|url|u)\"\\s*:\\s*\"(http[^\"]+)\"");

  /** Where mails are counted on the way: such an address says nothing of where it leads. */
  private static final Pattern COUNTING_HOST =
      Pattern.compile(
          "(?i)(?:(?:click|clicks|trk|track|tracking|links?|lnks?|go|e|email|em\\d*|mail|mailing|"
              + "newsletter|url\\d*|ct|cts|r|t|news|notifications|c)\\..+)"
              + "|.*(?:list-manage\\.com|sendgrid\\.net|mandrillapp\\.com|hubspotlinks\\.com|"
              + "customeriomail\\.com|exct\\.net|awstrack\\.me|mailchimp\\.com|sparkpostmail\\.com|"
              + "mjt\\.lu|rs6\\.net|sendibt\\d?\\.com|lnkd\\.in|bit\\.ly|tinyurl\\.com)");

  /** Ways that count and lead on, at boards that send alerts. */
  private static final Pattern COUNTING_PATH =
      Pattern.compile(
          "(?i)/(?:ls/click|pagead/clk.*|rc/clk.*|track/.*|click/.*|clk/.*|ekm/.*|k/.*|l/.*|r/.*"
              + "|e/c/.*|c/.*|g/p/.*|comm/.*|redirect.*|partner/.*)");

  private static final Pattern NEVER =
      Pattern.compile(
          "(?i).*(?:unsubscribe|abmeld|opt-?out|preferences|einstellungen|privacy|datenschutz|/terms|"
              + "/legal|impressum|/help|/support|/premium|/settings|/notifications|/open\\b|/pixel|"
              + "/alerts?\\b|/feedback|savedsearch|view-?in-?browser).*");

  private static final Pattern LIST =
      Pattern.compile(
          "(?i)/(?:[a-z]{2}/)?(?:jobs?|careers?|stellenangebote|search|suche|login|signin)/?(?:search.*)?");

  private static final Pattern PICTURE =
      Pattern.compile("(?i).*\\.(?:png|jpe?g|gif|svg|webp|css|js|ico|woff2?)");

  private final URI address;
  private final boolean counting;

  private final boolean elsewhere;
  private final boolean posting;

  private MailLink(URI address, boolean counting) {
    this.address = address;
    this.counting = counting;
    elsewhere =
        !PostingUrl.isOfOnePosting(address)
            && NEVER.matcher(beginning(address.toString())).matches();
    posting = !elsewhere && isPosting(address);
  }

  /** Reads the address of a link; empty for one that is not of the web, or of a picture. */
  static Optional<MailLink> of(String href) {
    return web(href)
        .map(MailLink::unwrapped)
        .filter(link -> !PICTURE.matcher(link.path()).matches());
  }

  private static MailLink unwrapped(URI found) {
    URI address = found;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Optional<URI> inner = inner(address);
      if (inner.isEmpty()) {
        break;
      }
      address = inner.get();
    }
    URI canonical = PostingUrl.canonical(address);
    boolean counting =
        !PostingUrl.isOfOnePosting(canonical)
            && (COUNTING_HOST.matcher(String.valueOf(canonical.getHost())).matches()
                || COUNTING_PATH.matcher(path(canonical)).matches());
    return new MailLink(canonical, counting);
  }

  /** An absolute address of the web without a name and password in it. */
  static Optional<URI> web(String text) {
    String plain = text.strip().replace(" ", "%20").replace("|", "%7C");
    if (plain.length() > LONGEST || !plain.regionMatches(true, 0, "http", 0, 4)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(plain);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(new URI(scheme + plain.substring(scheme.length())))
          : Optional.empty();
    } catch (URISyntaxException notAddress) {
      return Optional.empty();
    }
  }

  /** The posting's address that a redirect carries. */
  private static Optional<URI> inner(URI link) {
    if (PostingUrl.isOfOnePosting(link)) {
      return Optional.empty();
    }
    return carried(link).filter(inner -> isPosting(PostingUrl.canonical(inner)) || leadsOn(link));
  }

  private static boolean leadsOn(URI link) {
    return COUNTING_HOST.matcher(String.valueOf(link.getHost())).matches()
        || COUNTING_PATH.matcher(path(link)).matches();
  }

  private static Optional<URI> carried(URI link) {
    for (String part : List.of(String.valueOf(link.getRawQuery()).split("&"))) {
      int equals = part.indexOf('=');
      if (equals > 0 && PARAMETER_NAME.matcher(part.substring(0, equals)).matches()) {
        Optional<URI> inner = decoded(part.substring(equals + 1)).flatMap(MailLink::web);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    Matcher within = WITHIN_PATH.matcher(path(link));
    if (within.find()) {
      return decoded(within.group(1))
          .map(text -> text.replaceFirst("^(https?):/+", "$1://"))
          .flatMap(MailLink::web);
    }
    for (String step : path(link).split("/")) {
      if (step.startsWith("aHR0c") || step.startsWith("eyJ")) {
        Optional<URI> inner = spelled(step);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<URI> spelled(String step) {
    try {
      String text =
          new String(
              Base64.getUrlDecoder().decode(step.replaceAll("[=.].*", "")), StandardCharsets.UTF_8);
      Matcher href = HREF.matcher(text);
      return href.find() ? web(href.group(1).replace("\\/", "/")) : web(text);
    } catch (IllegalArgumentException notSpelled) {
      return Optional.empty();
    }
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException halfEncoded) {
      return Optional.empty();
    }
  }

  private static String path(URI address) {
    return address.getRawPath() == null ? "" : address.getRawPath();
  }

  private String path() {
    return path(address);
  }

  URI address() {
    return address;
  }

  /** Whether it leads to one posting, by the address alone. */
  boolean isPosting() {
    return posting;
  }

  private static boolean isPosting(URI address) {
    return PostingUrl.isOfOnePosting(address)
        || (isPublicName(address.getHost())
            && !NEVER.matcher(beginning(path(address))).matches()
            && (POSTING_PATH.matcher(beginning(path(address))).matches()
                || POSTING_STEP.matcher(beginning(path(address))).matches()));
  }

  private static String beginning(String path) {
    return path.substring(0, Math.min(path.length(), MOST_READ));
  }

  private static boolean isPublicName(String host) {
    return host.contains(".") && !host.matches("[\\d.]+|\\[.*") && !host.endsWith(".local");
  }

  /** Whether it says nothing of where it leads. */
  boolean isCounting() {
    return counting && !isElse();
  }

  /** Whether it surely leads to something else than a posting. */
  boolean isElse() {
    return elsewhere;
  }

  /** Whether one posting could stand there: not at a home page or a list of search results. */
  boolean mayBePage() {
    return !isElse() && path().length() > 1 && !LIST.matcher(path()).matches();
  }
}
