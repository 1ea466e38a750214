package dev.peregrine.host.account;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * The plan, and leaving.
 *
 * @param away why what stands here may be old, and nothing can be changed; empty for neither
 * @param tier such as {@code Paid}
 * @param plan what the plan is, as a sentence
 * @param manage where it is changed; empty where nobody said
 * @param used what is used of what; empty where nothing has a limit
 * @param going when everything goes; empty for never
 * @param problem why it was not planned; may be empty
 */
record AccountPage(
    Shell shell,
    SettingsNav nav,
    Optional<String> away,
    String tier,
    String plan,
    String manage,
    List<Used> used,
    String going,
    String days,
    boolean taken,
    String problem,
    List<Proof> proofs) {

  /** What says that everything of an earlier time is gone. */
  record Proof(String id, String when, String what) {}

  String token() {
    return shell.token();
  }
}
