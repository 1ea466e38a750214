package dev.peregrine.host.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a restore would change, before it does.
 *
 * @param name of the backup
 * @param made when
 * @param peregrine the version that made it
 * @param bytes unpacked
 * @param encrypted whether it needs a passphrase
 * @param secrets whether it brings keys and passwords
 * @param jobs how many jobs it brings
 * @param jobsNow how many there are
 * @param olderSchema whether its database is brought up to this version first
 * @param changes what happens to each file that is not the same already
 * @param same how many files are the same already
 * @param missingPlugins plugins that were installed then and are not here, such as {@code board-x
 *     1.2.0}
 */
public record DryRun(
    String name,
    Instant made,
    String peregrine,
    long bytes,
    boolean encrypted,
    boolean secrets,
    long jobs,
    long jobsNow,
    boolean olderSchema,
    List<Change> changes,
    int same,
    List<String> missingPlugins) {

  /** What happens to a file. */
  public enum Kind {
    ADD,
    REPLACE,
    SET_ASIDE,
    KEEP
  }

  /**
   * A file that changes, or is kept on purpose.
   *
   * @param path within the home
   */
  public record Change(Kind kind, String path) {}

  public DryRun {
    changes = List.copyOf(changes);
    missingPlugins = List.copyOf(missingPlugins);
  }

  List<String> paths(Kind kind) {
    return changes.stream()
        .filter(change -> change.kind() == kind)
        .map(Change::path)
        .sorted()
        .toList();
  }
}
