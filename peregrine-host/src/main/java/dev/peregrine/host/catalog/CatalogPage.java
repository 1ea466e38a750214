package dev.peregrine.host.catalog;

import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * The plugins: those that wait for an answer first, then the installed ones and their settings.
 *
 * @param managed who decides which are here, where it is not the person; else empty
 */
record CatalogPage(
    Shell shell,
    String lede,
    String managed,
    List<Waiting> waiting,
    List<Kind> kinds,
    List<Installed> installed,
    Optional<SettingsForm> settings,
    String problem) {

  /** A file that was found and does not run before the person says so. */
  record Waiting(
      String id,
      String question,
      String description,
      String what,
      String madeBy,
      List<String> hosts,
      String hostsSaid,
      String can,
      String file,
      String size,
      String seen,
      String hash,
      boolean canRemove,
      String why,
      Optional<String> before,
      Optional<Locked> locked) {}

  /** A kind of plugin to look at alone. */
  record Kind(String label, String path, boolean here) {}

  /**
   * An installed plugin.
   *
   * @param tag a class for the state's colour
   * @param settingsPath where its settings are, empty where it has none
   */
  record Installed(
      String id,
      String name,
      String state,
      String tag,
      Icon icon,
      String about,
      List<String> hosts,
      String counted,
      String problem,
      List<Link> settings,
      String license,
      String file,
      Optional<String> before,
      Optional<Locked> locked,
      Lately lately,
      boolean isOn,
      String onLabel,
      boolean canRemove) {}

  /**
   * Whom a plugin called lately.
   *
   * @param said all of it in a line; empty where it called nobody
   */
  record Lately(String said, List<Called> hosts) {}

  /** The calls to one host. */
  record Called(String host, String calls, String failed, String size, String last) {}

  /** Where an extension's settings are. */
  record Link(String label, String path, boolean here) {}

  String token() {
    return shell.token();
  }
}
