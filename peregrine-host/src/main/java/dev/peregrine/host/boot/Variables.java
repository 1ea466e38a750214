package dev.peregrine.host.boot;

import dev.peregrine.host.sessions.SessionRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables of the environment, read one by one; what is wrong with them is said together. Each may
 * also be the content of a file that {@code NAME_FILE} names, as servers hand out their secrets.
 */
final class Variables {

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  Variables(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Notes what is wrong, without any secret in it. */
  void wrong(String problem) {
    problems.add(problem);
  }

  /**
   * Says what was wrong.
   *
   * @throws UsageException where something was
   */
  void refuse() {
    if (!problems.isEmpty()) {
      throw new UsageException(
          "Peregrine cannot start with this environment:%n  - %s%ndocs/operating.md has every variable."
              .formatted(String.join("%n  - ".formatted(), problems)));
    }
  }

  /** What a variable says, without blanks around; empty where it says nothing. */
  Optional<String> text(String name) {
    Optional<String> said = said(name);
    Optional<String> file = said(name + "_FILE");
    if (said.isPresent() && file.isPresent()) {
      wrong("%s and %s_FILE are both set, expected one of them".formatted(name, name));
      return said;
    }
    return said.or(() -> file.flatMap(path -> content(name, path)));
  }

  private Optional<String> said(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private Optional<String> content(String name, String path) {
    try {
      return Optional.of(Files.readString(Path.of(path)).strip()).filter(s -> !s.isEmpty());
    } catch (IOException | IllegalArgumentException unreadable) {
      wrong("%s_FILE: \"%s\" cannot be read".formatted(name, path));
      return Optional.empty();
    }
  }

  /** Its lines, those that are empty left out. */
  List<String> lines(String name) {
    return text(name).stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** What it lists, separated by commas or blanks. */
  List<String> list(String name) {
    return text(name).stream()
        .flatMap(all -> Arrays.stream(all.split("[,\\s]+")))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** Whether it says {@code true}. */
  boolean flag(String name) {
    return switch (text(name).orElse("false").toLowerCase(java.util.Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new UsageException(
              "Variable %s says \"%s\", expected true or false."
                  .formatted(name, text(name).orElse("")));
    };
  }

  /** A whole number within bounds. */
  int number(String name, int otherwise, int least, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.get().matches("\\d{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(
        "%s: \"%s\", expected a whole number from %d to %d"
            .formatted(name, text.get(), least, most));
    return otherwise;
  }

  /** An address of a web server. */
  Optional<URI> address(String name) {
    return text(name).flatMap(text -> address(name, text));
  }

  /** A text as an address of a web server. */
  Optional<URI> address(String name, String text) {
    try {
      URI address = URI.create(text);
      if (List.of("http", "https").contains(String.valueOf(address.getScheme()))
          && address.getHost() != null) {
        return Optional.of(address);
      }
    } catch (IllegalArgumentException odd) {
      // Said below.
    }
    wrong(
        "%s: \"%s\" is no address, expected such as https://jobs.example.org"
            .formatted(name, text));
    return Optional.empty();
  }

  /** A secret; its text is never said. */
  Optional<SessionRules.Secret> secret(String name, String text) {
    try {
      return Optional.of(SessionRules.Secret.of(text));
    } catch (IllegalArgumentException odd) {
      wrong("%s: %s".formatted(name, odd.getMessage()));
      return Optional.empty();
    }
  }
}
