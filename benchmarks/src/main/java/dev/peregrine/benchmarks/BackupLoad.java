package dev.peregrine.benchmarks;

import dev.peregrine.host.backup.BackupPlan;
import dev.peregrine.host.backup.Backups;
import dev.peregrine.host.backup.Passphrase;
import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.storage.DatabaseFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Measures backups: {@code benchmarks/run.sh BackupLoad FOLDER}, where FOLDER is one that {@code
 * PipelineLoad 100000 400 FOLDER} filled. Makes a backup, plain and encrypted, checks it, restores
 * it into a home that has data, and goes back.
 */
public final class BackupLoad {

  private BackupLoad() {}

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    var clock = InstantSource.system();
    var files = new DatabaseFiles(clock);
    var backups = new Backups(home, files, "load", clock);
    System.out.printf(
        "database: %,d MB, %,d jobs%n",
        Files.size(home.resolve("data/staging.db")) / 1_000_000,
        files.rows(home.resolve("data/staging.db"), "jobs"));
    Optional<Passphrase> phrase = Optional.of(Passphrase.forNew("correct horse battery staple"));
    Path plain = home.resolve("plain.zip");
    Path locked = home.resolve("locked.zip");
    Files.deleteIfExists(plain);
    Files.deleteIfExists(locked);
    measure(
        "made, plain", () -> backups.make(plain, BackupPlan.usual(), List.of(), Progress.SILENT));
    measure(
        "made, encrypted",
        () -> backups.make(locked, new BackupPlan(phrase, false), List.of(), Progress.SILENT));
    System.out.printf(
        "archives: %,d MB and %,d MB%n",
        Files.size(plain) / 1_000_000, Files.size(locked) / 1_000_000);
    measure("checked, plain", () -> backups.verify(plain, Optional.empty(), Progress.SILENT));
    measure("checked, encrypted", () -> backups.verify(locked, phrase, Progress.SILENT));
    measure("restored, plain", () -> restore(backups, plain, Optional.empty()));
    measure("restored, encrypted", () -> restore(backups, locked, phrase));
    System.out.printf("jobs after it: %,d%n", files.rows(home.resolve("data/staging.db"), "jobs"));
  }

  private static void restore(Backups backups, Path file, Optional<Passphrase> phrase) {
    backups.prepare(file, phrase, Progress.SILENT);
    backups.apply();
  }

  private static void measure(String what, Work work) throws Exception {
    long cpu = LoadHome.cpu();
    long begin = System.nanoTime();
    work.run();
    System.out.printf(
        "%-22s %5.1f s (%.1f CPU-s)%n",
        what, (System.nanoTime() - begin) / 1e9, (LoadHome.cpu() - cpu) / 1e9);
  }
}
