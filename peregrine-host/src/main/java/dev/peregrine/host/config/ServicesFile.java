package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/services.yaml}: where services of one's own are. */
public final class ServicesFile {

  private final Map<String, URI> elsewhere;

  /** Where the file names none, a service is at its usual address. */
  public ServicesFile() {
    this(Map.of());
  }

  /**
   * @param elsewhere where services are, by name, unless the file says otherwise
   */
  public ServicesFile(Map<String, URI> elsewhere) {
    this.elsewhere = Map.copyOf(elsewhere);
  }

  /**
   * The address of a service; empty for its usual one.
   *
   * @param name such as {@code ollama}
   * @throws ConfigException where the file names none that can be called
   */
  public Optional<URI> address(String name) {
    var file = new YamlFile(Tenant.current().config().resolve("services.yaml"));
    return file.text()
        .flatMap(file::parse)
        .flatMap(root -> root.at(name))
        .map(part -> part.webAddress("http://127.0.0.1:11434"))
        .or(() -> Optional.ofNullable(elsewhere.get(name)));
  }

  /**
   * Says where a service is.
   *
   * @param address empty for its usual address
   * @throws ConfigException as with {@link #add}
   */
  public synchronized void set(String name, Optional<URI> address) {
    var file = new YamlFile(Tenant.current().config().resolve("services.yaml"));
    String text = file.text().orElse("");
    String changed;
    if (file.parse(text).map(YamlPart::node).orElse(null) instanceof MappingNode mapping) {
      var edit = new YamlEdit(text);
      edit.set(
          mapping,
          List.of(
              new YamlEdit.Entry(
                  List.of(name),
                  address.map(at -> YamlEdit.scalar(at.toString())).stream().toList())));
      changed = edit.text();
    } else {
      changed =
          text
              + (text.isEmpty() || text.endsWith("\n") ? "" : "\n")
              + address.map(at -> name + ": " + at + "\n").orElse("");
    }
    if (!changed.equals(text)) {
      file.write(changed);
    }
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
