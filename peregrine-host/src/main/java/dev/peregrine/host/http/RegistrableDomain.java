package dev.peregrine.host.http;

import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What somebody registered of a host's name: {@code kontor.co.uk} of {@code
 * mail.jobs.kontor.co.uk}. Told by the public suffix list, since neither the number of dots nor of
 * letters tells it.
 */
public final class RegistrableDomain {

  private static final int LONGEST = 253;

  private RegistrableDomain() {}

  /** Empty for an address of numbers, a public suffix itself, and what is no host. */
  public static Optional<String> of(String host) {
    String name = host.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > LONGEST || name.indexOf('.') < 0) {
      return Optional.empty();
    }
    try {
      var address = new HttpUrl.Builder().scheme("https").host(name).build();
      return Optional.ofNullable(address.topPrivateDomain());
    } catch (IllegalArgumentException noHost) {
      return Optional.empty();
    }
  }
}
