package dev.peregrine.host.resumes;

import java.util.Optional;

/**
 * Somebody who vouches for the person.
 *
 * @param other members we have no name for, kept as they are
 */
public record Reference(Optional<String> name, Optional<String> reference, Unmapped other) {

  /** Says nothing. */
  public static final Reference EMPTY =
      new Reference(Optional.empty(), Optional.empty(), Unmapped.NONE);

  public Reference withName(Optional<String> name) {
    return new Reference(name, reference, other);
  }

  public Reference withName(String name) {
    return withName(Optional.of(name));
  }

  public Reference withReference(Optional<String> reference) {
    return new Reference(name, reference, other);
  }

  public Reference withReference(String reference) {
    return withReference(Optional.of(reference));
  }

  public Reference withOther(Unmapped other) {
    return new Reference(name, reference, other);
  }
}
