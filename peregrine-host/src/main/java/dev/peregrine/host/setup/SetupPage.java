package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Shell;
import dev.peregrine.host.web.Visit;

/**
 * The first screen: what, where, and a résumé.
 *
 * @param what titles as typed
 * @param where places as typed
 * @param remoteToo whether remote work is fine besides
 * @param onlyRemote whether nothing else is
 * @param pasted the résumé as pasted
 * @param problem what is wrong with the résumé; empty for nothing
 */
record SetupPage(
    Shell shell,
    String what,
    String where,
    boolean remoteToo,
    boolean onlyRemote,
    String pasted,
    String problem) {

  static SetupPage empty(Visit visit) {
    return new SetupPage(shell(visit), "", "", true, false, "", "");
  }

  static SetupPage typed(Visit visit) {
    return new SetupPage(
        shell(visit),
        visit.value("what"),
        visit.value("where"),
        visit.has("remote"),
        visit.has("only"),
        visit.value("pasted"),
        "");
  }

  private static Shell shell(Visit visit) {
    return visit.shell(t("setup.welcome"), "").alone();
  }

  SetupPage with(String newProblem) {
    return new SetupPage(shell, what, where, remoteToo, onlyRemote, pasted, newProblem);
  }
}
