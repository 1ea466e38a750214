package dev.peregrine.host.storage;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A database could not be used. The message is for whoever runs the program: which file, what, what
 * to do; {@link #told} is for the person whose it is.
 */
public sealed class StorageException extends RuntimeException
    permits InUseException, FencedException {

  private static final long serialVersionUID = 1L;

  /** What guests on somebody's machine are told of it. */
  enum Kind {
    FULL("full"),
    LOCKED("locked"),
    DAMAGED("damaged"),
    UNREACHABLE("unreachable"),
    OTHER_KEY("other-key"),
    RENEWING("renewing"),
    /** What the message says. */
    AS_SAID("");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  StorageException(String message, @Nullable Throwable cause) {
    this(Kind.AS_SAID, message, cause);
  }

  StorageException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** The files are just being replaced by others of the same person. */
  public static StorageException renewing() {
    return new StorageException(
        Kind.RENEWING, "The files of this person are being replaced; try again at once.", null);
  }

  /** Replacing them could not be finished. */
  public static StorageException halfRenewed(RuntimeException why) {
    return new StorageException(Kind.UNREACHABLE, String.valueOf(why.getMessage()), why);
  }

  /** Whether it is over by itself, soon. */
  public boolean isPassing() {
    return kind == Kind.RENEWING || kind == Kind.LOCKED || this instanceof FencedException;
  }

  /** Whether the file was made by another server or for somebody else. */
  public boolean isOthers() {
    return kind == Kind.OTHER_KEY;
  }

  Kind kind() {
    return kind;
  }

  /**
   * What a person is told. One on their own machine reads the whole message; a guest cannot repair
   * the machine and is not told of it, but what became of what is theirs.
   */
  public String told(Tenant tenant) {
    return tenant.isGuest() && kind != Kind.AS_SAID
        ? t("web.storage-" + kind.key)
        : tenant.told(String.valueOf(getMessage()));
  }
}
