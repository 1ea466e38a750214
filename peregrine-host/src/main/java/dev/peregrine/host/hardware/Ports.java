package dev.peregrine.host.hardware;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which of the ports that Peregrine and its services want are taken, and by whom. */
final class Ports {

  private static final int LIMIT_MS = 300;

  private final Services services;
  private final Map<Integer, String> wanted;
  private final int pages;

  /**
   * @param wanted what each port is for
   * @param pages that of Peregrine's own pages
   */
  Ports(Services services, Map<Integer, String> wanted, int pages) {
    this.services = services;
    this.wanted = new TreeMap<>(wanted);
    this.pages = pages;
  }

  Fact look(List<FoundService> found) throws InterruptedException {
    var free = new ArrayList<String>();
    var taken = new ArrayList<String>();
    boolean fine = true;
    for (Map.Entry<Integer, String> port : wanted.entrySet()) {
      if (!isTaken(port.getKey())) {
        free.add("%d (%s)".formatted(port.getKey(), port.getValue()));
        continue;
      }
      Optional<String> by = by(port.getKey(), found);
      taken.add("%d by %s".formatted(port.getKey(), by.orElse("another program")));
      fine &= by.isPresent() || port.getKey() != pages;
    }
    String sentence =
        (free.isEmpty() ? "" : "Free: %s. ".formatted(String.join(", ", free)))
            + (taken.isEmpty() ? "" : "In use: %s.".formatted(String.join(", ", taken)))
            + (fine ? "" : " Start Peregrine on another port with --port.");
    return new Fact("ports", "Ports", fine, sentence.strip());
  }

  private Optional<String> by(int port, List<FoundService> found) throws InterruptedException {
    for (FoundService service : found) {
      if (service.runs() && service.at().getPort() == port) {
        return Optional.of(service.kind().label());
      }
    }
    return services
        .title(URI.create("http://127.0.0.1:" + port))
        .filter(title -> title.endsWith("Peregrine"))
        .map(title -> "Peregrine");
  }

  private static boolean isTaken(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
