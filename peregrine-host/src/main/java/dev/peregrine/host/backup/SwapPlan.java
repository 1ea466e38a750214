package dev.peregrine.host.backup;

import java.util.List;

/**
 * What takes the place of what.
 *
 * @param label what is put in place, for a person
 * @param from the folder under the home whose files come in
 * @param secrets whether keys and passwords are replaced as well
 * @param keeps names of files that stay as they are
 * @param removes names of files that go besides
 */
record SwapPlan(
    String label, String from, boolean secrets, List<String> keeps, List<String> removes) {

  SwapPlan {
    keeps = List.copyOf(keeps);
    removes = List.copyOf(removes);
  }

  boolean replaces(String name) {
    return !keeps.contains(name) && (secrets || !EntryName.isSecret(name));
  }
}
