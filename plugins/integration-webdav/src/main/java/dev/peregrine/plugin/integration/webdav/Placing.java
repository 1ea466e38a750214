package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.SafeName;
import dev.peregrine.integration.wire.UploadNote;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Finds the place of one document and puts it there.
 *
 * @param tree the server's files
 * @param sender writes a file
 */
record Placing(DavTree tree, Sender sender, Upload upload, IntegrationContext context) {

  private static final int MOST_NAMES = 100;

  /** What is larger is not read back to compare it. */
  private static final long LARGEST_READ = 20 << 20;

  /** Writes a file, whole or in parts; false where what is there is not as expected. */
  interface Sender {
    boolean send(List<String> steps, Upload upload, Optional<DavFile> former)
        throws ExtensionException, InterruptedException;
  }

  /**
   * Where the document is.
   *
   * @param number of the file, in Nextcloud
   */
  record Placed(Kept kept, Optional<String> number) {}

  /** Stores the document below these folders. */
  Placed place(List<String> root) throws ExtensionException, InterruptedException {
    Optional<Kept> former = upload.storedId().flatMap(Kept::parse);
    if (former.isPresent()) {
      Kept kept = former.get();
      Optional<DavFile> file = tree.look(kept.steps()).filter(found -> !found.isFolder());
      if (file.isPresent() && file.get().tag().equals(kept.tag())) {
        boolean same = upload.sha256().startsWith(kept.hash());
        return same ? placed(kept.steps(), file.get()) : over(kept.steps(), file.get());
      }
      if (file.isPresent() && isOurs(kept.steps(), file.get())) {
        return over(kept.steps(), file.get());
      }
    }
    return placeAnew(root);
  }

  private Placed placeAnew(List<String> root) throws ExtensionException, InterruptedException {
    var folder = new ArrayList<>(root);
    folder.addAll(SafeName.folders(upload.folder()));
    tree.makeFolders(folder);
    String name = SafeName.file(upload.content().name());
    for (int number = 1; number <= MOST_NAMES; number++) {
      var steps = new ArrayList<>(folder);
      steps.add(SafeName.numbered(name, number));
      Optional<DavFile> there = tree.look(steps);
      if (there.isEmpty()) {
        Optional<Placed> placed = sent(steps, Optional.empty());
        if (placed.isPresent()) {
          return placed.get();
        }
      } else if (!there.get().isFolder() && isOurs(steps, there.get())) {
        return over(steps, there.get());
      }
    }
    throw new ExtensionException(
        Kind.REFUSED,
        "Folder \"%s\" has %d files named \"%s\". Move some away."
            .formatted(String.join("/", folder), MOST_NAMES, name));
  }

  /** Whether it is this document, or what a try that broke off left of it. */
  private boolean isOurs(List<String> steps, DavFile file)
      throws ExtensionException, InterruptedException {
    if (isSame(steps, file)) {
      return true;
    }
    Optional<UploadNote> note = UploadNote.of(upload, context);
    if (note.isEmpty() || !note.get().where().equals(Kept.path(steps))) {
      return false;
    }
    return file.length() > LARGEST_READ || sha256(steps, file).equals(note.get().sha256());
  }

  private boolean isSame(List<String> steps, DavFile file)
      throws ExtensionException, InterruptedException {
    return file.length() == upload.content().length()
        && (file.sha256().isPresent() || file.length() <= LARGEST_READ)
        && sha256(steps, file).equals(upload.sha256());
  }

  private String sha256(List<String> steps, DavFile file)
      throws ExtensionException, InterruptedException {
    if (file.sha256().isPresent()) {
      return file.sha256().get();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(tree.read(steps)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Placed over(List<String> steps, DavFile file)
      throws ExtensionException, InterruptedException {
    if (isSame(steps, file)) {
      UploadNote.remove(upload, context);
      return placed(steps, file);
    }
    return sent(steps, Optional.of(file)).orElseThrow(() -> changing(steps));
  }

  private Optional<Placed> sent(List<String> steps, Optional<DavFile> former)
      throws ExtensionException, InterruptedException {
    UploadNote.put(upload, Kept.path(steps), context);
    if (!sender.send(steps, upload, former)) {
      return Optional.empty();
    }
    // Asked anew: the header has a tag only with some servers, and none the number of the file.
    DavFile now = tree.look(steps).orElseThrow(() -> changing(steps));
    UploadNote.remove(upload, context);
    return Optional.of(placed(steps, now));
  }

  private Placed placed(List<String> steps, DavFile file) {
    return new Placed(Kept.of(steps, upload.sha256(), file.tag()), file.number());
  }

  private static ExtensionException changing(List<String> steps) {
    return new ExtensionException(
        Kind.UNAVAILABLE,
        "The file \"%s\" was changed by somebody else just now. It is tried again later."
            .formatted(String.join("/", steps)));
  }
}
