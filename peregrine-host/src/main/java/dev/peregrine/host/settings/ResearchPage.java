package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;

/**
 * Where companies are looked up.
 *
 * @param address of SearXNG, as typed; empty for the usual one
 * @param usual the usual one
 * @param engines one a line
 * @param web whether anything but postings is read
 * @param soon whether a job that gets to the phone screen has its company looked up
 * @param contact the mail address that the SEC is told
 * @param keySet whether there is a key of Companies House
 * @param trial how a trial went, as a sentence; empty for none
 * @param kind the trial's colour
 * @param problem what is wrong with the file; empty for nothing
 */
record ResearchPage(
    Shell shell,
    SettingsNav nav,
    String address,
    String usual,
    String engines,
    boolean web,
    boolean soon,
    String contact,
    boolean keySet,
    String addressError,
    String enginesError,
    String contactError,
    String trial,
    String kind,
    String problem) {

  String token() {
    return shell.token();
  }
}
