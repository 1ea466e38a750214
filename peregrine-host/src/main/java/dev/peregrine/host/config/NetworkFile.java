package dev.peregrine.host.config;

import dev.peregrine.host.http.OutgoingProxy;
import java.nio.file.Path;
import java.util.Optional;

/** {@code config/network.yaml} of the installation: how it reaches other servers. */
public final class NetworkFile {

  private final YamlFile file;

  /**
   * @param config the folder
   */
  public NetworkFile(Path config) {
    this.file = new YamlFile(config.resolve("network.yaml"));
  }

  /**
   * The proxy for everything; empty where the file names none.
   *
   * @throws ConfigException where the file cannot be read or the address fits no proxy; it is not
   *     quoted, since it may hold a password
   */
  public Optional<OutgoingProxy> proxy() {
    Optional<YamlPart> root = file.text().flatMap(file::parse);
    Optional<YamlPart> proxy = root.flatMap(part -> part.at("proxy"));
    if (proxy.isEmpty()) {
      return Optional.empty();
    }
    String without =
        root.flatMap(part -> part.at("no_proxy"))
            .map(part -> String.join(" ", part.texts()))
            .orElse("");
    return Optional.of(
        OutgoingProxy.of(proxy.get().text(), without)
            .orElseThrow(
                () ->
                    proxy
                        .get()
                        .mistake(
                            "proxy is no address of a proxy, expected one such as"
                                + " http://user:password@proxy.example:3128. Correct this line")));
  }
}
