package dev.peregrine.host.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Connections to other servers that do not speak HTTP, under the same rules: where addresses inside
 * the own machine or network are none of the tenant's business, nothing connects to them.
 */
public final class OutgoingSockets {

  private final Network network;
  private final String caller;
  private final Reach reach;

  OutgoingSockets(Network network, String caller, Reach reach) {
    this.network = network;
    this.caller = caller;
    this.reach = reach;
  }

  /**
   * The addresses of a host, looked up without holding a virtual thread's carrier. Whoever connects
   * by name right after it is answered from memory.
   */
  public List<InetAddress> addresses(String host) throws UnknownHostException {
    if (!reach.anybody()) {
      throw new UnknownHostException(
          "This Peregrine calls nobody, so \"%s\" was not asked.".formatted(host));
    }
    return network.names().lookup(host);
  }

  /** Makes sockets that connect only where they may. */
  public SocketFactory factory() {
    return new GuardedSockets(
        server ->
            reach.anybody()
                && (network.isPublic().test(server.getAddress())
                    || reach.inside(caller, server.getHostString(), server.getPort())));
  }

  /** Whether a connection failed because it would have led inside. */
  public static boolean ledInside(Throwable failure) {
    return NotPublicException.isWhy(failure);
  }
}
