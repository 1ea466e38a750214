package dev.peregrine.host.backup;

import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The backups of one home: makes, lists, checks and restores them. */
public final class Backups {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");
  private static final Duration DELETED_FOR = Duration.ofDays(1);
  private static final long SPARE_BYTES = 64L << 20;

  private final Path home;
  private final DatabaseFiles databases;
  private final String version;
  private final InstantSource clock;
  private final Packing.Outlet outlet;

  /**
   * @param home the folder with {@code config/} and {@code data/}
   * @param version of this program
   */
  public Backups(Path home, DatabaseFiles databases, String version, InstantSource clock) {
    this(home, databases, version, clock, Packing::open);
  }

  Backups(
      Path home,
      DatabaseFiles databases,
      String version,
      InstantSource clock,
      Packing.Outlet outlet) {
    this.home = home;
    this.databases = databases;
    this.version = version;
    this.clock = clock;
    this.outlet = outlet;
  }

  /**
   * A plugin as a backup remembers it.
   *
   * @param shipped whether it comes with Peregrine
   */
  public record Plugin(String id, String version, String sha256, boolean shipped) {}

  /**
   * A backup that was made.
   *
   * @param leftOut files with passwords that are not in it
   * @param unfit files whose names no archive can hold on every system
   */
  public record Made(Path file, long bytes, int files, List<String> leftOut, List<String> unfit) {}

  /** Where backups are unless the person says otherwise. */
  public Path folder() {
    return home.resolve("data/backups");
  }

  /** A name for a new backup in {@link #folder}. */
  public Path newFile(boolean scheduled) {
    String ending = (scheduled ? "-scheduled" : "") + ".zip";
    return folder().resolve(Stamp.free(folder(), "peregrine-" + Stamp.of(clock.instant()), ending));
  }

  /**
   * A name for a new backup that is made before something is changed.
   *
   * @param what that is, such as {@code import}
   */
  public Path newFileBefore(String what) {
    return folder()
        .resolve(
            Stamp.free(
                folder(),
                "peregrine-%s-before-%s".formatted(Stamp.of(clock.instant()), what),
                ".zip"));
  }

  Path newUpload() {
    return folder().resolve(Stamp.free(folder(), "uploaded-" + Stamp.of(clock.instant()), ".zip"));
  }

  /**
   * Makes a backup, while the program goes on writing.
   *
   * @throws BackupException with a sentence; no file is left then
   */
  public Made make(Path target, BackupPlan plan, List<Plugin> plugins, Progress progress) {
    return make(target, plan, plugins, Map.of(), progress);
  }

  /**
   * The same with secrets.
   *
   * @param secrets their values; they go along with a passphrase only
   */
  public Made make(
      Path target,
      BackupPlan plan,
      List<Plugin> plugins,
      Map<String, String> secrets,
      Progress progress) {
    var unfit = new ArrayList<String>();
    Manifest manifest =
        new Packing(home, databases, version, clock, outlet)
            .make(
                target,
                plan,
                plugins.stream()
                    .map(
                        plugin ->
                            new Manifest.Plugin(
                                plugin.id(), plugin.version(), plugin.sha256(), plugin.shipped()))
                    .toList(),
                secrets,
                unfit,
                progress);
    try {
      return new Made(
          target, Files.size(target), manifest.entries().size(), manifest.leftOut(), unfit);
    } catch (IOException gone) {
      throw new BackupException("The backup \"%s\" is gone again.".formatted(target), gone);
    }
  }

