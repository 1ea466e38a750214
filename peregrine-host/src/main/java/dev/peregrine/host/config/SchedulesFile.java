package dev.peregrine.host.config;

import dev.peregrine.host.schedules.QuietHours;
import dev.peregrine.host.schedules.Rules;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.tenancy.Tenant;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * The current tenant's {@code config/schedules.yaml}: what holds for all that recurs. When a search
 * or a backup recurs stands with the search and the backup.
 */
public final class SchedulesFile {

  private static final String HEAD =
      """
      # What holds for all that Peregrine does by itself. schedules.yaml.example explains every entry.
      # Saving in the browser changes only the lines of what you changed there.
      """;

  /**
   * What the file says.
   *
   * @param quiet when nobody else is asked for anything
   * @param zone in which times are meant; empty: that of the machine
   * @param stillOpen when approved jobs are looked at
   */
  public record Said(Optional<QuietHours> quiet, Optional<ZoneId> zone, Timing stillOpen) {

    /** What holds where nobody said anything. */
    public static final Said USUAL =
        new Said(Optional.empty(), Optional.empty(), new Timing.Daily(LocalTime.of(12, 0)));
  }

  private final LastGood<Said> good =
      new LastGood<>(file -> file.text().map(text -> read(file, text)).orElse(Said.USUAL));
  private final ZoneId machine;

  /**
   * @param machine the zone of the machine
   */
  public SchedulesFile(ZoneId machine) {
    this.machine = machine;
  }

  /** What the file says; while it has a mistake, what it said before. */
  public Said current() {
    return good.current(file());
  }

  /** The same as schedules need it. */
  public Rules rules() {
    Said now = current();
    return new Rules(now.zone().orElse(machine), now.quiet());
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
   * Stores it as a page shows it.
   *
   * @param seen {@link #mark} as the page was made
   * @throws ChangedMeanwhileException where it is another now
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized void save(Said said, String seen) {
    YamlFile file = file();
    Optional<String> text = file.text();
    Said before = text.map(present -> read(file, present)).orElse(Said.USUAL);
    if (!ChangedMeanwhileException.mark(before.toString()).equals(seen)) {
      throw new ChangedMeanwhileException("What holds for all schedules");
    }
    if (before.equals(said)) {
      return;
    }
    List<YamlEdit.Entry> entries = entries(said);
    if (text.isPresent()
        && file.parse(text.get()).map(YamlPart::node).orElse(null) instanceof MappingNode mapping
        && !mapping.getValue().isEmpty()) {
      var edit = new YamlEdit(text.get());
      edit.set(mapping, entries);
      if (reads(file, edit.text(), said)) {
        file.write(edit.text());
        return;
      }
    }
    var fresh = new ArrayList<String>();
    entries.forEach(entry -> fresh.addAll(entry.lines("")));
    file.write(
        text.filter(present -> file.parse(present).isEmpty()).orElse(HEAD)
            + String.join("\n", fresh)
            + "\n");
  }

  static List<YamlEdit.Entry> entries(Said said) {
    return List.of(
        new YamlEdit.Entry(
            List.of("quiet_hours"),
            said
                .quiet()
                .map(quiet -> "{from: \"%s\", to: \"%s\"}".formatted(quiet.from(), quiet.to()))
                .stream()
                .toList()),
        new YamlEdit.Entry(
            List.of("time_zone"),
            said.zone().map(zone -> YamlEdit.scalar(zone.getId())).stream().toList()),
        new YamlEdit.Entry(
            List.of("still_open"), List.of(YamlEdit.scalar(said.stillOpen().text()))));
  }

  private static boolean reads(YamlFile file, String text, Said wanted) {
    try {
      return read(file, text).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  private static Said read(YamlFile file, String text) {
    Optional<YamlPart> root = file.parse(text);
    return new Said(
        root.flatMap(part -> part.at("quiet_hours")).map(SchedulesFile::quiet),
        root.flatMap(part -> part.at("time_zone")).map(SchedulesFile::zone),
        root.flatMap(part -> part.at("still_open"))
            .map(YamlPart::timing)
            .orElse(Said.USUAL.stillOpen()));
  }

  private static QuietHours quiet(YamlPart part) {
    if (!part.isMap()) {
      throw part.wrong("from and to, such as {from: \"22:00\", to: \"07:00\"}");
    }
    try {
      return new QuietHours(time(part, "from"), time(part, "to"));
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

  private static ZoneId zone(YamlPart part) {
    try {
      return ZoneId.of(part.text());
    } catch (DateTimeException unknown) {
      throw part.wrong("a time zone such as Europe/Berlin");
    }
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("schedules.yaml"));
  }
}
