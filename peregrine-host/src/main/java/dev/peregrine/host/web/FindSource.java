package dev.peregrine.host.web;

import java.util.List;

/** Says what of a feature the command palette can find, for the current tenant. */
@FunctionalInterface
public interface FindSource {

  /**
   * What may fit; the palette compares and sorts. Asked at each keystroke, so it must be quick.
   *
   * @param words what was typed, may be empty
   * @param most how many are of use
   */
  List<Findable> find(String words, int most);
}
