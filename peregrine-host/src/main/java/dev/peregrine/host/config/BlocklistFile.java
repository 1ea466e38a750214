package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/blocklist.yaml}. */
public final class BlocklistFile {

  private final LastGood<Blocklist> good =
      new LastGood<>(file -> file.text().map(text -> read(file, text)).orElse(Blocklist.NONE));

  private static final String HEAD =
      """
      # What is never shown, in any search profile. Each entry counts as whole words.
      # Saving in the browser changes only what you changed there; everything else stays.

      """;

  /**
   * What is blocked; nothing where there is no file. While the file has a mistake, what it said
   * before.
   *
   * @throws ConfigException where the file cannot be read and never could
   */
  public Blocklist current() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** A short text that differs where what is stored does. */
  public String mark() {
    return ChangedMeanwhileException.mark(current().toString());
  }

  /**
   * Stores what is blocked as a page shows it.
   *
   * @param seen {@link #mark} as the page was made
   * @throws ChangedMeanwhileException where it is another now
   * @throws ConfigException as {@link #save(Blocklist)}
   */
  public synchronized void save(Blocklist blocklist, String seen) {
    if (!mark().equals(seen)) {
      throw new ChangedMeanwhileException("This list");
    }
    save(blocklist);
  }

  /**
   * Stores what is blocked.
   *
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized void save(Blocklist blocklist) {
    YamlFile file = file();
    Optional<String> text = file.text();
    Blocklist before = text.map(present -> read(file, present)).orElse(Blocklist.NONE);
    if (before.equals(blocklist)) {
      return;
    }
    if (text.isPresent()
        && file.parse(text.get()).map(YamlPart::node).orElse(null) instanceof MappingNode mapping
        && !mapping.getValue().isEmpty()) {
      var edit = new YamlEdit(text.get());
      var changed = new ArrayList<>(entries(blocklist));
      changed.removeAll(entries(before));
      edit.set(mapping, changed);
      if (reads(file, edit.text(), blocklist)) {
        file.write(edit.text());
        return;
      }
      new YamlFile(file.path().resolveSibling(file.path().getFileName() + ".before"))
          .write(text.get());
    }
    var fresh = new StringBuilder(HEAD);
    entries(blocklist)
        .forEach(entry -> entry.lines("").forEach(line -> fresh.append(line).append('\n')));
    file.write(fresh.toString());
  }

  static List<YamlEdit.Entry> entries(Blocklist blocklist) {
    return List.of(
        entry("companies", blocklist.companies()),
        entry("industries", blocklist.industries()),
        entry("locations", blocklist.locations()),
        new YamlEdit.Entry(List.of("agencies"), List.of(blocklist.agencies() ? "true" : "false")),
        entry("postings", blocklist.postings()));
  }

  private static YamlEdit.Entry entry(String name, List<String> texts) {
    return new YamlEdit.Entry(
        List.of(name), texts.isEmpty() ? List.of("[]") : YamlEdit.list(texts));
  }

  private static Blocklist read(YamlFile file, String text) {
    return file.parse(text)
        .map(
            root ->
                new Blocklist(
                    texts(root, "companies"),
                    texts(root, "industries"),
                    texts(root, "locations"),
                    root.at("agencies").map(YamlPart::flag).orElse(false),
                    texts(root, "postings")))
        .orElse(Blocklist.NONE);
  }

  private static List<String> texts(YamlPart root, String key) {
    return root.at(key).map(YamlPart::texts).orElse(List.of());
  }

  private static boolean reads(YamlFile file, String text, Blocklist wanted) {
    try {
      return read(file, text).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("blocklist.yaml"));
  }
}
