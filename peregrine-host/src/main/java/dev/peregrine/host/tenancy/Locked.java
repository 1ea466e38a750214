package dev.peregrine.host.tenancy;

/**
 * What a person is told of something that is locked.
 *
 * @param name what it is called, such as {@code Company research}
 * @param does a sentence: what it would do
 * @param unlocks a sentence: what opens it
 * @param managed whether no tier opens it, because whoever runs the program decides it
 */
public record Locked(String name, String does, String unlocks, boolean managed) {

  /** Something that a tier or a model of one's own opens. */
  public Locked(String name, String does, String unlocks) {
    this(name, does, unlocks, false);
  }

  /** All of it, for a line. */
  public String sentence() {
    return managed
        ? "%s: %s".formatted(name, unlocks)
        : "%s is locked. %s %s".formatted(name, does, unlocks);
  }
}
