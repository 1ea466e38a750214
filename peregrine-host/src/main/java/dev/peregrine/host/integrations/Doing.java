package dev.peregrine.host.integrations;

/**
 * What a connected integration does, in a line for the person, such as {@code 412 jobs in table
 * "Applications", pushed 5 min ago}.
 *
 * @param text in the person's language, as it stands on pages
 * @param path the page with more about it, such as {@code /settings/notifications}
 * @param trouble whether the person should look at it: it is paused, or something did not arrive
 */
public record Doing(String text, String path, boolean trouble) {

  public Doing {
    if (text.isBlank() || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "What an integration does is \"%s\": expected one line.".formatted(text));
    }
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException(
          "\"%s\" has the page \"%s\": expected a path of this program.".formatted(text, path));
    }
  }

  /** A line where all is well. */
  public static Doing of(String text, String path) {
    return new Doing(text, path, false);
  }

  /** A line about something that the person should look at. */
  public static Doing trouble(String text, String path) {
    return new Doing(text, path, true);
  }
}
