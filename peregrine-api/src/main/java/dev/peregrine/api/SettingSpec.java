package dev.peregrine.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One value that a person can set for an extension. The host draws the form from it, checks and
 * stores the value, keeps secrets apart, and writes the documentation.
 *
 * <p>Only the host reads all kinds of specification. Kinds may be added in minor versions.
 *
 * <p><b>Limits:</b> keys are 1 to 40 characters of {@code a–z}, {@code 0–9} and {@code -}. Labels
 * are short and in sentence case; the help says where the value comes from.
 *
 * @since 0.1
 */
public sealed interface SettingSpec {

  /** The name under which {@link Settings} answers and {@code --set key=value} sets. */
  String key();

  /** What stands beside the field. */
  String label();

  /** One or two sentences under the field; may be empty. */
  String help();

  /** Whether the extension cannot work without a value. */
  boolean required();

  /** A line of text; where the person left it blank, the initial value counts. */
  record Text(String key, String label, String help, boolean required, Optional<String> initial)
      implements SettingSpec {
    public Text {
      checkNames(key, label, help);
      Objects.requireNonNull(initial);
    }
  }

  /**
   * A password, token or key. It is stored apart, never shown again, and never reaches a log, a
   * page, an error text or a backup in clear.
   */
  record Secret(String key, String label, String help, boolean required) implements SettingSpec {
    public Secret {
      checkNames(key, label, help);
    }
  }

  /**
   * An absolute {@code http} or {@code https} address. The host of a value that the person entered
   * is added to those that the extension may call; addresses inside the own machine or network are
   * allowed only for such values, never for {@code initial}.
   */
  record Address(String key, String label, String help, boolean required, Optional<String> initial)
      implements SettingSpec {
    public Address {
      checkNames(key, label, help);
      initial.ifPresent(address -> checkAddress(key, address));
    }
  }

  /** A whole number between two bounds, both included. */
  record Whole(String key, String label, String help, long initial, long least, long most)
      implements SettingSpec {
    public Whole {
      checkNames(key, label, help);
      if (least > initial || initial > most) {
        throw new IllegalArgumentException(
            "Setting \"%s\": initial value \"%d\", expected %d to %d."
                .formatted(key, initial, least, most));
      }
    }

    @Override
    public boolean required() {
      return false;
    }
  }

  /** Yes or no. */
  record Switch(String key, String label, String help, boolean initial) implements SettingSpec {
    public Switch {
      checkNames(key, label, help);
    }

    @Override
    public boolean required() {
      return false;
    }
  }

  /** One of several, of which one is the initial value. */
  record Choice(String key, String label, String help, List<Option> options, String initial)
      implements SettingSpec {
    public Choice {
      checkNames(key, label, help);
      options = List.copyOf(options);
      if (options.stream().map(Option::value).distinct().count() < options.size()) {
        throw new IllegalArgumentException(
            "Setting \"%s\": two options have the same value.".formatted(key));
      }
      String wanted = initial;
      if (options.stream().noneMatch(option -> option.value().equals(wanted))) {
        throw new IllegalArgumentException(
            "Setting \"%s\": initial value \"%s\", expected one of its options."
                .formatted(key, initial));
      }
    }

    @Override
    public boolean required() {
      return false;
    }
  }

  /**
   * Any number of short texts, such as the employers to watch. Blanks around them, blank ones and
   * duplicates are dropped.
   */
  record Texts(String key, String label, String help, List<String> initial) implements SettingSpec {
    public Texts {
      checkNames(key, label, help);
      initial =
          initial.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
    }

    @Override
    public boolean required() {
      return false;
    }
  }

  /**
   * One answer to a {@link Choice}.
   *
   * @param value as stored
   * @param label as people read it
   */
  record Option(String value, String label) {
    public Option {
      Objects.requireNonNull(value);
      if (label.isBlank()) {
        throw new IllegalArgumentException("Option \"%s\": the label is blank.".formatted(value));
      }
    }
  }

  /**
   * The address setting that every extension with a server has: where the server is, so that a
   * mirror, a proxy or a test server can stand in. Key {@code base-url}.
   */
  static Address baseUrl(String initial) {
    return new Address(
        "base-url",
        "Server address",
        "Change it only to reach the same service at another address.",
        false,
        Optional.of(initial));
  }

  /**
   * The setting of boards that block many callers: HTTP proxies of the person's own, used in turn.
   * The host reads it; a board only declares it. Key {@code proxies}, a secret because addresses of
   * proxies often hold a password.
   */
  static Secret proxies() {
    return new Secret(
        "proxies",
        "Proxies",
        "Addresses such as http://user:password@proxy.example:3128, separated by blanks, used in turn.",
        false);
  }

  private static void checkNames(String key, String label, String help) {
    if (!Pattern.matches("[a-z0-9][a-z0-9-]{0,39}", key)) {
      throw new IllegalArgumentException(
          "Setting key \"%s\": expected 1 to 40 of a-z, 0-9 and -.".formatted(key));
    }
    if (label.isBlank()) {
      throw new IllegalArgumentException("Setting \"%s\": the label is blank.".formatted(key));
    }
    Objects.requireNonNull(help);
  }

  private static void checkAddress(String key, String address) {
    if (!Pattern.matches("(?i)https?://[^\\s/?#]\\S*", address)) {
      throw new IllegalArgumentException(
          "Setting \"%s\": initial value \"%s\", expected an absolute http or https address."
              .formatted(key, address));
    }
  }
}
