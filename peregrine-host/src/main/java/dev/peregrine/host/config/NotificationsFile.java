package dev.peregrine.host.config;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.host.config.NoticeRules.Flood;
import dev.peregrine.host.config.NoticeRules.Rule;
import dev.peregrine.host.schedules.QuietHours;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.tenancy.Tenant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * The current tenant's {@code config/notifications.yaml}: what the person is told of outside of
 * Peregrine.
 */
public final class NotificationsFile {

  /** The most notices that are told one by one. */
  public static final int MOST_SINGLE = 100;

  private static final String HEAD =
      """
      # What you are told of outside of Peregrine. notifications.yaml.example explains every entry.
      # Saving in the browser changes only the lines of what you changed there.
      """;

  private final LastGood<NoticeRules> good =
      new LastGood<>(file -> file.text().map(text -> read(file, text)).orElse(NoticeRules.USUAL));

  /**
   * What holds; while the file has a mistake, what it said before.
   *
   * @throws ConfigException where the file cannot be read and never could
   */
  public NoticeRules current() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** A short text that differs where what is stored does. */
  public String mark() {
    return mark(current());
  }

  private static String mark(NoticeRules rules) {
    return ChangedMeanwhileException.mark(entries(rules).toString());
  }

  /**
   * Stores it.
   *
   * @param seen {@link #mark} as the page was made
   * @throws ChangedMeanwhileException where it is another now
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized void save(NoticeRules rules, String seen) {
    YamlFile file = file();
    Optional<String> text = file.text();
    NoticeRules before = text.map(present -> read(file, present)).orElse(NoticeRules.USUAL);
    if (!mark(before).equals(seen)) {
      throw new ChangedMeanwhileException("What you are told of");
    }
    if (before.equals(rules)) {
      return;
    }
    List<YamlEdit.Entry> all = entries(rules);
    List<YamlEdit.Entry> old = entries(before);
    if (text.isPresent()
        && file.parse(text.get()).map(YamlPart::node).orElse(null) instanceof MappingNode mapping
        && !mapping.getValue().isEmpty()) {
      var edit = new YamlEdit(text.get());
      edit.set(mapping, all.stream().filter(entry -> !old.contains(entry)).toList());
      if (reads(file, edit.text(), rules)) {
        file.write(edit.text());
        return;
      }
    }
    var fresh = new ArrayList<String>();
    all.forEach(entry -> fresh.addAll(entry.lines("")));
    file.write(
        text.filter(present -> file.parse(present).isEmpty()).orElse(HEAD)
            + String.join("\n", fresh)
            + "\n");
  }

  private static List<YamlEdit.Entry> entries(NoticeRules rules) {
    var entries = new ArrayList<YamlEdit.Entry>();
    for (Event event : NoticeRules.EVENTS) {
      entries.add(entry(event.key(), line(event, rules.of(event))));
    }
    entries.add(
        entry(
            "quiet_hours",
            rules
                .quiet()
                .map(quiet -> "{from: \"%s\", to: \"%s\"}".formatted(quiet.from(), quiet.to()))
                .orElse("off")));
    entries.add(
        entry(
            "flood",
            "{most: %d, minutes: %d}".formatted(rules.flood().most(), rules.flood().minutes())));
    entries.add(entry("browser", rules.browser() ? "true" : "false"));
    entries.add(
        new YamlEdit.Entry(
            List.of("language"), rules.language().map(YamlEdit::scalar).stream().toList()));
    entries.add(
        new YamlEdit.Entry(
            List.of("address"),
            rules.address().map(address -> YamlEdit.scalar(address.toString())).stream().toList()));
    return entries;
  }

  private static YamlEdit.Entry entry(String name, String value) {
    return new YamlEdit.Entry(List.of(name), List.of(value));
  }

  private static String line(Event event, Rule rule) {
    return "{tell: %s,%s priority: %s, when: \"%s\", targets: %s}"
        .formatted(
            rule.on(),
            event == Event.POSTINGS_FOUND ? " score: %d,".formatted(rule.score()) : "",
            rule.least().name().toLowerCase(Locale.ROOT),
            rule.pace().text(),
            rule.targets()
                .map(
                    some ->
                        new TreeSet<>(some)
                            .stream()
                                .map(YamlEdit::scalar)
                                .collect(Collectors.joining(", ", "[", "]")))
                .orElse("all"));
  }

  private static boolean reads(YamlFile file, String text, NoticeRules wanted) {
    try {
      return read(file, text).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  private static NoticeRules read(YamlFile file, String text) {
    Optional<YamlPart> root = file.parse(text);
    NoticeRules usual = NoticeRules.USUAL;
    Map<Event, Rule> rules = new EnumMap<>(Event.class);
    for (Event event : NoticeRules.EVENTS) {
      rules.put(
          event,
          root.flatMap(part -> part.at(event.key()))
              .map(part -> rule(part, usual.of(event)))
              .orElse(usual.of(event)));
    }
    return new NoticeRules(
        rules,
        root.flatMap(part -> part.at("quiet_hours"))
            .map(NotificationsFile::quiet)
            .orElse(usual.quiet()),
        root.flatMap(part -> part.at("flood"))
            .map(
                part ->
                    new Flood(
                        whole(part, "most", MOST_SINGLE, usual.flood().most()),
                        whole(part, "minutes", NoticePace.LONGEST, usual.flood().minutes())))
            .orElse(usual.flood()),
        root.flatMap(part -> part.at("browser")).map(YamlPart::flag).orElse(usual.browser()),
        root.flatMap(part -> part.at("language")).map(YamlPart::text),
        root.flatMap(part -> part.at("address"))
            .map(part -> part.webAddress("https://peregrine.example.org")));
  }

  private static int whole(YamlPart part, String name, int most, int usual) {
    return part.at(name).map(number -> number.whole(1, most)).orElse(usual);
  }

  private static Rule rule(YamlPart part, Rule usual) {
    return new Rule(
        part.at("tell").map(YamlPart::flag).orElse(usual.on()),
        part.at("score").map(score -> score.whole(0, 100)).orElse(usual.score()),
        part.at("priority").map(NotificationsFile::priority).orElse(usual.least()),
        part.at("when").map(NotificationsFile::pace).orElse(usual.pace()),
        part.at("targets").map(NotificationsFile::targets).orElse(usual.targets()));
  }

  private static Priority priority(YamlPart part) {
    try {
      return Priority.valueOf(part.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw part.wrong("low, normal or urgent");
    }
  }

  private static NoticePace pace(YamlPart part) {
    try {
      return NoticePace.parse(part.text());
    } catch (IllegalArgumentException wrong) {
      throw part.mistake(wrong.getMessage() + " Correct this line");
    }
  }

  private static Optional<Set<String>> targets(YamlPart part) {
    return part.isList() || !part.text().equals("all")
        ? Optional.of(Set.copyOf(part.texts()))
        : Optional.empty();
  }

  private static Optional<QuietHours> quiet(YamlPart part) {
    if (!part.isMap()) {
      if (part.flag()) {
        throw part.wrong("off, or from and to, such as {from: \"22:00\", to: \"07:00\"}");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(new QuietHours(time(part, "from"), time(part, "to")));
    } catch (IllegalArgumentException same) {
      throw part.mistake(same.getMessage() + " Correct this line");
    }
  }

  private static LocalTime time(YamlPart part, String name) {
    YamlPart time =
        part.at(name)
            .orElseThrow(() -> part.mistake("quiet hours have no \"%s\"; add one".formatted(name)));
    return Timing.time(time.text());
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("notifications.yaml"));
  }
}
