package dev.peregrine.host.setup;

import dev.peregrine.host.person.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who the person is, as a form.
 *
 * @param seen the save that the form was made from
 * @param identity as typed, or as known
 * @param fromResume whether some of it is from the résumé and not saved yet
 * @param elsewhere what another window saved meanwhile, a line each; empty where none did
 * @param errors by field
 */
record IdentityStepPage(
    StepFrame frame,
    int seen,
    Identity identity,
    boolean fromResume,
    List<String> elsewhere,
    Map<String, String> errors) {

  private static final int LEAST_ROWS = 2;

  /** The links, and room for one more. */
  List<Identity.Link> rows() {
    var rows = new ArrayList<>(identity.links());
    do {
      rows.add(new Identity.Link("", ""));
    } while (rows.size() < LEAST_ROWS);
    return rows;
  }

  String error(String field) {
    return errors.getOrDefault(field, "");
  }

  String token() {
    return frame.token();
  }
}
