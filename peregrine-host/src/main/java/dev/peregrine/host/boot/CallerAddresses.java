package dev.peregrine.host.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.jetty.util.InetAddressSet;

/** Addresses and nets from which somebody may call. */
final class CallerAddresses {

  private static final String LITERAL = "[0-9a-fA-F.:]+(/[0-9]{1,3})?";

  private final InetAddressSet nets = new InetAddressSet();

  CallerAddresses(List<String> addresses) {
    nets.addAll(addresses);
  }

  /** Whether a text is an address or a net; names are none, since asking for them takes time. */
  static boolean isOne(String text) {
    try {
      return text.matches(LITERAL) && new InetAddressSet().add(text);
    } catch (IllegalArgumentException odd) {
      return false;
    }
  }

  /** Whether one of them is the caller's. */
  boolean has(String address) {
    try {
      return nets.test(InetAddress.getByName(address));
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }
}
