package dev.peregrine.integration.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.DocumentStore.Upload;
import java.util.List;
import java.util.Optional;

/** Puts one document where it belongs, as every document store has to. */
public final class Deposit {

  private static final int MOST_NAMES = 100;

  private Deposit() {}

  /**
   * A store, for one document.
   *
   * @param <F> a file as the service describes it
   */
  public interface Shelf<F> {

    /** The document of the last time where it is now; empty where that is not it any more. */
    Optional<F> former(String storedId) throws ExtensionException, InterruptedException;

    /** The file of that name; the folders below the one of the settings may be missing. */
    Optional<F> at(List<String> folder, String name)
        throws ExtensionException, InterruptedException;

    /** Whether a file was put there for this document, by a try that broke off if nothing else. */
    boolean isOurs(F file) throws ExtensionException, InterruptedException;

    /** Whether a file has the content of this document already. */
    boolean isSame(F file) throws ExtensionException, InterruptedException;

    /** Puts it under a free name; empty where that was taken meanwhile. */
    Optional<F> add(List<String> folder, String name)
        throws ExtensionException, InterruptedException;

    /** Puts it in the place of its former version. */
    F replace(F file) throws ExtensionException, InterruptedException;
  }

  /** Stores a document. */
  public static <F> F put(Upload upload, Shelf<F> shelf)
      throws ExtensionException, InterruptedException {
    if (upload.storedId().isPresent()) {
      Optional<F> former = shelf.former(upload.storedId().get());
      if (former.isPresent()) {
        return current(former.get(), shelf);
      }
    }
    List<String> folder = SafeName.folders(upload.folder());
    String name = SafeName.file(upload.content().name());
    for (int number = 1; number <= MOST_NAMES; number++) {
      String numbered = SafeName.numbered(name, number);
      Optional<F> there = shelf.at(folder, numbered);
      if (there.isPresent() && shelf.isOurs(there.get())) {
        return current(there.get(), shelf);
      }
      Optional<F> added = there.isPresent() ? Optional.empty() : shelf.add(folder, numbered);
      if (added.isPresent()) {
        return added.get();
      }
    }
    throw new ExtensionException(
        Kind.REFUSED,
        "Folder \"%s\" has %d files named \"%s\". Move some away."
            .formatted(String.join("/", folder), MOST_NAMES, name));
  }

  private static <F> F current(F file, Shelf<F> shelf)
      throws ExtensionException, InterruptedException {
    return shelf.isSame(file) ? file : shelf.replace(file);
  }

  /** Somebody changed a file between two calls. */
  public static ExtensionException changedMeanwhile(String name) {
    return new ExtensionException(
        Kind.UNAVAILABLE,
        "The file \"%s\" was changed by somebody else just now. It is tried again later."
            .formatted(name));
  }
}
