package dev.peregrine.host.person;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Map;

/**
 * What the person says of themselves, as a form.
 *
 * @param seen the save that the form was made from
 * @param person as typed
 * @param changed whether it differs from what is stored
 * @param elsewhere what another window saved meanwhile, a line each; empty where none did
 * @param errors by field
 * @param focus the field that has the cursor next; empty for none
 */
record PersonPage(
    Shell shell,
    int seen,
    Person person,
    boolean changed,
    List<String> elsewhere,
    Map<String, String> errors,
    String focus) {

  String error(String field) {
    return errors.getOrDefault(field, "");
  }

  String token() {
    return shell.token();
  }
}
