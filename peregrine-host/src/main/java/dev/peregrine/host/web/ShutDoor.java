package dev.peregrine.host.web;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Something that this Peregrine does for nobody. It is no fault and no question of who may: pages
 * say so where the button would be.
 *
 * @param path of what it leads to; {@code *} stands for one part of it, {@code **} at the end for
 *     all that follows
 * @param pages whether it is shut to who only wants to look, too
 * @param heading such as {@code Off in the demo}, in the language of the page
 * @param reason a sentence that says why
 */
public record ShutDoor(
    String path, boolean pages, Supplier<String> heading, Supplier<String> reason) {

  /** See {@link #heading}. */
  String title() {
    return heading.get();
  }

  /** See {@link #reason}. */
  String sentence() {
    return reason.get();
  }

  /** The path as a regular expression of Java and of browsers. */
  String pattern() {
    return "^"
        + path.replaceAll("[.$?+()\\[\\]{}|^]", "\\\\$0")
            .replace("/**", "(/.*)?")
            .replaceAll("(?<!\\.)\\*", "[^/]+")
        + "$";
  }

  boolean leadsTo(String method, String asked) {
    return (pages || method.equals("POST")) && Pattern.matches(pattern(), asked);
  }
}
