package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.DocumentStore.Upload;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Deposit;
import dev.peregrine.integration.wire.UploadNote;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server's files for one document.
 *
 * @param tree the server's files
 * @param root the folders of the settings
 * @param sender writes a file
 */
record Placing(
    DavTree tree, List<String> root, Sender sender, Upload upload, IntegrationContext context)
    implements Deposit.Shelf<Placing.Found> {

  /** What is larger is not read back to compare it. */
  private static final long LARGEST_READ = 20 << 20;

  /** The document in its place. */
  Found place() throws ExtensionException, InterruptedException {
    Found placed = Deposit.put(upload, this);
    UploadNote.remove(upload, context);
    return placed;
  }

  /** The id by which it is found again. */
  Kept kept(Found placed) {
    return Kept.of(placed.steps(), upload.sha256(), placed.file().tag());
  }

  /** Writes a file, whole or in parts; false where what is there is not as expected. */
  interface Sender {
    boolean send(List<String> steps, Upload upload, Optional<DavFile> former)
        throws ExtensionException, InterruptedException;
  }

  /**
   * A file that is there, or the document in its place.
   *
   * @param steps from the top of the server's files to it
   * @param file as the server describes it
   */
  record Found(List<String> steps, DavFile file) {

    boolean isFolder() {
      return file.isFolder();
    }
  }

  @Override
  public Optional<Found> former(String storedId) throws ExtensionException, InterruptedException {
    Optional<Kept> kept = Kept.parse(storedId);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    Optional<Found> found = look(kept.get().steps()).filter(there -> !there.isFolder());
    if (found.isEmpty()) {
      return found;
    }
    boolean untouched = found.get().file().tag().equals(kept.get().tag());
    if (untouched && upload.sha256().startsWith(kept.get().hash())) {
      // As it was put, so it need not be read to know what is in it.
      return Optional.of(
          new Found(kept.get().steps(), found.get().file().withSha256(upload.sha256())));
    }
    return untouched || isOurs(found.get()) ? found : Optional.empty();
  }

  @Override
  public Optional<Found> at(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    tree.makeFolders(below(folder));
    return look(below(folder, name));
  }

  private Optional<Found> look(List<String> steps) throws ExtensionException, InterruptedException {
    return tree.look(steps).map(file -> new Found(steps, file));
  }

  private List<String> below(List<String> folder, String... name) {
    return Stream.of(root.stream(), folder.stream(), Stream.of(name)).flatMap(all -> all).toList();
  }

  /** Whether it is this document, or what a try that broke off left of it. */
  @Override
  public boolean isOurs(Found found) throws ExtensionException, InterruptedException {
    if (found.isFolder() || isSame(found)) {
      return !found.isFolder();
    }
    List<String> steps = found.steps();
    DavFile file = found.file();
    Optional<UploadNote> note = UploadNote.of(upload, context);
    if (note.isEmpty() || !note.get().where().equals(Kept.path(steps))) {
      return false;
    }
    return file.length() > LARGEST_READ || sha256(steps, file).equals(note.get().sha256());
  }

  @Override
  public boolean isSame(Found found) throws ExtensionException, InterruptedException {
    DavFile file = found.file();
    return file.length() == upload.content().length()
        && (file.sha256().isPresent() || file.length() <= LARGEST_READ)
        && sha256(found.steps(), file).equals(upload.sha256());
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

  @Override
  public Optional<Found> add(List<String> folder, String name)
      throws ExtensionException, InterruptedException {
    return sent(below(folder, name), Optional.empty());
  }

  @Override
  public Found replace(Found found) throws ExtensionException, InterruptedException {
    return sent(found.steps(), Optional.of(found.file()))
        .orElseThrow(() -> changing(found.steps()));
  }

  private Optional<Found> sent(List<String> steps, Optional<DavFile> former)
      throws ExtensionException, InterruptedException {
    UploadNote.put(upload, Kept.path(steps), context);
    if (!sender.send(steps, upload, former)) {
      return Optional.empty();
    }
    // Asked anew: the header has a tag only with some servers, and none the number of the file.
    return Optional.of(look(steps).orElseThrow(() -> changing(steps)));
  }

  private static ExtensionException changing(List<String> steps) {
    return Deposit.changedMeanwhile(String.join("/", steps));
  }
}
