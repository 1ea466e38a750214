package dev.peregrine.host.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugin files of all folders, each copied and read once as long as it does not change. */
final class PluginFiles {

  private static final Logger LOG = LoggerFactory.getLogger(PluginFiles.class);

  private final List<Path> shipped;
  private final Path dropFolder;
  private final PluginCopies copies;
  private List<FoundPlugin> fromShipped = List.of();
  private Map<Path, FoundPlugin> dropped = Map.of();

  PluginFiles(List<Path> shipped, Path dropFolder, InstantSource clock) {
    this.shipped = List.copyOf(shipped);
    this.dropFolder = dropFolder;
    this.copies = new PluginCopies(copyFolder(dropFolder), clock);
  }

  private static Path copyFolder(Path dropFolder) {
    Path beside = dropFolder.resolve(".cache");
    try {
      Files.createDirectories(beside);
      if (Files.isWritable(beside)) {
        return beside;
      }
    } catch (IOException e) {
      LOG.warn("Folder \"{}\" cannot be written; plugins run from a temporary one.", beside, e);
    }
    try {
      return Files.createTempDirectory("peregrine-plugins");
    } catch (IOException e) {
      LOG.error("There is no folder to copy plugins to. Free some space and start again.", e);
      return beside;
    }
  }

  /**
   * Looks at what came with Peregrine; a build may change these files under a running program.
   *
   * @param wanted hashes of copies that are kept, however old they are
   */
  void lookAtShipped(Set<String> wanted) {
    copies.tidy(wanted);
    var files = new ArrayList<PluginFile>();
    shipped.forEach(folder -> files.addAll(PluginFile.in(folder, true)));
    fromShipped = AtOnce.map(files, file -> FoundPlugin.look(file, copies));
  }

  /** Everything, the shipped ones first, each part sorted by file name. */
  List<FoundPlugin> all() {
    List<PluginFile> files = PluginFile.in(dropFolder, false);
    dropped =
        AtOnce.map(files, this::looked).stream()
            .collect(Collectors.toMap(found -> found.file().path(), Function.identity()));
    var all = new ArrayList<>(fromShipped);
    files.forEach(file -> all.add(dropped.get(file.path())));
    return all;
  }

  private FoundPlugin looked(PluginFile file) {
    FoundPlugin before = dropped.get(file.path());
    if (before == null || !before.file().stamp().equals(file.stamp())) {
      return FoundPlugin.look(file, copies);
    }
    // What could not even be copied is tried again: its permissions may have changed.
    boolean wasUnreadable =
        before instanceof FoundPlugin.Unusable unusable && unusable.copy().isEmpty();
    return wasUnreadable ? FoundPlugin.look(file, copies) : before;
  }

  /** Changes when a file of the drop folder does. */
  List<String> stamps() {
    return PluginFile.in(dropFolder, false).stream().map(PluginFile::stamp).toList();
  }

  /** The copy of a file of that hash, where it is still there and as it was. */
  Optional<Path> copy(String sha256) {
    return copies.find(sha256);
  }

  /** Puts a copy into the place of a plugin of the drop folder, which goes to the bin. */
  void putBack(PluginFile now, Path copy) {
    Path target = dropFolder.resolve(copy.getFileName());
    if (Files.exists(target) && !target.equals(now.path())) {
      throw new IllegalStateException(
          "\"%s\" is there already and is another plugin's. Give it another name first."
              .formatted(target));
    }
    bin(now);
    try {
      Path part = Files.createTempFile(dropFolder, ".back-", ".part");
      Files.copy(copy, part, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, target);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "\"%s\" could not be written. Copy \"%s\" there by hand.".formatted(target, copy), e);
    }
  }

  /** Moves a plugin of the drop folder out of sight, where the person can get it back. */
  void bin(PluginFile file) {
    Path bin = dropFolder.resolve(".bin");
    try {
      Files.createDirectories(bin);
      Path target = bin.resolve(file.path().getFileName());
      for (int i = 2; Files.exists(target); i++) {
        target = bin.resolve(i + "-" + file.path().getFileName());
      }
      Files.move(file.path(), target);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "File \"%s\" could not be moved to \"%s\". Delete it by hand."
              .formatted(file.path(), bin),
          e);
    }
  }
}
