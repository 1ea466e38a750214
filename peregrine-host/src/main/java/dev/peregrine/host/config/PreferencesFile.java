package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/preferences.yaml}: choices that belong to no profile. */
public final class PreferencesFile {

  /** The scorer where the person chose none. */
  public static final String USUAL_SCORER = "keywords";

  /** More applications a week nobody writes. */
  public static final int MOST_A_WEEK = 100;

  private static final String SCORER = "scorer";
  private static final String GOAL = "applications-a-week";

  private record Choices(Optional<String> scorer, OptionalInt weeklyGoal) {}

  private final LastGood<Choices> good =
      new LastGood<>(
          file ->
              file.text()
                  .map(text -> read(file, text))
                  .orElse(new Choices(Optional.empty(), OptionalInt.empty())));

  private static final String HEAD =
      """
      # Choices that belong to no search profile. Saving in the browser changes only the lines of what
      # you changed there.
      """;

  /**
   * Id of the scorer in use.
   *
   * @throws ConfigException where the file cannot be read
   */
  public String scorer() {
    return good.current(file()).scorer().orElse(USUAL_SCORER);
  }

  /**
   * How many applications a week the person wants to send; empty where they set no goal.
   *
   * @throws ConfigException where the file cannot be read
   */
  public OptionalInt weeklyGoal() {
    return good.current(file()).weeklyGoal();
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** Chooses a scorer. */
  public synchronized void chooseScorer(String id) {
    set(SCORER, Optional.of(YamlEdit.scalar(id)), Optional.of(id));
  }

  /** Sets how many applications a week are wanted, 1 to 100; empty for no goal. */
  public synchronized void chooseWeeklyGoal(OptionalInt applications) {
    Optional<String> value =
        applications.isPresent()
            ? Optional.of(Integer.toString(applications.getAsInt()))
            : Optional.empty();
    set(GOAL, value, value);
  }

  /**
   * @param yaml the value as it is written
   */
  private static void set(String name, Optional<String> yaml, Optional<String> value) {
    YamlFile file = file();
    Optional<String> text = file.text();
    Optional<YamlPart> root = text.flatMap(file::parse);
    if (root.isEmpty()) {
      if (yaml.isPresent()) {
        file.write(text.orElse(HEAD) + line(name, yaml.get()));
      }
      return;
    }
    if (root.get().at(name).map(YamlPart::text).equals(value)) {
      return;
    }
    if (root.get().node() instanceof MappingNode mapping) {
      var edit = new YamlEdit(text.orElseThrow());
      edit.set(
          mapping,
          List.of(new YamlEdit.Entry(List.of(name), yaml.map(List::of).orElse(List.of()))));
      Optional<String> written =
          file.parse(edit.text()).flatMap(now -> now.at(name)).map(YamlPart::text);
      if (written.equals(value)) {
        file.write(edit.text());
        return;
      }
    }
    throw new ConfigException(
        file.path(),
        0,
        yaml.map(
                said ->
                    "the choice cannot be written into a file in this style. Write \"%s\" into it."
                        .formatted(line(name, said).strip()))
            .orElse(
                "the choice cannot be taken out of a file in this style. Remove \"%s\" from it."
                    .formatted(name)));
  }

  private static String line(String name, String value) {
    return name + ": " + value + "\n";
  }

  private static Choices read(YamlFile file, String text) {
    Optional<YamlPart> root = file.parse(text);
    return new Choices(
        root.flatMap(r -> r.at(SCORER)).map(YamlPart::text),
        root.flatMap(r -> r.at(GOAL))
            .map(goal -> OptionalInt.of(goal.whole(1, MOST_A_WEEK)))
            .orElse(OptionalInt.empty()));
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("preferences.yaml"));
  }
}
