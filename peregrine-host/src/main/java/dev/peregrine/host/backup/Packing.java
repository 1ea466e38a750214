package dev.peregrine.host.backup;

import dev.peregrine.host.storage.DatabaseFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionLevel;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import tools.jackson.databind.json.JsonMapper;

/** Makes an archive. It has its name only once it is whole. */
final class Packing {

  static final String SECRETS_TABLE = "extension_settings";

  /** Secret settings, and others with an address that has a password in it. */
  static final String SECRETS = "secret = 1 OR value LIKE '%://%:%@%'";

  private static final int BUFFER = 1 << 16;
  private static final int TOLD_EVERY = 4 << 20;

  /** Opens the file that is written to; a test lets the disk be full. */
  @FunctionalInterface
  interface Outlet {
    OutputStream open(Path file) throws IOException;
  }

  private final Path home;
  private final DatabaseFiles databases;
  private final String version;
  private final InstantSource clock;
  private final Outlet outlet;

  private long done;
  private long told;
  private long total;

  Packing(Path home, DatabaseFiles databases, String version, InstantSource clock, Outlet outlet) {
    this.home = home;
    this.databases = databases;
    this.version = version;
    this.clock = clock;
    this.outlet = outlet;
  }

  /** Only the person may read it. */
  static OutputStream open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            Private.file(file));
    return Channels.newOutputStream(channel);
  }

  /**
   * Makes the archive.
   *
   * @param names of files that were left out because no archive can hold them are added here
   * @throws BackupException where it cannot be made; nothing is left then
   */
  Manifest make(
      Path target,
      BackupPlan plan,
      List<Manifest.Plugin> plugins,
      Map<String, String> secrets,
      List<String> unfit,
      Progress progress) {
    if (Files.exists(target)) {
      throw new BackupException(
          "\"%s\" exists already. Choose another name, or delete it first.".formatted(target));
    }
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    Path work = null;
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Path backups = Files.createDirectories(home.resolve("data/backups"));
      work = Files.createTempDirectory(backups, ".making-", Private.folder(backups));
      Files.deleteIfExists(part);
      Manifest manifest = write(part, work, plan, plugins, secrets, unfit, progress);
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      if (Files.exists(target)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } catch (IOException failed) {
      throw new BackupException(
          "The backup \"%s\" could not be written: %s Nothing is left of it; free some space, or choose another place for it."
              .formatted(target, reason(target, failed)),
          failed);
    } finally {
      Folders.forget(part);
      if (work != null) {
        Folders.forget(work);
      }
    }
  }

  private static String reason(Path target, IOException failed) {
    String said = String.valueOf(failed.getMessage());
    if (said.contains("No space") || said.contains("not enough space")) {
      return "the disk is full.";
    }
    return failed instanceof FileAlreadyExistsException
        ? "another file of that name came in between."
        : "%s (%s)."
            .formatted(
                failed.getClass().getSimpleName(), said.replace(target.toString(), "the file"));
  }

  private Manifest write(
      Path part,
      Path work,
      BackupPlan plan,
      List<Manifest.Plugin> plugins,
      Map<String, String> secrets,
      List<String> unfit,
      Progress progress)
      throws IOException {
    boolean locked = plan.passphrase().isPresent();
    var files = new ArrayList<HomeFiles.Named>();
    var leftOut = new ArrayList<String>();
    for (HomeFiles.Named named : HomeFiles.of(home)) {
      if (!EntryName.isFit(named.name())) {
        unfit.add(named.name());
      } else if (named.name().startsWith(EntryName.SEALED) && locked) {
        continue; // its values go along instead
      } else if (!locked && HomeFiles.isSecret(named)) {
        leftOut.add(named.name());
      } else {
        files.add(named);
      }
    }
    if (plan.withPlugins()) {
      HomeFiles.plugins(home).stream()
          .filter(named -> EntryName.isFit(named.name()))
          .forEach(files::add);
    }
    int schema = 0;
    long jobs = 0;
    Path database = home.resolve(EntryName.DATABASE);
    if (Files.exists(database)) {
      progress.step("Copying the database");
      Path copy = work.resolve("staging.db");
      schema = databases.copy(database, copy);
      jobs = databases.rows(copy, "jobs");
      // The task that makes this backup has not ended in the copy, and never will.
      databases.forget(
          copy,
          "background_tasks",
          "type IN ('backup', 'restore') AND state IN ('queued', 'running')");
      if (!locked) {
        databases.forget(copy, SECRETS_TABLE, SECRETS);
      }
      files.addFirst(
          new HomeFiles.Named(EntryName.DATABASE, plan.portable() ? portable(copy) : copy));
    }
    for (HomeFiles.Named named : files) {
      total += Files.size(named.file());
    }
    progress.step("Packing");
    try (OutputStream out = outlet.open(part);
        ZipOutputStream zip = zip(out, plan)) {
      var entries = new ArrayList<Manifest.Entry>();
      for (HomeFiles.Named named : files) {
        pack(zip, named, plan, progress).ifPresent(entries::add);
      }
      if (locked && !secrets.isEmpty()) {
        entries.add(values(zip, secrets, plan));
      }
      var manifest =
          new Manifest(
              Manifest.FORMAT,
              clock.instant(),
              version,
              schema,
              jobs,
              locked,
              leftOut,
              plugins,
              entries);
      zip.putNextEntry(parameters(EntryName.MANIFEST, plan));
      zip.write(manifest.json());
      zip.closeEntry();
      return manifest;
    }
  }

  /** Whoever restores it elsewhere has no key of this server. */
  private Path portable(Path copy) {
    if (!databases.areEncrypted()) {
      return copy;
    }
    Path portable = copy.resolveSibling("portable.db");
    databases.makePortable(copy, portable);
    return portable;
  }

  private java.util.Optional<Manifest.Entry> pack(
      ZipOutputStream zip, HomeFiles.Named named, BackupPlan plan, Progress progress)
      throws IOException {
    InputStream file;
    try {
      file = Files.newInputStream(named.file());
    } catch (NoSuchFileException goneMeanwhile) {
      return java.util.Optional.empty();
    }
    try (var in = new DigestInputStream(file, Hash.sha256())) {
      ZipParameters parameters = parameters(named.name(), plan);
      // Above 4 GB the format needs to know beforehand.
      parameters.setEntrySize(Math.max(1, Files.size(named.file())));
      zip.putNextEntry(parameters);
      long bytes = copied(in, zip, progress);
      zip.closeEntry();
      return java.util.Optional.of(
          new Manifest.Entry(
              named.name(), bytes, HexFormat.of().formatHex(in.getMessageDigest().digest())));
    }
  }

  /** Never written to the disk in clear. */
  private static Manifest.Entry values(
      ZipOutputStream zip, Map<String, String> secrets, BackupPlan plan) throws IOException {
    byte[] json = JsonMapper.shared().writeValueAsBytes(secrets);
    zip.putNextEntry(parameters(EntryName.SECRETS, plan));
    zip.write(json);
    zip.closeEntry();
    return new Manifest.Entry(
        EntryName.SECRETS, json.length, HexFormat.of().formatHex(Hash.sha256().digest(json)));
  }

  private long copied(InputStream in, OutputStream out, Progress progress) throws IOException {
    var buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      bytes += read;
      done += read;
      if (done - told >= TOLD_EVERY) {
        told = done;
        progress.of(done, Math.max(done, total));
      }
    }
    return bytes;
  }

  private static ZipOutputStream zip(OutputStream out, BackupPlan plan) throws IOException {
    return plan.passphrase().isPresent()
        ? new ZipOutputStream(out, plan.passphrase().get().characters())
        : new ZipOutputStream(out);
  }

  private static ZipParameters parameters(String name, BackupPlan plan) {
    var parameters = new ZipParameters();
    parameters.setFileNameInZip(name);
    // Higher levels take twice the time for a fiftieth of the size.
    parameters.setCompressionLevel(CompressionLevel.FASTEST);
    if (plan.passphrase().isPresent()) {
      parameters.setEncryptFiles(true);
      parameters.setEncryptionMethod(EncryptionMethod.AES);
      parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
    }
    return parameters;
  }
}
