package dev.peregrine.host.earlier;

import java.time.Instant;
import java.util.List;

/**
 * What an import found and did, or would do. It holds no secret.
 *
 * @param source the file or folder as the person knows it
 * @param dry whether nothing was done
 * @param zone in which times without one were read
 * @param lines numbers by kind
 * @param stages where jobs stood, and how many there
 * @param odd what could not be taken as it was, and how often
 * @param kept what has no place yet and is kept as it was found, and how much of it
 * @param folder where that is
 * @param different what the person has here already and says otherwise, which stays
 * @param secrets names under which keys and passwords are sealed now
 * @param unread files that could not be read, with the reason
 * @param notes anything else that the person should know
 * @param before the backup that was made before; empty for none
 */
public record Report(
    String source,
    Instant at,
    boolean dry,
    String zone,
    List<Line> lines,
    List<Count> stages,
    List<Count> odd,
    List<Count> kept,
    String folder,
    List<String> different,
    List<String> secrets,
    List<String> unread,
    List<String> notes,
    String before) {

  /**
   * Numbers of a kind.
   *
   * @param what its name, such as {@code jobs}
   * @param found how many there are
   * @param added how many came, or would come
   * @param joined how many made something that was here more complete, or went further
   * @param same how many are here already
   */
  public record Line(String what, long found, long added, long joined, long same) {}

  /** How many of something. */
  public record Count(String what, long n) {}

  public Report {
    lines = List.copyOf(lines);
    stages = List.copyOf(stages);
    odd = List.copyOf(odd);
    kept = List.copyOf(kept);
    different = List.copyOf(different);
    secrets = List.copyOf(secrets);
    unread = List.copyOf(unread);
    notes = List.copyOf(notes);
  }

  /** Whether anything of it could not be read. */
  public boolean isPartial() {
    return !unread.isEmpty();
  }
}
