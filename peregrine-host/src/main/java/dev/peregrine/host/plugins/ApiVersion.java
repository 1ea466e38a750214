package dev.peregrine.host.plugins;

import dev.peregrine.api.Descriptor;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the API. A plugin fits when it was made for the same major version and for no later
 * minor one, because minor versions only add.
 */
record ApiVersion(int major, int minor) {

  private static final Pattern FORM =
      Pattern.compile("(?:>=|\\^)?\\s*(\\d{1,5})(?:\\.(\\d{1,5}))?(?:\\.\\d{1,9})?(?:[-+].*)?");

  /** Of the API that this program runs with. */
  static ApiVersion ours() {
    return Optional.ofNullable(Descriptor.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .flatMap(ApiVersion::parse)
        .orElse(new ApiVersion(0, 1));
  }

  static Optional<ApiVersion> parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int minor = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    return Optional.of(new ApiVersion(Integer.parseInt(parts.group(1)), minor));
  }

  boolean serves(ApiVersion wanted) {
    return major == wanted.major && minor >= wanted.minor;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
