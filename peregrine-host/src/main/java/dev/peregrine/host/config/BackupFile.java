package dev.peregrine.host.config;

import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * The current tenant's {@code config/backup.yaml}: how often backups are made, and how many stay.
 */
public final class BackupFile {

  private static final int MOST_KEPT = 100;

  private static final String HEAD =
      """
      # Backups that Peregrine makes by itself, in data/backups/. Without keys and passwords.
      # every: off, every day at 08:00, every monday at 08:00, or another timing. keep: how many of them, 1 to 100; the oldest goes first.
      """;

  /**
   * When backups are made.
   *
   * @param keep how many of them stay
   */
  public record Schedule(Timing every, int keep) {

    /** None is made unless the person says so. */
    public static final Schedule USUAL = new Schedule(new Timing.Off(), 7);

    /**
     * A schedule as it was typed.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public static Schedule of(Timing every, String keep) {
      return new Schedule(every, keep(keep));
    }

    private static int keep(String text) {
      if (text.strip().matches("\\d{1,3}")) {
        int keep = Integer.parseInt(text.strip());
        if (keep >= 1 && keep <= MOST_KEPT) {
          return keep;
        }
      }
      throw new IllegalArgumentException(
          "\"%s\" backups are kept, expected 1 to %d.".formatted(text, MOST_KEPT));
    }
  }

  /**
   * The schedule; that of no backups where there is no file.
   *
   * @throws ConfigException where the file cannot be read
   */
  public Schedule schedule() {
    YamlFile file = file();
    return file.text().map(text -> read(file, text)).orElse(Schedule.USUAL);
  }

  /** Saves it; other lines of the file stay as they are. */
  public synchronized void save(Schedule schedule) {
    YamlFile file = file();
    Optional<String> text = file.text();
    List<YamlEdit.Entry> entries =
        List.of(
            new YamlEdit.Entry(List.of("every"), List.of(YamlEdit.scalar(schedule.every().text()))),
            new YamlEdit.Entry(List.of("keep"), List.of(Integer.toString(schedule.keep()))));
    if (text.isEmpty() || file.parse(text.get()).isEmpty()) {
      file.write(
          text.orElse(HEAD)
              + "every: %s%nkeep: %d%n"
                  .formatted(YamlEdit.scalar(schedule.every().text()), schedule.keep()));
      return;
    }
    if (file.parse(text.get()).get().node() instanceof MappingNode mapping) {
      var edit = new YamlEdit(text.get());
      edit.set(mapping, entries);
      if (read(file, edit.text()).equals(schedule)) {
        file.write(edit.text());
        return;
      }
    }
    throw new ConfigException(
        file.path(),
        0,
        "the schedule cannot be written into a file in this style. Write \"every: %s\" and \"keep: %d\" into it."
            .formatted(schedule.every().text(), schedule.keep()));
  }

  private static Schedule read(YamlFile file, String text) {
    Optional<YamlPart> root = file.parse(text);
    Optional<YamlPart> every = root.flatMap(part -> part.at("every"));
    Optional<YamlPart> keep = root.flatMap(part -> part.at("keep"));
    return new Schedule(
        every.map(YamlPart::timing).orElse(new Timing.Off()),
        keep.map(part -> checked(part, () -> Schedule.keep(part.text())))
            .orElse(Schedule.USUAL.keep()));
  }

  private static <T> T checked(YamlPart part, java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException wrong) {
      throw part.mistake(String.valueOf(wrong.getMessage()) + " Correct this line");
    }
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("backup.yaml"));
  }
}
