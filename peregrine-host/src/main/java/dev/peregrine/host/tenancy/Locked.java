package dev.peregrine.host.tenancy;

/**
 * What a person is told of something that is locked.
 *
 * @param name what it is called, such as {@code Company research}
 * @param does a sentence: what it would do
 * @param unlocks a sentence: what opens it
 */
public record Locked(String name, String does, String unlocks) {

  /** All of it, for a line. */
  public String sentence() {
    return "%s is locked. %s %s".formatted(name, does, unlocks);
  }
}
