package dev.peregrine.host.storage;

/**
 * Another program may have taken over whose file this is, so nothing was stored. Who tries again in
 * a moment reaches the one that may. The message is for a person.
 */
public final class FencedException extends StorageException {

  private static final long serialVersionUID = 1L;

  public FencedException(String message) {
    super(message, null);
  }
}
