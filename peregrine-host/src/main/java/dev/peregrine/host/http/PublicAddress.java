package dev.peregrine.host.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whether an IP address belongs to the public internet. Everything else is inside the own machine
 * or network, where a board, a page or a plugin has no business: databases, routers, the metadata
 * service of a cloud.
 *
 * <p>Source: IANA IPv4 and IPv6 Special-Purpose Address Registries, RFC 6890, read 2026-11.
 */
final class PublicAddress {

  private PublicAddress() {}

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    boolean carrierGrade = a == 100 && b >= 64 && b < 128;
    boolean protocol = a == 192 && b == 0 && c == 0;
    boolean documentation =
        (a == 192 && b == 0 && c == 2)
            || (a == 198 && b == 51 && c == 100)
            || (a == 203 && b == 0 && c == 113);
    boolean benchmarking = a == 198 && (b == 18 || b == 19);
    return !(a == 0 || a >= 240 || carrierGrade || protocol || documentation || benchmarking);
  }

  private static boolean isPublic6(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    if (first == 0x64 && second == 0xff9b) { // NAT64: leads to the IPv4 address at its end
      return bytes[4] == 0 && isPublic(v4(bytes, 12));
    }
    if (first == 0x2002) { // 6to4: leads to the IPv4 address within
      return isPublic(v4(bytes, 2));
    }
    boolean teredo = first == 0x2001 && second == 0;
    boolean documentation = first == 0x2001 && second == 0xdb8;
    boolean globalUnicast = (first & 0xe000) == 0x2000;
    return globalUnicast && !teredo && !documentation;
  }

  private static InetAddress v4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address.", e);
    }
  }
}
