package dev.peregrine.host.research;

import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A company's own site: which it is, and which of its pages tell something. */
final class CompanySite {

  /** Between a name and the end of an address, as in {@code name.co.uk}. */
  private static final Set<String> SECOND = Set.of("co", "com", "org", "net", "gov", "ac", "or");

  private static final Map<Pattern, Set<Heading>> TELLING = telling();

  private CompanySite() {}

  private static Map<Pattern, Set<Heading>> telling() {
    var map = new LinkedHashMap<Pattern, Set<Heading>>();
    put(
        map,
        "about|company|who-we-are|our-story|ueber-uns|uber-uns|über uns|unternehmen",
        Heading.OVERVIEW);
    put(
        map,
        "team|leadership|management|people|culture|values|kultur|werte|leitung",
        Heading.LEADERSHIP);
    put(map, "career|jobs|life-at|working-at|karriere|benefits", Heading.LEADERSHIP);
    put(
        map,
        "product|platform|technology|engineering|solution|produkt|technologie|loesung|lösung",
        Heading.TECHNOLOGY);
    put(map, "news|press|blog|newsroom|presse|aktuelles|neuigkeiten", Heading.RECENT);
    put(map, "investor|funding|annual-report|geschaeftsbericht", Heading.FUNDING);
    put(map, "accessib|disab|barrierefrei|inklusion", Heading.ACCESSIBILITY);
    put(map, "diversity|inclusion|belonging|dei\\b|vielfalt|pride", Heading.INCLUSION);
    return map;
  }

  private static void put(Map<Pattern, Set<Heading>> map, String words, Heading heading) {
    map.put(Pattern.compile("(?i)\\b(?:" + words + ")"), EnumSet.of(heading));
  }

  /** A page to read, and what it may tell of. */
  record Page(URI address, Set<Heading> near) {}

  /** The site among some addresses: one whose name is the company's. */
  static Optional<URI> among(Collection<URI> addresses, String key) {
    return addresses.stream()
        .filter(address -> address.getHost() != null && isNamed(address.getHost(), key))
        .findFirst()
        .map(address -> URI.create(address.getScheme() + "://" + address.getRawAuthority() + "/"));
  }

  /**
   * Whether a host is the company's: {@code careers.acme.com} is that of {@code acme}, {@code
   * acme.greenhouse.io} is not.
   */
  static boolean isNamed(String host, String key) {
    String name = plain(key);
    return name.length() > 1 && plain(label(host)).equals(name);
  }

  /** Whether two hosts are of one site. */
  static boolean isSame(String one, String other) {
    return other != null && domain(one).equals(domain(other));
  }

  private static String domain(String host) {
    String label = label(host);
    int at = ("." + host.toLowerCase(Locale.ROOT)).lastIndexOf("." + label + ".");
    return at < 0 ? host : host.toLowerCase(Locale.ROOT).substring(at);
  }

  /** What stands before the end of an address, such as {@code acme} of {@code www.acme.co.uk}. */
  private static String label(String host) {
    String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
    if (labels.length < 2 || host.matches("[0-9.]+")) {
      return host.toLowerCase(Locale.ROOT);
    }
    int at = labels.length - 2;
    return at > 0 && SECOND.contains(labels[at]) ? labels[at - 1] : labels[at];
  }

  private static String plain(String text) {
    return dev.peregrine.host.resumes.Fold.same(text).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The pages that its home page leads to and that tell something, at most one a kind. */
  static List<Page> telling(Document home, URI address, Set<Heading> wanted, int most) {
    var pages = new ArrayList<Page>();
    var used = new java.util.HashSet<Pattern>();
    for (Element link : home.select("a[href]")) {
      Optional<URI> found = HttpCall.address(address, link.attr("href"));
      if (pages.size() == most || found.isEmpty()) {
        continue;
      }
      URI to = found.get();
      boolean inside = isSame(address.getHost(), to.getHost()) && to.getRawQuery() == null;
      String path = to.getRawPath() == null ? "" : to.getRawPath();
      boolean isNew =
          path.length() > 1 && pages.stream().noneMatch(page -> page.address().equals(bare(to)));
      if (inside && isNew) {
        String words = path.replace('_', '-') + " " + link.text();
        TELLING.entrySet().stream()
            .filter(kind -> !used.contains(kind.getKey()) && kind.getKey().matcher(words).find())
            .filter(kind -> kind.getValue().stream().anyMatch(wanted::contains))
            .findFirst()
            .ifPresent(
                kind -> {
                  used.add(kind.getKey());
                  pages.add(new Page(bare(to), kind.getValue()));
                });
      }
    }
    return pages;
  }

  private static URI bare(URI address) {
    String text = address.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? address : URI.create(text.substring(0, hash));
  }
}
