package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.util.Optional;

/** The current tenant's {@code config/services.yaml}: where services of one's own are. */
public final class ServicesFile {

  /**
   * The address of a service.
   *
   * @param name such as {@code ollama}
   * @throws ConfigException where the file names none that can be called
   */
  public Optional<URI> address(String name) {
    var file = new YamlFile(Tenant.current().config().resolve("services.yaml"));
    return file.text()
        .flatMap(file::parse)
        .flatMap(root -> root.at(name))
        .map(part -> part.webAddress("http://127.0.0.1:11434"));
  }
}
