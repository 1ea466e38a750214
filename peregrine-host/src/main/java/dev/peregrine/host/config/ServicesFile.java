package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /**
   * Adds addresses of services for which the file names none.
   *
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized void add(Map<String, URI> addresses) {
    var file = new YamlFile(Tenant.current().config().resolve("services.yaml"));
    String text = file.text().orElse("");
    Set<String> named = file.parse(text).map(root -> root.members().keySet()).orElse(Set.of());
    var longer = new StringBuilder(text);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      longer.append('\n');
    }
    addresses.forEach(
        (name, address) -> {
          if (!named.contains(name)) {
            longer.append(name).append(": ").append(address).append('\n');
          }
        });
    file.write(longer.toString());
  }
}
