package dev.peregrine.host.web;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A page in the navigation. It is added with its route, so that no entry leads nowhere.
 *
 * @param id names it for {@link Visit#shell}
 * @param label as people read it
 * @param icon its sign
 * @param path where it leads
 * @param order small ones come first; up to 99 stand in the upper group
 * @param waiting how much waits there, asked for at each page; must be quick
 */
public record MenuEntry(
    String id, String label, Icon icon, String path, int order, Supplier<OptionalLong> waiting) {

  /** An entry without a number. */
  public static MenuEntry of(String id, String label, Icon icon, String path, int order) {
    return new MenuEntry(id, label, icon, path, order, OptionalLong::empty);
  }

  /** This with a number beside it; none is shown for zero. */
  public MenuEntry counting(Supplier<OptionalLong> newWaiting) {
    return new MenuEntry(id, label, icon, path, order, newWaiting);
  }
}
