package dev.peregrine.host.plugins;

import dev.peregrine.api.SettingSpec;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value of a setting as text: checked, and brought into the form in which it is stored. */
final class SettingValue {

  private static final int LONGEST = 2_000;
  private static final int MOST_TEXTS = 2_000;

  /** A value that does not fit; the message says what was expected and quotes no secret. */
  static final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    Unfit(SettingSpec spec, String value, String expected) {
      super(
          spec instanceof SettingSpec.Secret
              ? "\"%s\" does not fit: expected %s.".formatted(spec.label(), expected)
              : "\"%s\" is \"%s\", expected %s.".formatted(spec.label(), cut(value), expected));
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  private SettingValue() {}

  /** The value as it is stored; empty for a blank one, which means the initial value. */
  static Optional<String> checked(SettingSpec spec, String value) throws Unfit {
    String bare = value.strip();
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    String stored =
        switch (spec) {
          case SettingSpec.Text text -> line(text, bare);
          case SettingSpec.Secret secret -> line(secret, bare);
          case SettingSpec.Address address -> address(address, bare);
          case SettingSpec.Whole whole -> whole(whole, bare);
          case SettingSpec.Switch onOff -> onOff(onOff, bare);
          case SettingSpec.Choice choice -> choice(choice, bare);
          case SettingSpec.Texts texts -> texts(texts, bare);
        };
    return stored.equals(initial(spec)) ? Optional.empty() : Optional.of(stored);
  }

  /** The author's value in the form in which values are stored; empty where there is none. */
  static String initial(SettingSpec spec) {
    return switch (spec) {
      case SettingSpec.Text text -> text.initial().orElse("");
      case SettingSpec.Secret secret -> "";
      case SettingSpec.Address address -> address.initial().map(SettingValue::bare).orElse("");
      case SettingSpec.Whole whole -> Long.toString(whole.initial());
      case SettingSpec.Switch onOff -> Boolean.toString(onOff.initial());
      case SettingSpec.Choice choice -> choice.initial();
      case SettingSpec.Texts texts -> String.join("\n", texts.initial());
    };
  }

  static List<String> listed(String stored) {
    return stored.lines().filter(line -> !line.isBlank()).toList();
  }

  private static String line(SettingSpec spec, String value) throws Unfit {
    if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
      throw new Unfit(spec, value, "one line of at most " + LONGEST + " characters");
    }
    return value;
  }

  private static String address(SettingSpec spec, String value) throws Unfit {
    try {
      var address = new URI(value);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean fits =
          (scheme.equals("http") || scheme.equals("https"))
              && address.getHost() != null
              && address.getUserInfo() == null
              && address.getFragment() == null
              && value.length() <= LONGEST;
      if (fits) {
        return bare(value);
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new Unfit(spec, value, "an address such as \"https://example.com\"");
  }

  private static String bare(String address) {
    String bare = address;
    while (bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare;
  }

  private static String whole(SettingSpec.Whole spec, String value) throws Unfit {
    try {
      long number = Long.parseLong(value);
      if (number >= spec.least() && number <= spec.most()) {
        return Long.toString(number);
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new Unfit(
        spec, value, "a whole number from %d to %d".formatted(spec.least(), spec.most()));
  }

  private static String onOff(SettingSpec spec, String value) throws Unfit {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes", "1" -> "true";
      case "false", "off", "no", "0" -> "false";
      default -> throw new Unfit(spec, value, "\"on\" or \"off\"");
    };
  }

  private static String choice(SettingSpec.Choice spec, String value) throws Unfit {
    List<String> options = spec.options().stream().map(SettingSpec.Option::value).toList();
    if (!options.contains(value)) {
      throw new Unfit(spec, value, "one of " + String.join(", ", options));
    }
    return value;
  }

  /** One a line; or separated by commas where there is one line. */
  private static String texts(SettingSpec spec, String value) throws Unfit {
    String[] parts = value.contains("\n") ? value.split("\\R") : value.split(",");
    List<String> texts =
        Arrays.stream(parts).map(String::strip).filter(each -> !each.isEmpty()).distinct().toList();
    for (String text : texts) {
      if (text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
        throw new Unfit(spec, text, "at most 200 characters a line");
      }
    }
    if (texts.size() > MOST_TEXTS) {
      throw new Unfit(spec, texts.size() + " lines", "at most " + MOST_TEXTS);
    }
    return texts.stream().collect(Collectors.joining("\n"));
  }

  private static String cut(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
