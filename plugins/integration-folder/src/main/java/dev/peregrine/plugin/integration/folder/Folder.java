package dev.peregrine.plugin.integration.folder;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.ForDocumentStore;
import dev.peregrine.integration.wire.SafeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder of the machine on which Peregrine runs: a drive, a share, or the folder that the program
 * of a store such as MEGA, Syncthing or iCloud carries elsewhere.
 */
public final class Folder implements DocumentStore {

  private static final int MOST_NAMES = 100;

  @Override
  public ForDocumentStore descriptor() {
    return ForDocumentStore.of(
            About.of(
                    "folder",
                    "Folder",
                    "Documents into a folder of this machine: a drive, a share, or one that the program of another store keeps in step.")
                .withSettings(
                    new SettingSpec.Text(
                        "folder",
                        "Folder",
                        "The whole path of a folder that is there, such as /home/anna/Documents/Peregrine.",
                        true,
                        Optional.empty())))
        .withLargest(1L << 40);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException {
    Path root = root(context);
    if (!Files.isDirectory(root)) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Folder \"%s\" is not there. Make it, or correct the path.".formatted(root));
    }
    if (!Files.isWritable(root)) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Folder \"%s\" cannot be written to. Give Peregrine the right to, or choose another."
              .formatted(root));
    }
    return "Documents go into \"%s\".".formatted(root);
  }

  @Override
  public Stored store(Upload upload, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    Path root = present(root(context));
    try {
      Optional<Kept> former = upload.storedId().flatMap(Kept::parse);
      if (former.isPresent() && former.get().isIn(root)) {
        return written(root, former.get().path(), upload);
      }
      return stored(root, upload);
    } catch (IOException failed) {
      throw Trouble.of(failed, root);
    }
  }

  @Override
  public Optional<Stored> find(String storedId, IntegrationContext context)
      throws ExtensionException {
    Path root = present(root(context));
    try {
      Optional<Kept> kept = Kept.parse(storedId);
      if (kept.isEmpty() || !Files.isRegularFile(root.resolve(kept.get().path()))) {
        return Optional.empty();
      }
      String now = Kept.hash(root.resolve(kept.get().path()));
      return Optional.of(new Stored(storedId, Optional.of(now), Optional.empty()));
    } catch (IOException failed) {
      throw Trouble.of(failed, root);
    }
  }

  /** Under the wanted name, or with a number behind it where another file has that. */
  private static Stored stored(Path root, Upload upload)
      throws IOException, ExtensionException, InterruptedException {
    Path folder = root;
    for (String step : SafeName.folders(upload.folder())) {
      folder = folder.resolve(step);
    }
    Path _ = Files.createDirectories(folder);
    String name = SafeName.file(upload.content().name());
    for (int number = 1; number <= MOST_NAMES; number++) {
      Path file = folder.resolve(SafeName.numbered(name, number));
      boolean free = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      if (free || isSame(file, upload)) {
        return written(root, root.relativize(file).toString(), upload);
      }
    }
    throw new ExtensionException(
        Kind.REFUSED,
        "Folder \"%s\" has %d files named \"%s\". Move some away."
            .formatted(folder, MOST_NAMES, name));
  }

  private static Stored written(Path root, String path, Upload upload)
      throws IOException, ExtensionException, InterruptedException {
    Path file = root.resolve(path);
    if (!isSame(file, upload)) {
      Writing.put(upload.content(), file);
    }
    var kept = new Kept(List.of(path.split("[/\\\\]")), Kept.shortened(upload.sha256()));
    return new Stored(kept.id(), Optional.of(kept.hash()), Optional.empty());
  }

  private static boolean isSame(Path file, Upload upload) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == upload.content().length()
        && Kept.hash(file).equals(Kept.shortened(upload.sha256()));
  }

  private static Path root(IntegrationContext context) throws ExtensionException {
    String text = context.settings().text("folder").orElse("").strip();
    try {
      Path root = Path.of(text);
      if (!text.isEmpty() && root.isAbsolute()) {
        return root.normalize();
      }
    } catch (InvalidPathException odd) {
      context.log().log(System.Logger.Level.DEBUG, "No path: {0}", odd.getReason());
    }
    throw new ExtensionException(
        Kind.BAD_SETTINGS,
        "Folder \"%s\": expected a whole path, such as /home/anna/Documents. Correct it in the settings."
            .formatted(text));
  }

  /** A drive that is not plugged in comes back, so this is tried again. */
  private static Path present(Path root) throws ExtensionException {
    if (!Files.isDirectory(root)) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "Folder \"%s\" is not there. Connect the drive it is on, or choose another folder."
              .formatted(root));
    }
    return root;
  }
}
