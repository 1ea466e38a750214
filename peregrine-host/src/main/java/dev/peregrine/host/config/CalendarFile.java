package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/calendar.yaml}: what calendars are told of rounds. */
public final class CalendarFile {

  /** How much an event says. */
  public enum Details {
    /** Who takes part, place and link, too. */
    ALL,
    /** What it is and with whom. */
    TITLE,
    /** That the time is taken. */
    BUSY;

    /** As it is written in the file. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that word. */
    public static Optional<Details> of(String key) {
      return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /**
   * What the file says.
   *
   * @param alarms how long before a round the calendar reminds, the earliest first
   */
  public record Choices(List<Duration> alarms, Details details) {
    public Choices {
      alarms = alarms.stream().distinct().sorted(Duration::compareTo).toList().reversed();
    }
  }

  /** The longest time before a round at which a calendar reminds, in minutes. */
  public static final int EARLIEST_ALARM = 14 * 24 * 60;

  /** How many alarms an event can have. */
  public static final int MOST_ALARMS = 5;

  private static final Choices USUAL =
      new Choices(List.of(Duration.ofDays(1), Duration.ofMinutes(15)), Details.ALL);

  private static final String HEAD =
      """
      # What calendars are told of interviews. Saving in the browser changes only the lines of what you changed there.
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
    List<String> alarms =
        choices.alarms().isEmpty()
            ? List.of("[]")
            : List.of(
                choices.alarms().stream()
                    .map(alarm -> Long.toString(alarm.toMinutes()))
                    .toList()
                    .toString());
    String details = choices.details().key();
    Optional<String> text = file.text();
    Optional<YamlPart> root = text.flatMap(file::parse);
    if (root.isEmpty()) {
      file.write(
          text.orElse(HEAD) + "alarms: %s\ndetails: %s\n".formatted(alarms.getFirst(), details));
      return;
    }
    if (root.get().node() instanceof MappingNode mapping) {
      var edit = new YamlEdit(text.orElse(""));
      edit.set(
          mapping,
          List.of(
              new YamlEdit.Entry(List.of("alarms"), alarms),
              new YamlEdit.Entry(List.of("details"), List.of(details))));
      if (read(file, edit.text()).equals(choices)) {
        file.write(edit.text());
        return;
      }
    }
    throw new ConfigException(
        file.path(),
        0,
        "the choices cannot be written into a file in this style. Write \"alarms: %s\" and \"details: %s\" into it."
            .formatted(alarms.getFirst(), details));
  }

  private static Choices read(YamlFile file, String text) {
    Optional<YamlPart> root = file.parse(text);
    List<Duration> alarms =
        root.flatMap(r -> r.at("alarms"))
            .map(
                part ->
                    part.items().stream()
                        .limit(MOST_ALARMS)
                        .map(item -> Duration.ofMinutes(item.whole(0, EARLIEST_ALARM)))
                        .toList())
            .orElse(USUAL.alarms());
    Optional<YamlPart> details = root.flatMap(r -> r.at("details"));
    return new Choices(
        alarms,
        details.isEmpty()
            ? USUAL.details()
            : Details.of(details.get().text())
                .orElseThrow(() -> details.get().wrong("all, title or busy")));
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("calendar.yaml"));
  }
}
