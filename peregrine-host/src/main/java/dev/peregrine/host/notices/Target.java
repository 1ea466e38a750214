package dev.peregrine.host.notices;

/**
 * Where the person can be told something.
 *
 * @param key of the integration, or {@link Targets#BROWSER}
 * @param name as people read it
 * @param longestTitle in characters
 * @param longestText of text and items together, in characters
 */
public record Target(String key, String name, int longestTitle, int longestText) {

  public boolean isBrowser() {
    return key.equals(Targets.BROWSER);
  }
}
