package dev.peregrine.host.importers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose list it is. */
public enum Kind {
  /** Any table. */
  CSV("CSV"),
  LINKEDIN("LinkedIn"),
  HUNTR("Huntr"),
  TEAL("Teal"),
  JOBSYNC("JobSync"),
  JOB_OPS("job-ops");

  private final String shown;

  Kind(String shown) {
    this.shown = shown;
  }

  /** Its name, the same in all languages. */
  public String shown() {
    return shown;
  }

  /** As it is typed in a command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that key. */
  public static Optional<Kind> find(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equalsIgnoreCase(key)).findFirst();
  }
}
