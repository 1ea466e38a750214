package dev.peregrine.host.web;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A page in the navigation. It is added with its route, so that no entry leads nowhere.
 *
 * @param id names it for {@link Visit#shell}
 * @param title as people read it, asked for at each page in its language
 * @param icon its sign
 * @param path where it leads
 * @param order small ones come first; up to 99 stand in the upper group
 * @param waiting how much waits there, asked for at each page; must be quick
 * @param always whether it stands there also while nothing waits
 */
public record MenuEntry(
    String id,
    Supplier<String> title,
    Icon icon,
    String path,
    int order,
    Supplier<OptionalLong> waiting,
    boolean always) {

  /** An entry without a number. */
  public static MenuEntry of(String id, Supplier<String> title, Icon icon, String path, int order) {
    return new MenuEntry(id, title, icon, path, order, OptionalLong::empty, true);
  }

  /** An entry that is called the same in every language. */
  public static MenuEntry of(String id, String title, Icon icon, String path, int order) {
    return of(id, () -> title, icon, path, order);
  }

  /** What it is called in the language of the request. */
  public String label() {
    return title.get();
  }

  /** This with a number beside it; none is shown for zero. */
  public MenuEntry counting(Supplier<OptionalLong> newWaiting) {
    return new MenuEntry(id, title, icon, path, order, newWaiting, always);
  }

  /** This, but left out while nothing waits there. */
  public MenuEntry whileWaiting() {
    return new MenuEntry(id, title, icon, path, order, waiting, false);
  }
}
