package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The current tenant's {@code config/project.yaml}: where the project behind this program is
 * reached, for feedback.
 */
public final class ProjectFile {

  private static final String HEAD =
      """
      # Where feedback about Peregrine goes: a repository at a Forgejo, a Gitea or at GitHub.
      # Nothing is sent before you have seen all of it and pressed the button.
      """;

  private final LastGood<Optional<URI>> good = new LastGood<>(ProjectFile::read);

  /** The repository, such as {@code https://codeberg.org/owner/name}; empty for none. */
  public Optional<URI> tracker() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** Stores another repository; empty for none. */
  public synchronized void save(Optional<URI> tracker) {
    YamlFile file = file();
    var entry =
        new YamlEdit.Entry(
            List.of("tracker"),
            tracker.map(uri -> List.of(YamlEdit.scalar(uri.toString()))).orElse(List.of()));
    file.write(HEAD + String.join("\n", entry.lines("")) + "\n");
  }

  /** Whether that may stand for a repository: a web address with an owner and a name. */
  public static Optional<URI> parse(String typed) {
    try {
      String plain = typed.strip().replaceAll("(?:\\.git)?/*$", "");
      URI uri = URI.create(plain);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean named =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && uri.getFragment() == null
              && uri.getPath().matches("(/[\\w.~-]+)*/[\\w.-]+/[\\w.-]+");
      return web && named ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<URI> read(YamlFile file) {
    Optional<YamlPart> tracker =
        file.text().flatMap(file::parse).flatMap(root -> root.at("tracker"));
    if (tracker.isEmpty() || tracker.get().text().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        parse(tracker.get().text())
            .orElseThrow(
                () ->
                    tracker
                        .get()
                        .mistake(
                            "tracker is \"%s\", expected the address of a repository such as https://codeberg.org/owner/name. Correct this line"
                                .formatted(tracker.get().text()))));
  }

  private static YamlFile file() {
    Path path = Tenant.current().config().resolve("project.yaml");
    return new YamlFile(path);
  }
}
