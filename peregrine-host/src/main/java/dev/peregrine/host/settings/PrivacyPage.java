package dev.peregrine.host.settings;

import dev.peregrine.host.web.Notice;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * What is kept where, and what leaves this machine.
 *
 * @param leaving that text goes to somebody else
 * @param goes what may go out, when, and to whom
 * @param lately whom Peregrine called, the last one first
 * @param home the folder of everything that is kept; empty where it is on another's machine
 * @param kept what is kept in it
 * @param guest whether the machine is another's
 * @param hosted whether somebody's service knows who the person is
 */
record PrivacyPage(
    Shell shell,
    SettingsNav nav,
    Optional<Notice> leaving,
    List<Goes> goes,
    List<Lately> lately,
    String home,
    List<Kept> kept,
    boolean guest,
    boolean hosted) {

  /**
   * Something that may go out.
   *
   * @param who it goes to
   * @param what of the person's, and when
   * @param isOn whether it can happen now
   * @param state whether it can, in words
   * @param path where it is changed
   */
  record Goes(String who, String what, boolean isOn, String state, String path) {}

  /** Whom Peregrine called, and for what. */
  record Lately(String host, String caller, String calls, String bytes, String last) {}

  /** What is kept, and where. */
  record Kept(String what, String where, String size) {}
}
