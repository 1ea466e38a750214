package dev.peregrine.host.earlier;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Moving in from the earlier program: what to bring, what would come, what came.
 *
 * @param folders whether a folder of the machine may be named
 * @param path a folder as it was typed
 * @param problem what is wrong with what was named; empty for nothing
 * @param ready what would come, and the yes; empty until something was named
 */
record ImportPage(
    Shell shell,
    boolean folders,
    String path,
    String problem,
    Optional<Ready> ready,
    ImportPart part) {

  /**
   * Something that was looked at.
   *
   * @param id by which it is brought
   * @param nothing whether all of it is here already
   */
  record Ready(String id, boolean nothing, Shown shown) {}

  /**
   * What changes by itself.
   *
   * @param busy whether something is being brought
   * @param failed why the last try ended; empty if it did not fail
   * @param older reports before the last one
   */
  record ImportPart(
      boolean busy,
      String step,
      OptionalDouble done,
      String failed,
      Optional<Shown> last,
      List<Shown> older) {}

  /**
   * A report as the person reads it.
   *
   * @param undo the backup from before, if it is there still; else empty
   */
  record Shown(
      String source,
      String when,
      String sentence,
      List<Row> rows,
      List<Group> groups,
      String undo) {}

  /** Numbers of a kind. */
  record Row(String what, String found, String added, String joined, String same) {}

  /** Some lines under a head. */
  record Group(String head, String about, List<String> lines) {}

  String token() {
    return shell.token();
  }
}
