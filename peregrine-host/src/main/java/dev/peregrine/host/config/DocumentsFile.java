package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * The current tenant's {@code config/documents.yaml}: how files of documents are named, and on
 * which paper they are.
 */
public final class DocumentsFile {

  /** Which paper documents are written for. */
  public enum PaperChoice {
    /** The usual one of the person's country. */
    COUNTRY,
    A4,
    US_LETTER;

    /** As it is written in the file, such as {@code us-letter}. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<PaperChoice> of(String key) {
      return List.of(values()).stream().filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /**
   * What the file says.
   *
   * @param fileName pattern of names; empty for the usual one
   */
  public record Choices(String fileName, PaperChoice paper) {}

  private static final Choices USUAL = new Choices("", PaperChoice.COUNTRY);

  private static final String HEAD =
      """
      # How documents are written. Saving in the browser changes only the lines of what you changed there.
      """;

  private final LastGood<Choices> good =
      new LastGood<>(file -> file.text().map(text -> read(file, text)).orElse(USUAL));

  /**
   * What holds.
   *
   * @throws ConfigException where the file cannot be read
   */
  public Choices current() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** Stores choices. */
  public synchronized void save(Choices choices) {
    YamlFile file = file();
    String name = "file-name: " + YamlEdit.scalar(choices.fileName());
    String paper = "paper: " + YamlEdit.scalar(choices.paper().key());
    Optional<String> text = file.text();
    Optional<YamlPart> root = text.flatMap(file::parse);
    if (root.isEmpty()) {
      file.write(text.orElse(HEAD) + name + "\n" + paper + "\n");
      return;
    }
    if (root.get().node() instanceof MappingNode mapping) {
      var edit = new YamlEdit(text.orElse(""));
      edit.set(
          mapping,
          List.of(
              new YamlEdit.Entry(
                  List.of("file-name"), List.of(YamlEdit.scalar(choices.fileName()))),
              new YamlEdit.Entry(
                  List.of("paper"), List.of(YamlEdit.scalar(choices.paper().key())))));
      if (read(file, edit.text()).equals(choices)) {
        file.write(edit.text());
        return;
      }
    }
    throw new ConfigException(
        file.path(),
        0,
        "the choices cannot be written into a file in this style. Write \"%s\" and \"%s\" into it."
            .formatted(name, paper));
  }

  private static Choices read(YamlFile file, String text) {
    Optional<YamlPart> root = file.parse(text);
    String name = root.flatMap(r -> r.at("file-name")).map(YamlPart::text).orElse("");
    Optional<String> paper = root.flatMap(r -> r.at("paper")).map(YamlPart::text);
    return new Choices(
        name,
        paper
            .map(
                key ->
                    PaperChoice.of(key)
                        .orElseThrow(
                            () ->
                                new ConfigException(
                                    file.path(),
                                    0,
                                    "paper \"%s\": expected country, a4 or us-letter. Choose one of these."
                                        .formatted(key))))
            .orElse(PaperChoice.COUNTRY));
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("documents.yaml"));
  }
}
