package dev.peregrine.host.boot;

import dev.peregrine.host.sessions.SessionRules;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * What one node of several was told by its environment.
 *
 * @param url how the other nodes reach this one
 * @param secret that nodes share
 * @param life for how long a node counts as alive after it last said so
 */
record NodeSettings(URI url, SessionRules.Secret secret, Duration life) {

  private static final int LIFE = 16;
  private static final String HOSTNAME = "{hostname}";

  /** All nodes of a stack may be told the same: each has its own name. */
  private static String named(String text) {
    if (!text.contains(HOSTNAME)) {
      return text;
    }
    try {
      return text.replace(HOSTNAME, InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException nameless) {
      return text;
    }
  }

  /** Of the environment; empty where this is the only node. */
  static Optional<NodeSettings> of(Variables variables) {
    Optional<URI> url =
        variables
            .text("CLOUD_NODE_URL")
            .flatMap(text -> variables.address("CLOUD_NODE_URL", named(text)));
    Optional<SessionRules.Secret> secret =
        variables
            .text("CLOUD_NODE_SECRET")
            .flatMap(line -> variables.secret("CLOUD_NODE_SECRET", line));
    int life = variables.number("CLOUD_NODE_LEASE_SECONDS", LIFE, 2, 300);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (secret.isEmpty()) {
      variables.wrong(
          "CLOUD_NODE_SECRET is missing: with CLOUD_NODE_URL there are several nodes, and they know each other by it");
    }
    if (variables.text("PLATFORM_DB_URL").isEmpty()) {
      variables.wrong(
          "PLATFORM_DB_URL is missing: with CLOUD_NODE_URL there are several nodes, and who works for whom stands there");
    }
    return secret.map(known -> new NodeSettings(url.get(), known, Duration.ofSeconds(life)));
  }
}
