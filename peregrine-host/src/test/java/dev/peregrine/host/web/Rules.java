package dev.peregrine.host.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** Holds pages against the rules of accessibility. */
public final class Rules {

  private Rules() {}

  /**
   * Axe over a page. Without frames of others, which the product has none of: the way that can look
   * into them opens a second page each time and takes twice as long.
   */
  public static AxeBuilder over(Page page) {
    return new AxeBuilder(page).setLegacyMode(true);
  }
}
