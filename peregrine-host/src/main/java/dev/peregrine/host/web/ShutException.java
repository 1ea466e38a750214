package dev.peregrine.host.web;

/** Somebody stood before a door that is shut for everybody. */
final class ShutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ShutDoor door;

  ShutException(ShutDoor door) {
    super(door.sentence(), null, false, false);
    this.door = door;
  }

  ShutDoor door() {
    return door;
  }
}
