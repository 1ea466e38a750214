package dev.peregrine.host.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Hears which names the whole process looks up; the answers are those of the machine. */
public final class AskedNames extends InetAddressResolverProvider {

  private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

  /** What was looked up so far. */
  static Set<String> asked() {
    return Set.copyOf(ASKED);
  }

  @Override
  public String name() {
    return "asked names";
  }

  @Override
  public InetAddressResolver get(Configuration machine) {
    InetAddressResolver real = machine.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        ASKED.add(host);
        return real.lookupByName(host, policy);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return real.lookupByAddress(address);
      }
    };
  }
}
