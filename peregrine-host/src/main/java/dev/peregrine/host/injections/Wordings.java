package dev.peregrine.host.injections;

import dev.peregrine.host.injections.Injection.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How texts speak to machines: the patterns of {@code injections/wordings.txt}. */
final class Wordings {

  /** A pattern, and what who uses it tries. */
  record Wording(Kind kind, Pattern pattern) {}

  /** Patterns that need not be tried but around certain words: most texts have none of them. */
  record Group(Signals signals, List<Wording> wordings) {}

  private static final Pattern PART = Pattern.compile("([a-z]+) = (.+)");
  private static final Pattern USED = Pattern.compile("\\{([a-z]+)}");

  /** Wordings of every language. */
  static final List<Group> ALL = read();

  private Wordings() {}

  private static List<Group> read() {
    try (InputStream in = Wordings.class.getResourceAsStream("/injections/wordings.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      var parts = new LinkedHashMap<String, String>();
      var groups = new ArrayList<Group>();
      for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
        Matcher part = PART.matcher(line);
        if (part.matches()) {
          parts.put(part.group(1), part.group(2));
        } else if (line.startsWith("? ")) {
          groups.add(new Group(Signals.of(line.substring(2)), new ArrayList<>()));
        } else if (!line.startsWith("#")) {
          groups.getLast().wordings().add(wording(line, parts));
        }
      }
      return List.copyOf(groups);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Wording wording(String line, Map<String, String> parts) {
    for (Kind kind : Kind.values()) {
      if (line.startsWith(kind.key() + ": ")) {
        String pattern =
            USED.matcher(line.substring(kind.key().length() + 2))
                .replaceAll(use -> Matcher.quoteReplacement(part(parts, use.group(1))))
                .replace("~", "[^.!?。\\n]{0,60}?");
        return new Wording(kind, Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS));
      }
    }
    throw new IllegalStateException(
        "injections/wordings.txt: \"%s\", expected a kind and a colon first.".formatted(line));
  }

  private static String part(Map<String, String> parts, String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException(
          "injections/wordings.txt: {%s} is used before \"%s = …\".".formatted(name, name));
    }
    return part;
  }
}
