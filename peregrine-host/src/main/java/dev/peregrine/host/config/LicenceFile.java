package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/licence.yaml}: where licences come from. */
public final class LicenceFile {

  /** The licence server where the file names none. */
  public static final URI USUAL_SERVER = URI.create("https://license.circuitforge.tech");

  private static final String HEAD =
      """
      # Where licences come from. All keys: licence.yaml.example
      """;

  /**
   * The licence server.
   *
   * @throws ConfigException where the file names none that can be called
   */
  public URI server() {
    return part("server")
        .map(part -> part.webAddress("https://licence.example"))
        .orElse(USUAL_SERVER);
  }

  /** The file with the public key of another issuer; empty where the bundled key counts. */
  public Optional<Path> publicKey() {
    return part("public_key").map(part -> Tenant.current().config().resolve(part.text()));
  }

  /** The tier that developers chose to try; whether it counts is for others to say. */
  public Optional<String> developerTier() {
    return part("developer_tier").map(YamlPart::text);
  }

  /** Chooses the tier to try; an empty one means none. */
  public synchronized void chooseDeveloperTier(String tier) {
    YamlFile file = file();
    Optional<String> text = file.text();
    if (tier.isEmpty() && part("developer_tier").isEmpty()) {
      return;
    }
    List<String> value = tier.isEmpty() ? List.of() : List.of(YamlEdit.scalar(tier));
    if (text.isEmpty() || file.parse(text.get()).isEmpty()) {
      file.write(text.orElse(HEAD) + "developer_tier: " + value.getFirst() + "\n");
    } else if (file.parse(text.get()).get().node() instanceof MappingNode mapping) {
      var edit = new YamlEdit(text.get());
      edit.set(mapping, List.of(new YamlEdit.Entry(List.of("developer_tier"), value)));
      file.write(edit.text());
    }
  }

  private static Optional<YamlPart> part(String key) {
    YamlFile file = file();
    return file.text().flatMap(file::parse).flatMap(root -> root.at(key));
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("licence.yaml"));
  }
}
