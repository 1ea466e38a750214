package dev.peregrine.host.tenancy;

/** Something was asked for that the current tenant may not use. The message is for the person. */
public final class LockedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Locked locked;

  public LockedException(Locked locked) {
    super(locked.sentence());
    this.locked = locked;
  }

  /** What is locked and what opens it. */
  public Locked locked() {
    return locked;
  }
}
