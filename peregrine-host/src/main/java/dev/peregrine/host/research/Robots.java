package dev.peregrine.host.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a site asks of programs. The longest rule that fits counts, and of two as long the one that
 * allows.
 *
 * <p>Source: RFC 9309, read 2026-11.
 */
record Robots(List<Rule> rules) {

  private static final String WE = "peregrine";
  private static final int LONGEST = 500_000;
  private static final int MOST_RULES = 2_000;

  /** Everything may be read. */
  static final Robots OPEN = new Robots(List.of());

  /** Nothing may be read: the site could not say. */
  static final Robots SHUT = new Robots(List.of(new Rule("/", false)));

  /** A rule for paths that begin so; {@code *} stands for anything, {@code $} for the end. */
  record Rule(String path, boolean allows) {

    boolean fits(String asked) {
      if (path.indexOf('*') < 0 && !path.endsWith("$")) {
        return asked.startsWith(path);
      }
      boolean whole = path.endsWith("$");
      String bare = whole ? path.substring(0, path.length() - 1) : path;
      // Collapsed, so that a site cannot have us match for ever.
      String[] parts = bare.replaceAll("\\*+", "*").split(Pattern.quote("*"), -1);
      int at = 0;
      for (int i = 0; i < parts.length; i++) {
        boolean last = i == parts.length - 1;
        int found =
            i == 0
                ? asked.startsWith(parts[0]) ? 0 : -1
                : last && whole
                    ? asked.endsWith(parts[i]) ? asked.length() - parts[i].length() : -1
                    : asked.indexOf(parts[i], at);
        if (found < at) {
          return false;
        }
        at = found + parts[i].length();
      }
      return !whole || at == asked.length();
    }
  }

  Robots {
    rules = List.copyOf(rules);
  }

  static Robots read(String file) {
    var own = new ArrayList<Rule>();
    var all = new ArrayList<Rule>();
    boolean forUs = false;
    boolean forAll = false;
    boolean namesAgents = false;
    boolean namedUs = false;
    String text = file.length() > LONGEST ? file.substring(0, LONGEST) : file;
    for (String line : text.split("\\R")) {
      String[] parts = line.split("#", 2)[0].split(":", 2);
      if (parts.length < 2) {
        continue;
      }
      String value = parts[1].strip();
      switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
        case "user-agent" -> {
          if (!namesAgents) {
            forUs = false;
            forAll = false;
          }
          namesAgents = true;
          forUs |= value.toLowerCase(Locale.ROOT).startsWith(WE);
          forAll |= value.equals("*");
          namedUs |= forUs;
        }
        case "allow", "disallow" -> {
          namesAgents = false;
          boolean allows = parts[0].strip().equalsIgnoreCase("allow");
          if (!value.isEmpty() && own.size() + all.size() < MOST_RULES) {
            if (forUs) {
              own.add(new Rule(value, allows));
            }
            if (forAll) {
              all.add(new Rule(value, allows));
            }
          }
        }
        default -> namesAgents = false;
      }
    }
    return new Robots(namedUs ? own : all);
  }

  /**
   * Whether a page may be read.
   *
   * @param path with its query, as it stands in the address
   */
  boolean allows(String path) {
    String asked = path.isEmpty() ? "/" : path;
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      int length = rule.path().length();
      if (length >= longest && rule.fits(asked)) {
        allowed = length > longest ? rule.allows() : allowed || rule.allows();
        longest = length;
      }
    }
    return allowed;
  }
}
