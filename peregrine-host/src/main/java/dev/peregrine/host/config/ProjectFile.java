package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * The current tenant's {@code config/project.yaml}: where the project behind this program is
 * reached, for feedback and for newer versions.
 */
public final class ProjectFile {

  private static final String HEAD =
      """
      # Where feedback about Peregrine goes: a repository at a Forgejo, a Gitea or at GitHub.
      # Nothing is sent before you have seen all of it and pressed the button.
      """;

  /**
   * What the file says.
   *
   * @param tracker the repository, such as {@code https://codeberg.org/owner/name}; empty for none
   * @param releases whether it is asked once a day for a newer version
   */
  public record Said(Optional<URI> tracker, boolean releases) {

    /** What holds where nobody said anything. */
    public static final Said NOTHING = new Said(Optional.empty(), false);
  }

  private final LastGood<Said> good = new LastGood<>(ProjectFile::read);

  /** What the file says; while it has a mistake, what it said before. */
  public Said current() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /**
   * Stores something else; comments stay.
   *
   * @throws ConfigException where the present file cannot be read, which is then left alone
   */
  public synchronized void save(Said said) {
    YamlFile file = file();
    read(file);
    Optional<String> text = file.text();
    if (text.isPresent()
        && file.parse(text.get()).map(YamlPart::node).orElse(null) instanceof MappingNode mapping
        && !mapping.getValue().isEmpty()) {
      var edit = new YamlEdit(text.get());
      edit.set(mapping, entries(said));
      if (reads(file, edit.text(), said)) {
        file.write(edit.text());
        return;
      }
    }
    file.write(
        entries(said).stream()
            .map(entry -> String.join("\n", entry.lines("")) + "\n")
            .collect(Collectors.joining("", HEAD, "")));
  }

  private static boolean reads(YamlFile file, String text, Said wanted) {
    try {
      return read(file, Optional.of(text)).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  static List<YamlEdit.Entry> entries(Said said) {
    return List.of(
        new YamlEdit.Entry(
            List.of("tracker"),
            said.tracker().map(uri -> List.of(YamlEdit.scalar(uri.toString()))).orElse(List.of())),
        new YamlEdit.Entry(List.of("releases"), said.releases() ? List.of("true") : List.of()));
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

  private static Said read(YamlFile file) {
    return read(file, file.text());
  }

  private static Said read(YamlFile file, Optional<String> text) {
    Optional<YamlPart> root = text.flatMap(file::parse);
    boolean releases =
        root.flatMap(part -> part.at("releases")).map(ProjectFile::isTrue).orElse(false);
    return new Said(
        root.flatMap(part -> part.at("tracker"))
            .filter(part -> !part.text().isBlank())
            .map(ProjectFile::tracker),
        releases);
  }

  private static boolean isTrue(YamlPart part) {
    return switch (part.text()) {
      case "true" -> true;
      case "false", "" -> false;
      default ->
          throw part.mistake(
              "releases is \"%s\", expected true or false. Correct this line"
                  .formatted(part.text()));
    };
  }

  private static URI tracker(YamlPart part) {
    return parse(part.text())
        .orElseThrow(
            () ->
                part.mistake(
                    "tracker is \"%s\", expected the address of a repository such as https://codeberg.org/owner/name. Correct this line"
                        .formatted(part.text())));
  }

  private static YamlFile file() {
    Path path = Tenant.current().config().resolve("project.yaml");
    return new YamlFile(path);
  }
}
