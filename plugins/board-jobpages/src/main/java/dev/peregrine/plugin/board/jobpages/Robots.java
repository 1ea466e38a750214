package dev.peregrine.plugin.board.jobpages;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.board.BoardContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a site's robots.txt permits. It governs the following of links; the address that a person
 * named is opened as by their browser.
 *
 * <p>Read here and not by a library: these are all the rules that there are, and a library for them
 * weighs more than the whole plugin.
 *
 * <p><b>Source:</b> <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>.
 */
record Robots(List<Rule> rules) {

  private static final String NAME = "peregrine";
  private static final int MOST_RULES = 2_000;
  private static final int LONGEST = 500_000;

  /**
   * One line.
   *
   * @param path as it is written, with {@code *} and {@code $}
   */
  private record Rule(boolean allows, String path) {

    boolean fits(String address) {
      boolean toTheEnd = path.endsWith("$");
      String[] parts = (toTheEnd ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
      // Each part at its first place: the shortest way through, so that no pattern takes long.
      int at = 0;
      for (int i = 0; i < parts.length; i++) {
        boolean last = i == parts.length - 1;
        int found =
            last && toTheEnd && i > 0
                ? address.length() - parts[i].length()
                : address.indexOf(parts[i], at);
        if (found < at || i == 0 && found != 0 || !address.startsWith(parts[i], found)) {
          return false;
        }
        at = found + parts[i].length();
      }
      return !toTheEnd || at == address.length();
    }
  }

  /**
   * Asks the site of an address. A robots.txt that is not there permits all.
   *
   * @throws ExtensionException {@code UNAVAILABLE} where the site fails to say
   */
  static Robots of(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().exchange(HttpCall.get(file(address, context)));
    if (reply.status() >= 500) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "\"%s\" does not say what programs may open (robots.txt: %d). It is tried again later."
              .formatted(address.getHost(), reply.status()));
    }
    return reply.status() < 300 ? parse(reply.text()) : new Robots(List.of());
  }

  /** At the root, or at the root of the server that stands in for it. */
  private static URI file(URI address, BoardContext context) {
    Optional<URI> server =
        context
            .settings()
            .address("base-url")
            .filter(base -> address.toString().startsWith(base + "/"));
    return server
        .map(base -> HttpCall.under(base, "robots.txt"))
        .orElseGet(() -> address.resolve("/robots.txt"));
  }

  /** The rules for this program by name, else those for all. */
  static Robots parse(String text) {
    var own = new ArrayList<Rule>();
    var general = new ArrayList<Rule>();
    boolean isForOwn = false;
    boolean isForAll = false;
    boolean isNamed = false;
    boolean inNames = false;
    for (String line : text.substring(0, Math.min(LONGEST, text.length())).lines().toList()) {
      String[] pair = line.replaceFirst("#.*", "").split(":", 2);
      String key = pair[0].strip().toLowerCase(Locale.ROOT);
      String value = pair.length == 2 ? pair[1].strip() : "";
      switch (key) {
        case "user-agent" -> {
          isForOwn = inNames && isForOwn || value.toLowerCase(Locale.ROOT).startsWith(NAME);
          isForAll = inNames && isForAll || value.equals("*");
          isNamed |= isForOwn;
          inNames = true;
        }
        case "allow", "disallow" -> {
          inNames = false;
          if (!value.isEmpty() && own.size() + general.size() < MOST_RULES) {
            var rule = new Rule(key.equals("allow"), value);
            if (isForOwn) {
              own.add(rule);
            }
            if (isForAll) {
              general.add(rule);
            }
          }
        }
        default -> {
          // Sitemaps, delays and whatever else may stand there.
        }
      }
    }
    return new Robots(isNamed ? own : general);
  }

  /** Whether an address may be opened: the longest rule that fits decides, then the kinder. */
  boolean allows(URI address) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String path = Objects.requireNonNullElse(address.getRawPath(), "/") + query;
    return rules.stream()
        .filter(rule -> rule.fits(path))
        .max(
            Comparator.<Rule>comparingInt(rule -> rule.path().length()).thenComparing(Rule::allows))
        .map(Rule::allows)
        .orElse(true);
  }
}
