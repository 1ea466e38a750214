package dev.peregrine.host.web;

import java.util.function.Supplier;

/**
 * A line on the page Settings. It is added with its route, so that no line leads nowhere.
 *
 * @param group where it stands
 * @param name as people read it, a noun, asked for at each look in its language
 * @param path where it leads
 * @param order small ones come first in their group
 * @param summary how things are now, as one sentence; asked for at each look at Settings, for the
 *     current tenant, so it must be quick. What it throws is shown in its place.
 */
public record SettingsEntry(
    SettingsGroup group, Supplier<String> name, String path, int order, Supplier<String> summary) {

  /** A line that is called the same in every language. */
  public SettingsEntry(
      SettingsGroup group, String title, String path, int order, Supplier<String> summary) {
    this(group, () -> title, path, order, summary);
  }

  /** What it is called in the language of the request. */
  public String title() {
    return name.get();
  }
}
