package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/research.yaml}: where companies are looked up. */
public final class ResearchFile {

  /**
   * What the file says.
   *
   * @param web whether anything but postings is read
   * @param onPhoneScreen whether a company is looked up when one of its jobs gets that far
   * @param engines of the search, in their order; none for its usual ones
   * @param secContact the mail address that the SEC wants to be told by whoever asks it; empty: it
   *     is not asked
   */
  public record Choices(
      boolean web, boolean onPhoneScreen, List<String> engines, String secContact) {

    public Choices {
      engines = List.copyOf(engines);
    }
  }

  /** What holds where the file says nothing. */
  public static final Choices USUAL = new Choices(true, true, List.of(), "");

  private static final String HEAD =
      """
      # Where companies are looked up. Saving in the browser changes only the lines of what you changed there.
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
    List<YamlEdit.Entry> entries = entries(choices);
    Optional<String> text = file.text();
    Optional<YamlPart> root = text.flatMap(file::parse);
    if (root.isEmpty()) {
      var fresh = new StringBuilder(text.orElse(HEAD));
      entries.forEach(entry -> entry.lines("").forEach(line -> fresh.append(line).append('\n')));
      file.write(fresh.toString());
      return;
    }
    if (root.get().node() instanceof MappingNode mapping) {
      var edit = new YamlEdit(text.orElse(""));
      edit.set(mapping, entries);
      if (read(file, edit.text()).equals(choices)) {
        file.write(edit.text());
        return;
      }
    }
    throw new ConfigException(
        file.path(),
        0,
        "the choices cannot be written into a file in this style. Write one entry a line, as in the .example file beside it.");
  }

  private static List<YamlEdit.Entry> entries(Choices choices) {
    return List.of(
        new YamlEdit.Entry(List.of("web"), List.of(Boolean.toString(choices.web()))),
        new YamlEdit.Entry(
            List.of("on-phone-screen"), List.of(Boolean.toString(choices.onPhoneScreen()))),
        new YamlEdit.Entry(List.of("engines"), YamlEdit.list(choices.engines())),
        new YamlEdit.Entry(
            List.of("sec-contact"),
            choices.secContact().isEmpty()
                ? List.of()
                : List.of(YamlEdit.scalar(choices.secContact()))));
  }

  private static Choices read(YamlFile file, String text) {
    Optional<YamlPart> root = file.parse(text);
    return new Choices(
        root.flatMap(r -> r.at("web")).map(YamlPart::flag).orElse(USUAL.web()),
        root.flatMap(r -> r.at("on-phone-screen"))
            .map(YamlPart::flag)
            .orElse(USUAL.onPhoneScreen()),
        root.flatMap(r -> r.at("engines")).map(YamlPart::texts).orElse(USUAL.engines()),
        root.flatMap(r -> r.at("sec-contact")).map(YamlPart::text).orElse(USUAL.secContact()));
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("research.yaml"));
  }
}
