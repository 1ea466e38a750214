package dev.peregrine.host.boot;

import dev.peregrine.host.demo.VisitorLimits;
import dev.peregrine.host.web.WebOptions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the environment says of a demo.
 *
 * @param listen the address to listen on
 * @param port the port, 0 for a free one
 * @param names further host names by which browsers address it
 * @param limits for its visitors
 */
record DemoSettings(String listen, int port, List<String> names, VisitorLimits limits) {

  static final int PORT = 8504;
  private static final int MOST_PORT = 65_535;
  private static final int VISITORS = 100;
  private static final int MOST_VISITORS = 10_000;
  private static final int MINUTES = 60;
  private static final int MOST_MINUTES = 24 * 60;

  /** Whether the environment asks for a demo: {@code DEMO_MODE=true}. */
  static boolean isDemo(Map<String, String> environment) {
    return named(environment, "DEMO_MODE").filter("true"::equalsIgnoreCase).isPresent();
  }

  /**
   * Reads it.
   *
   * @param typed the port of the command line, which counts first
   * @throws UsageException where a variable is none of what is expected
   */
  static DemoSettings of(Map<String, String> environment, OptionalInt typed) {
    int port =
        typed.isPresent() ? typed.getAsInt() : number(environment, "DEMO_PORT", PORT, 0, MOST_PORT);
    int minutes = number(environment, "DEMO_MINUTES", MINUTES, 1, MOST_MINUTES);
    int visitors = number(environment, "DEMO_VISITORS", VISITORS, 1, MOST_VISITORS);
    List<String> names =
        named(environment, "DEMO_NAMES").stream()
            .flatMap(all -> Arrays.stream(all.split("[,\\s]+")))
            .filter(name -> !name.isEmpty())
            .toList();
    return new DemoSettings(
        named(environment, "DEMO_LISTEN").orElse("127.0.0.1"),
        port,
        names,
        VisitorLimits.of(visitors, Duration.ofMinutes(minutes)));
  }

  WebOptions web(ZoneId zone) {
    WebOptions here = WebOptions.local(port, zone);
    return new WebOptions(
        listen,
        port,
        Set.copyOf(names),
        zone,
        "demo.place",
        here.uploadBytes(),
        false,
        here.drain());
  }

  private static int number(
      Map<String, String> environment, String name, int usual, int least, int most) {
    Optional<String> said = named(environment, name);
    if (said.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(said.get().strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      throw wrong(name, said.get(), least, most);
    }
    throw wrong(name, said.get(), least, most);
  }

  private static UsageException wrong(String name, String said, int least, int most) {
    return new UsageException(
        "Variable %s is \"%s\", expected a number from %d to %d. Correct it, or leave it out."
            .formatted(name, said, least, most));
  }

  private static Optional<String> named(Map<String, String> environment, String key) {
    return Optional.ofNullable(environment.get(key)).filter(value -> !value.isBlank());
  }
}
