package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/cadence.yaml}: when the person is reminded of what. */
public final class CadenceFile {

  private static final String HEAD =
      """
      # When you are reminded of what, in days; 0 means never. cadence.yaml.example explains every entry.
      # Saving in the browser changes only the lines of what you changed there.
      """;
  private static final int MOST_TIMES = 10;

  private final LastGood<Cadence> good =
      new LastGood<>(file -> file.text().map(text -> read(file, text)).orElse(Cadence.USUAL));

  /**
   * What holds; while the file has a mistake, what it said before.
   *
   * @throws ConfigException where the file cannot be read and never could
   */
  public Cadence current() {
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
   * Stores it.
   *
   * @param seen {@link #mark} as the page was made
   * @throws ChangedMeanwhileException where it is another now
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized void save(Cadence cadence, String seen) {
    YamlFile file = file();
    Optional<String> text = file.text();
    Cadence before = text.map(present -> read(file, present)).orElse(Cadence.USUAL);
    if (!ChangedMeanwhileException.mark(before.toString()).equals(seen)) {
      throw new ChangedMeanwhileException("When you are reminded of what");
    }
    if (before.equals(cadence)) {
      return;
    }
    if (text.isPresent()
        && file.parse(text.get()).map(YamlPart::node).orElse(null) instanceof MappingNode mapping
        && !mapping.getValue().isEmpty()) {
      var edit = new YamlEdit(text.get());
      edit.set(
          mapping,
          entries(cadence).entrySet().stream()
              .map(
                  entry ->
                      new YamlEdit.Entry(
                          List.of(entry.getKey()), List.of(entry.getValue().toString())))
              .toList());
      if (reads(file, edit.text(), cadence)) {
        file.write(edit.text());
        return;
      }
    }
    String fresh =
        entries(cadence).entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
            .collect(Collectors.joining());
    file.write(text.filter(present -> file.parse(present).isEmpty()).orElse(HEAD) + fresh);
  }

  private static Map<String, Integer> entries(Cadence cadence) {
    var entries = new LinkedHashMap<String, Integer>();
    entries.put("follow_up", cadence.followUp());
    entries.put("follow_up_in_talks", cadence.inTalks());
    entries.put("follow_up_again", cadence.again());
    entries.put("most_follow_ups", cadence.mostFollowUps());
    entries.put("reply", cadence.reply());
    entries.put("thanks", cadence.thanks());
    entries.put("ghosted", cadence.ghosted());
    return entries;
  }

  private static boolean reads(YamlFile file, String text, Cadence wanted) {
    try {
      return read(file, text).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  private static Cadence read(YamlFile file, String text) {
    Optional<YamlPart> root = file.parse(text);
    Cadence usual = Cadence.USUAL;
    return new Cadence(
        days(root, "follow_up", usual.followUp()),
        days(root, "follow_up_in_talks", usual.inTalks()),
        days(root, "follow_up_again", usual.again()),
        whole(root, "most_follow_ups", MOST_TIMES, usual.mostFollowUps()),
        days(root, "reply", usual.reply()),
        days(root, "thanks", usual.thanks()),
        days(root, "ghosted", usual.ghosted()));
  }

  private static int days(Optional<YamlPart> root, String name, int usual) {
    return whole(root, name, Cadence.MOST_DAYS, usual);
  }

  private static int whole(Optional<YamlPart> root, String name, int most, int usual) {
    return root.flatMap(part -> part.at(name)).map(part -> part.whole(0, most)).orElse(usual);
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("cadence.yaml"));
  }
}
