package dev.peregrine.host.tiers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A licence key as a person types it.
 *
 * @param text such as {@code CFG-PRNG-7K2M-Q9XT-4HD8}
 */
record LicenceKey(String text) {

  private static final Pattern FORM = Pattern.compile("CFG(-[A-Z0-9]{4}){4}");

  /** Case, blanks and long dashes of a mail do not matter. */
  static LicenceKey parse(String typed) throws LicenceException {
    String text =
        typed
            .replaceAll("[\\s\\p{Cf}]+", "")
            .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
            .toUpperCase(Locale.ROOT);
    if (!FORM.matcher(text).matches()) {
      String shown = typed.strip();
      throw new LicenceException(
          shown.isEmpty()
              ? "The licence key is missing. It looks like CFG-PRNG-XXXX-XXXX-XXXX and stands in the message you got it in."
              : "Licence key \"%s\": expected CFG and four groups of four letters or digits, such as CFG-PRNG-XXXX-XXXX-XXXX. Copy it from the message you got it in."
                  .formatted(shown.length() > 40 ? shown.substring(0, 40) + "…" : shown));
    }
    return new LicenceKey(text);
  }

  /** To tell it from another one, without giving it away. */
  String display() {
    return display(text);
  }

  static String display(String key) {
    return Optional.of(key)
        .filter(text -> FORM.matcher(text).matches())
        .map(text -> "CFG-••••-••••-••••-" + text.substring(text.length() - 4))
        .orElse("a key without a number");
  }

  /** Hides it in logs. */
  @Override
  public String toString() {
    return display();
  }
}
