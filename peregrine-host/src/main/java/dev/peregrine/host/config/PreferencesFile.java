package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/preferences.yaml}: choices that belong to no profile. */
public final class PreferencesFile {

  /** The scorer where the person chose none. */
  public static final String USUAL_SCORER = "keywords";

  private final LastGood<String> good =
      new LastGood<>(file -> file.text().flatMap(text -> read(file, text)).orElse(USUAL_SCORER));

  private static final String HEAD =
      """
      # Choices that belong to no search profile. Saving in the browser changes only the lines of what
      # you changed there.
      """;

  /**
   * Id of the scorer in use.
   *
   * @throws ConfigException where the file cannot be read
   */
  public String scorer() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** Chooses a scorer. */
  public synchronized void chooseScorer(String id) {
    YamlFile file = file();
    Optional<String> text = file.text();
    if (text.flatMap(present -> read(file, present)).equals(Optional.of(id))) {
      return;
    }
    String line = "scorer: " + YamlEdit.scalar(id) + "\n";
    if (text.isEmpty() || file.parse(text.get()).isEmpty()) {
      file.write(text.orElse(HEAD) + line);
      return;
    }
    if (file.parse(text.get()).get().node() instanceof MappingNode mapping) {
      var edit = new YamlEdit(text.get());
      edit.set(
          mapping, List.of(new YamlEdit.Entry(List.of("scorer"), List.of(YamlEdit.scalar(id)))));
      if (read(file, edit.text()).equals(Optional.of(id))) {
        file.write(edit.text());
        return;
      }
    }
    throw new ConfigException(
        file.path(),
        0,
        "the scorer cannot be written into a file in this style. Write \"scorer: %s\" into it."
            .formatted(id));
  }

  private static Optional<String> read(YamlFile file, String text) {
    return file.parse(text).flatMap(root -> root.at("scorer")).map(YamlPart::text);
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("preferences.yaml"));
  }
}
