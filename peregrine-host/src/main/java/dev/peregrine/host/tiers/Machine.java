package dev.peregrine.host.tiers;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a licence is bound to: the first 32 hexadecimal digits of the SHA-256 of {@code
 * hostname-MAC}. It says nothing about the machine but whether it is the same.
 */
public final class Machine {

  private Machine() {}

  /** The fingerprint of this machine. */
  public static String fingerprint() {
    return fingerprint(hostname(), mac().orElse("none"));
  }

  static String fingerprint(String hostname, String mac) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((hostname + "-" + mac).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 32);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  /**
   * The least address that a maker gave; those of bridges and containers come and go, and count
   * only where there is no other.
   */
  private static Optional<String> mac() {
    try (Stream<NetworkInterface> all = NetworkInterface.networkInterfaces()) {
      return all.flatMap(Machine::address)
          .min(
              java.util.Comparator.comparing(Machine::isMadeUp)
                  .thenComparing(java.util.Comparator.naturalOrder()));
    } catch (SocketException unknown) {
      return Optional.empty();
    }
  }

  private static Stream<String> address(NetworkInterface one) {
    try {
      byte[] address = one.isLoopback() ? null : one.getHardwareAddress();
      return address == null || address.length != 6
          ? Stream.empty()
          : Stream.of(HexFormat.of().formatHex(address));
    } catch (SocketException gone) {
      return Stream.empty();
    }
  }

  private static boolean isMadeUp(String address) {
    return (HexFormat.fromHexDigits(address.substring(0, 2)) & 2) != 0;
  }
}
