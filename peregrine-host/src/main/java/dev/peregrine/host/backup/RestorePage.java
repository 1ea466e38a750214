package dev.peregrine.host.backup;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * What a restore would change, before the yes.
 *
 * @param name of the backup
 * @param asks whether its passphrase is asked for first
 * @param problem why it cannot be restored, or what is wrong with the passphrase; empty for nothing
 * @param look what it would change; empty until that can be told
 * @param lock where the passphrase is kept meanwhile; empty without one
 */
record RestorePage(
    Shell shell, String name, boolean asks, String problem, Optional<Look> look, String lock) {

  /** Facts and files. */
  record Look(List<Fact> facts, List<Files> files, List<String> notes) {}

  /** A line of the table. */
  record Fact(String label, String value) {}

  /** Files to which the same happens. */
  record Files(String what, String icon, List<String> paths) {}

  String token() {
    return shell.token();
  }
}
