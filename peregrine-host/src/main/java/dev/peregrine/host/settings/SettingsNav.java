package dev.peregrine.host.settings;

import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The groups and their lines, beside each page of the settings.
 *
 * @param groups those that have a line
 */
public record SettingsNav(List<Group> groups) {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsNav.class);

  /** Lines that belong together. */
  public record Group(SettingsGroup group, List<Line> lines) {

    public String id() {
      return group.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One line.
   *
   * @param here whether its page is the one that is shown
   */
  public record Line(SettingsEntry entry, boolean here) {

    public String title() {
      return entry.title();
    }

    public String path() {
      return entry.path();
    }

    /** How things are; one that cannot say it must not take the other lines along. */
    public String summary() {
      try {
        return entry.summary().get();
      } catch (RuntimeException wrong) {
        LOG.warn("Settings, line \"{}\": its state is not known.", entry.title(), wrong);
        String message = wrong.getMessage();
        return message == null ? "Its state is not known; the log says more." : message;
      }
    }
  }

  /**
   * @param path of the page that is shown
   */
  public static SettingsNav of(List<SettingsEntry> entries, String path) {
    return new SettingsNav(
        Arrays.stream(SettingsGroup.values())
            .map(
                group ->
                    new Group(
                        group,
                        entries.stream()
                            .filter(entry -> entry.group() == group)
                            .map(entry -> new Line(entry, entry.path().equals(path)))
                            .toList()))
            .filter(group -> !group.lines().isEmpty())
            .toList());
  }
}