  /** The backups in {@link #folder}, the newest first. */
  public List<StoredBackup> all() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(folder())) {
      var all = new ArrayList<StoredBackup>();
      for (Path path : listed.filter(Backups::isBackup).toList()) {
        String name = path.getFileName().toString();
        StoredBackup.Kind kind = StoredBackup.Kind.of(name);
        all.add(
            new StoredBackup(
                name,
                kind,
                Folders.size(path),
                Stamp.in(name).orElse(Files.getLastModifiedTime(path).toInstant()),
                kind.isArchive() && Archive.isEncrypted(path)));
      }
      all.sort(
          Comparator.comparing(StoredBackup::made).thenComparing(StoredBackup::name).reversed());
      return all;
    } catch (IOException failed) {
      throw new BackupException(
          "Folder \"%s\" cannot be read. Give your user the right to.".formatted(folder()), failed);
    }
  }

  private static boolean isBackup(Path path) {
    String name = path.getFileName().toString();
    boolean isFolder = name.startsWith("before-restore-");
    return isFolder
        ? Files.exists(path.resolve(Swap.ABOUT))
        : !name.startsWith(".")
            && (name.endsWith(".zip") || name.startsWith("before-V") && name.endsWith(".db"));
  }

  /**
   * The backup of that name in {@link #folder}.
   *
   * @throws BackupException where there is none
   */
  public Path named(String name) {
    Path path = folder().resolve(NAME.matcher(name).matches() ? name : "none");
    if (!Files.exists(path) || !isBackup(path)) {
      throw new BackupException(
          "There is no backup \"%s\". Those there are: peregrine backup list".formatted(name));
    }
    return path;
  }

  /**
   * Reads a whole backup and compares it with what it says of itself.
   *
   * @return how many files it has and how large they are
   * @throws BackupException with a sentence where anything is wrong with it
   */
  public String verify(Path file, Optional<Passphrase> passphrase, Progress progress) {
    try (var archive = Archive.open(file, passphrase)) {
      archive.verify(progress);
      Manifest manifest = archive.manifest();
      checkSchema(manifest);
      return "%s, %s, made %s by Peregrine %s, with %s. All checksums are right."
          .formatted(
              Sizes.counted(manifest.entries().size(), "file"),
              Sizes.words(manifest.bytes()),
              manifest.made(),
              manifest.peregrine(),
              Sizes.counted(manifest.jobs(), "job"));
    }
  }

  private void checkSchema(Manifest manifest) {
    if (manifest.schema() > databases.schema()) {
      throw new BackupException(
          "The backup was made by Peregrine %s, whose database has schema \"%d\"; this one knows up to %d. Install that version or a newer one, then restore it. Nothing was changed."
              .formatted(manifest.peregrine(), manifest.schema(), databases.schema()));
    }
  }

  /**
   * What a restore would change. Names, sizes and versions are checked; the contents are when it is
   * restored.
   */
  public DryRun look(Path file, Optional<Passphrase> passphrase) {
    if (Files.isDirectory(file)) {
      return lookAside(file);
    }
    if (isSnapshot(file)) {
      return lookSnapshot(file);
    }
    try (var archive = Archive.open(file, passphrase)) {
      Manifest manifest = archive.manifest();
      checkSchema(manifest);
      var changes = new ArrayList<DryRun.Change>();
      int same = 0;
      Map<String, Manifest.Entry> coming = manifest.byPath();
      for (HomeFiles.Named named : present(manifest)) {
        Manifest.Entry entry = coming.remove(named.name());
        if (entry == null) {
          changes.add(new DryRun.Change(DryRun.Kind.SET_ASIDE, named.name()));
        } else if (isSame(named.file(), entry)) {
          same++;
        } else {
          changes.add(new DryRun.Change(DryRun.Kind.REPLACE, named.name()));
        }
      }
      for (String name : coming.keySet()) {
        boolean there = Files.exists(home.resolve(name));
        changes.add(new DryRun.Change(there ? DryRun.Kind.REPLACE : DryRun.Kind.ADD, name));
      }
      for (HomeFiles.Named named : HomeFiles.of(home)) {
        if (!plan(manifest, "").replaces(named.name())) {
          changes.add(new DryRun.Change(DryRun.Kind.KEEP, named.name()));
        }
      }
      Set<String> here = jars(coming.values());
      return new DryRun(
          String.valueOf(file.getFileName()),
          manifest.made(),
          manifest.peregrine(),
          manifest.bytes(),
          archive.isEncrypted(),
          manifest.secrets(),
          manifest.jobs(),
          jobsNow(),
          manifest.schema() > 0 && manifest.schema() < databases.schema(),
          changes,
          same,
          manifest.plugins().stream()
              .filter(plugin -> !plugin.shipped() && !here.contains(plugin.sha256()))
              .map(plugin -> plugin.id() + " " + plugin.version())
              .toList());
    } catch (IOException failed) {
      throw new BackupException(
          "The files in \"%s\" cannot be read. Give your user the right to.".formatted(home),
          failed);
    }
  }

  private DryRun lookAside(Path aside) {
    try {
      SwapPlan back = new Swap(home, clock).back(aside);
      return new DryRun(
          String.valueOf(aside.getFileName()),
          Stamp.in(aside.getFileName().toString())
              .orElse(Files.getLastModifiedTime(aside).toInstant()),
          version,
          Folders.size(aside),
          false,
          back.secrets(),
          databases.rows(aside.resolve(EntryName.DATABASE), "jobs"),
          jobsNow(),
          false,
          List.of(),
          0,
          List.of());
    } catch (IOException failed) {
      throw new BackupException("\"%s\" cannot be read.".formatted(aside), failed);
    }
  }

  private static boolean isSnapshot(Path file) {
    return StoredBackup.Kind.of(leaf(file.toString().replace('\\', '/')))
            == StoredBackup.Kind.BEFORE_UPGRADE
        && file.toString().endsWith(".db");
  }

  private DryRun lookSnapshot(Path snapshot) {
    try {
      return new DryRun(
          String.valueOf(snapshot.getFileName()),
          Files.getLastModifiedTime(snapshot).toInstant(),
          "before the upgrade",
          Files.size(snapshot),
          false,
          false,
          databases.rows(snapshot, "jobs"),
          jobsNow(),
          true,
          List.of(new DryRun.Change(DryRun.Kind.REPLACE, EntryName.DATABASE)),
          0,
          List.of());
    } catch (IOException failed) {
      throw new BackupException("\"%s\" cannot be read.".formatted(snapshot), failed);
    }
  }

  private Set<String> jars(Collection<Manifest.Entry> coming) throws IOException {
    var hashes = new HashSet<String>();
    coming.forEach(entry -> hashes.add(entry.sha256()));
    for (HomeFiles.Named plugin : HomeFiles.plugins(home)) {
      hashes.add(Hash.of(plugin.file()));
    }
    return hashes;
  }

  private long jobsNow() {
    return databases.rows(home.resolve(EntryName.DATABASE), "jobs");
  }

  private List<HomeFiles.Named> present(Manifest manifest) throws IOException {
    SwapPlan plan = plan(manifest, "");
    return HomeFiles.of(home).stream().filter(named -> plan.replaces(named.name())).toList();
  }

  private static boolean isSame(Path file, Manifest.Entry entry) throws IOException {
    return Files.size(file) == entry.bytes() && Hash.of(file).equals(entry.sha256());
  }

  private static SwapPlan plan(Manifest manifest, String label) {
    return new SwapPlan(label, Swap.STAGED, manifest.secrets(), manifest.leftOut(), List.of());
  }

  /**
   * Unpacks a backup beside the present state, checks every byte of it and brings its database up
   * to date. Nothing is touched; {@link #apply} does that.
   *
   * @throws BackupException with a sentence where it is not fit to be restored
   */
  public void prepare(Path file, Optional<Passphrase> passphrase, Progress progress) {
    var swap = new Swap(home, clock);
    try {
      if (swap.isHalfDone()) {
        throw new BackupException(
            "An earlier restore was interrupted. Start Peregrine, which finishes it, then try again.");
      }
      swap.drop();
      if (Files.isDirectory(file)) {
        swap.plan(swap.back(file));
        return;
      }
      boolean done = false;
      try {
        if (isSnapshot(file)) {
          stageSnapshot(file, progress, swap);
        } else {
          stage(file, passphrase, progress, swap);
        }
        done = true;
      } finally {
        if (!done) {
          Folders.forget(home.resolve(Swap.FOLDER));
        }
      }
    } catch (StorageException damaged) {
      throw new BackupException(
          damaged.isOthers()
              ? "The database in the backup is locked for somebody else or with a key that this Peregrine does not have. Nothing was changed; use one that was made to take along."
              : String.valueOf(damaged.getMessage()),
          damaged);
    } catch (IOException failed) {
      throw new BackupException(
          "The backup could not be unpacked in \"%s\" (%s). Nothing was changed; free some space, or give your user the right to write there."
              .formatted(home.resolve("data"), failed.getClass().getSimpleName()),
          failed);
    }
  }

  private void stage(Path file, Optional<Passphrase> passphrase, Progress progress, Swap swap)
      throws IOException {
    Path staged = home.resolve(Swap.STAGED);
    Manifest manifest;
    try (var archive = Archive.open(file, passphrase)) {
      manifest = archive.manifest();
      checkSchema(manifest);
      Files.createDirectories(home.resolve("data"));
      Files.createDirectories(home.resolve(Swap.FOLDER), Private.folder(home.resolve(Swap.FOLDER)));
      Files.createDirectories(staged);
      long free = Files.getFileStore(staged).getUsableSpace();
      if (free < manifest.bytes() + SPARE_BYTES) {
        throw new BackupException(
            "The backup unpacks to %s, but only %s are free. Nothing was changed; free some space."
                .formatted(Sizes.words(manifest.bytes()), Sizes.words(free)));
      }
      progress.step("Unpacking and checking");
      archive.extract(staged, progress);
    }
    Path database = staged.resolve(EntryName.DATABASE);
    if (Files.exists(database)) {
      progress.step("Checking the database");
      databases.prove(database);
      Folders.remove(staged.resolve("data/backups"));
      Path present = home.resolve(EntryName.DATABASE);
      if (!manifest.secrets() && Files.exists(present)) {
        databases.add(present, database, Packing.SECRETS_TABLE, Packing.SECRETS);
      }
    }
    swap.plan(plan(manifest, "backup \"%s\"".formatted(file.getFileName())));
  }

  /** Of the database alone; every other file stays. */
  private void stageSnapshot(Path snapshot, Progress progress, Swap swap) throws IOException {
    Path staged = home.resolve(Swap.STAGED);
    Files.createDirectories(home.resolve(Swap.FOLDER), Private.folder(home.resolve(Swap.FOLDER)));
    Path database = staged.resolve(EntryName.DATABASE);
    Files.createDirectories(database.getParent());
    long free = Files.getFileStore(staged).getUsableSpace();
    if (free < Files.size(snapshot) + SPARE_BYTES) {
      throw new BackupException(
          "The database needs %s, but only %s are free. Nothing was changed; free some space."
              .formatted(Sizes.words(Files.size(snapshot)), Sizes.words(free)));
    }
    progress.step("Copying the database");
    Files.copy(snapshot, database);
    progress.step("Checking the database");
    databases.prove(database);
    Folders.remove(staged.resolve("data/backups"));
    swap.plan(
        new SwapPlan(
            "the database \"%s\"".formatted(snapshot.getFileName()),
            Swap.STAGED,
            false,
            HomeFiles.of(home).stream().map(HomeFiles.Named::name).toList(),
            List.of()));
  }

  /** Whether a prepared restore waits for the next start. */
  public boolean isPrepared() {
    return new Swap(home, clock).isPlanned();
  }

  /** Takes a prepared restore back. */
  public void drop() {
    try {
      new Swap(home, clock).drop();
    } catch (IOException failed) {
      throw new BackupException("The prepared restore could not be cleared away.", failed);
    }
  }

  /**
   * Puts a prepared restore in place, finishes an interrupted one, and deletes what was to be
   * deleted. Whoever calls this holds the lock of the home, and nothing of it is open.
   *
   * @return what was done, as a sentence; empty where there was nothing to do
   */
  public Optional<String> apply() {
    try {
      if (new Erasure(home).finish()) {
        return Optional.of("Everything was deleted, as you wished. Peregrine begins anew.");
      }
      return new Swap(home, clock)
          .apply()
          .map(
              done ->
                  "%s %s.%s"
                      .formatted(
                          done.interrupted()
                              ? "An interrupted restore was finished; in place is"
                              : "Restored",
                          done.label(),
                          done.aside().isEmpty()
                              ? ""
                              : " What was there before is in \"%s\"; \"peregrine backup restore %s\" brings it back."
                                  .formatted(home.resolve(done.aside()), leaf(done.aside()))));
    } catch (IOException failed) {
      throw new BackupException(
          "The restore could not be finished (%s: %s). Nothing is lost: free some space or give your user the right to write in \"%s\", and start Peregrine again, which goes on with it."
              .formatted(failed.getClass().getSimpleName(), failed.getMessage(), home),
          failed);
    }
  }

  private static String leaf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Hands the values of secrets over that a restore brought, to be sealed, and removes them.
   *
   * @param sealing stores them; where it throws they stay for the next start
   */
  public void handOverSecrets(Consumer<Map<String, String>> sealing) {
    Path file = home.resolve(EntryName.SECRETS);
    if (Files.notExists(file)) {
      return;
    }
    try {
      var values = new LinkedHashMap<String, String>();
      JsonMapper.shared()
          .readTree(Files.readAllBytes(file))
          .properties()
          .forEach(value -> values.put(value.getKey(), value.getValue().asString("")));
      sealing.accept(values);
      Files.delete(file);
    } catch (IOException | JacksonException failed) {
      throw new BackupException(
          "The keys and passwords of the backup in \"%s\" cannot be read; it is left as it is."
              .formatted(file),
          failed);
    }
  }

  /** Whether something waits to be put in place or deleted, or was broken off while it was. */
  public boolean isPending() {
    return isPrepared() || isHalfDone() || erasure().isPlanned();
  }

  /** Whether a restore was broken off between its first and its last step. */
  public boolean isHalfDone() {
    return new Swap(home, clock).isHalfDone();
  }

  /** What was restored last and how to go back: label, name of what was set aside, when. */
  Optional<Swap.Done> lastRestore() {
    return new Swap(home, clock).last();
  }

  /** Deletes a backup; {@link #undelete} brings it back within a day. */
  public String delete(String name) {
    Path path = named(name);
    String at = Long.toString(clock.millis());
    try {
      Folders.move(path, folder().resolve(".deleted").resolve(at).resolve(name));
      return at;
    } catch (IOException failed) {
      throw new BackupException(
          "The backup \"%s\" could not be deleted (%s)."
              .formatted(name, failed.getClass().getSimpleName()),
          failed);
    }
  }

  /** Brings a deleted backup back. */
  public void undelete(String at, String name) {
    if (!at.matches("\\d{1,15}") || !NAME.matcher(name).matches()) {
      throw new BackupException("There is no deleted backup \"%s\".".formatted(name));
    }
    try {
      Path deleted = folder().resolve(".deleted").resolve(at).resolve(name);
      if (Files.notExists(deleted) || Files.exists(folder().resolve(name))) {
        throw new BackupException(
            "There is no deleted backup \"%s\" any more; they are kept for a day.".formatted(name));
      }
      Folders.move(deleted, folder().resolve(name));
    } catch (IOException failed) {
      throw new BackupException(
          "The backup \"%s\" could not be brought back.".formatted(name), failed);
    }
  }

  /** Clears away what was deleted a day ago, what broken work left, and scheduled ones too many. */
  void tidy(int keep) {
    Instant until = clock.instant().minus(DELETED_FOR);
    for (Path old : children(folder().resolve(".deleted"))) {
      if (Long.parseLong(old.getFileName().toString()) < until.toEpochMilli()) {
        Folders.forget(old);
      }
    }
    for (Path path : children(folder())) {
      String name = path.getFileName().toString();
      boolean left = name.startsWith(".making-") || name.endsWith(".part");
      if (left && modified(path).isBefore(until)) {
        Folders.forget(path);
      }
    }
    all().stream()
        .filter(backup -> backup.kind() == StoredBackup.Kind.SCHEDULED)
        .skip(Math.max(1, keep))
        .forEach(backup -> Folders.forget(folder().resolve(backup.name())));
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.toList();
    } catch (IOException later) {
      return List.of();
    }
  }

  private static Instant modified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (IOException gone) {
      return Instant.MAX;
    }
  }

  /** When the newest scheduled backup was made. */
  Optional<Instant> lastScheduled() {
    return all().stream()
        .filter(backup -> backup.kind() == StoredBackup.Kind.SCHEDULED)
        .map(StoredBackup::made)
        .findFirst();
  }

  Erasure erasure() {
    return new Erasure(home);
  }
}
