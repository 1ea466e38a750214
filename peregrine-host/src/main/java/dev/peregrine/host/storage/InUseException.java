package dev.peregrine.host.storage;

/** Another program has the file. */
final class InUseException extends StorageException {

  private static final long serialVersionUID = 1L;

  InUseException(String message) {
    super(Kind.LOCKED, message, null);
  }
}
