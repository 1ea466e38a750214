package dev.peregrine.recipes;

import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises addresses, and what stands in them at one place: {@code *.example.com} in its first
 * label, {@code jobs.example.com/{employer}} in a step of its path. A step {@code *} is any, and
 * further ones may follow.
 *
 * @param host a regular expression with at most one group
 * @param steps of the path; empty where the place is
 */
record AddressPattern(Pattern host, List<String> steps, Set<String> reserved) {

  private static final String PLACE = "{}";

  /** Labels that name a service and never an employer. */
  private static final Set<String> SERVICES =
      Set.of("www", "api", "app", "apply", "blog", "careers", "docs", "help", "jobs", "support");

  AddressPattern {
    steps = List.copyOf(steps);
    reserved = Set.copyOf(reserved);
  }

  /**
   * @param name what the place is called, such as {@code employer}
   * @param reserved what never stands there
   */
  static AddressPattern read(RecipePart part, String name, Set<String> reserved) {
    String place = "{" + name + "}";
    String text = part.text().strip().replaceFirst("^https?://", "").replace(place, PLACE);
    List<String> all = Arrays.asList(text.split("/"));
    boolean once = text.indexOf(PLACE) >= 0 && text.indexOf(PLACE) == text.lastIndexOf(PLACE);
    String host = all.getFirst().toLowerCase(Locale.ROOT);
    boolean atLabel = host.startsWith(PLACE + ".");
    if (!once
        || (host.contains("{") && !atLabel)
        || HttpCall.address("https://" + host.replace(PLACE, "x") + "/").isEmpty()) {
      throw part.wrong(
          "an address with one \"%1$s\", such as jobs.example.com/%1$s or %1$s.example.com"
              .formatted(place));
    }
    String regex =
        atLabel ? "([a-z0-9-]+)" + Pattern.quote(host.substring(2)) : Pattern.quote(host);
    return new AddressPattern(Pattern.compile(regex), all.subList(1, all.size()), reserved);
  }

  /** What stands at the place; empty where the address is another one. */
  Optional<String> find(URI address) {
    String name = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
    Matcher matcher = host.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean inHost = matcher.groupCount() > 0;
    Optional<String> found =
        inHost
            ? Optional.ofNullable(matcher.group(1)).filter(label -> !SERVICES.contains(label))
            : Optional.empty();
    List<String> path =
        Arrays.stream(Objects.requireNonNullElse(address.getRawPath(), "").split("/"))
            .filter(step -> !step.isEmpty())
            .toList();
    if (path.size() < steps.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < steps.size(); i++) {
      String step = path.get(i);
      if (steps.get(i).equals(PLACE)) {
        found = decoded(step);
      } else if (!steps.get(i).equals("*") && !steps.get(i).equals(step)) {
        return Optional.empty();
      }
    }
    return found.filter(text -> !reserved.contains(Texts.lower(text)));
  }

  private static Optional<String> decoded(String step) {
    try {
      return Optional.of(URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
