package dev.peregrine.host.boot;

import dev.peregrine.host.backup.BackupPlan;
import dev.peregrine.host.backup.BackupTasks;
import dev.peregrine.host.backup.Backups;
import dev.peregrine.host.backup.DryRun;
import dev.peregrine.host.backup.Passphrase;
import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.backup.StoredBackup;
import dev.peregrine.host.storage.HomeLock;
import dev.peregrine.host.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description = "Makes, checks and restores backups of everything.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BackupCommand.CreateCommand.class,
      BackupCommand.VerifyCommand.class,
      BackupCommand.RestoreCommand.class,
      BackupCommand.ListCommand.class
    })
final class BackupCommand {

  private static final String PASSPHRASE_FILE =
      "A file whose first line is the passphrase; - reads it from standard input.";

  private static Optional<String> firstLine(Installation installation, @Nullable String file)
      throws IOException {
    if (file == null) {
      return Optional.empty();
    }
    String text;
    if (file.equals("-")) {
      text = new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } else {
      Path path = installation.typed(file);
      if (!Files.isRegularFile(path)) {
        throw new UsageException(
            "There is no file \"%s\". Put the passphrase into its first line.".formatted(path));
      }
      text = Files.readString(path);
    }
    String line = text.lines().findFirst().orElse("");
    if (line.isBlank()) {
      throw new UsageException(
          "The first line of \"%s\" is empty, expected the passphrase.".formatted(file));
    }
    return Optional.of(line);
  }

  private static Progress telling(Output output) {
    return new Progress() {
      @Override
      public void step(String text) {
        output.message(text);
      }

      @Override
      public void of(long done, long total) {}
    };
  }

  @Command(
      name = "create",
      description =
          "Makes a backup, also while Peregrine runs. Without a passphrase, keys and passwords are left out.",
      mixinStandardHelpOptions = true)
  static final class CreateCommand extends TenantCommand {

    @Parameters(
        paramLabel = "FILE",
        arity = "0..1",
        description = "Where to (default: a new file in data/backups/)")
    private @Nullable String file;

    @Option(names = "--passphrase-file", paramLabel = "F", description = PASSPHRASE_FILE)
    private @Nullable String passphraseFile;

    @Option(names = "--with-plugins", description = "Also the jars of plugins you added.")
    private boolean withPlugins;

    @Option(
        names = "--portable",
        description = "One that any Peregrine can restore, where databases are encrypted.")
    private boolean portable;

    @Override
    int run(Peregrine peregrine, Output output) throws IOException {
      BackupTasks tasks = peregrine.backups();
      Backups backups = tasks.backups();
      Optional<Passphrase> passphrase =
          firstLine(peregrine.installation(), passphraseFile).map(Passphrase::forNew);
      Path target = file == null ? backups.newFile(false) : peregrine.installation().typed(file);
      Backups.Made made =
          tasks.make(target, new BackupPlan(passphrase, withPlugins, portable), telling(output));
      output.message(BackupTasks.sentence(made, passphrase.isPresent()));
      output.line(made.file().toString());
      return ExitCode.DONE;
    }
  }

  /** A command that opens neither the database nor a plugin. */
  abstract static class FilesCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      CommandSpec known = Objects.requireNonNull(spec);
      var output = new Output(known.commandLine().getOut(), known.commandLine().getErr());
      Installation installation = ((PeregrineCommand) known.root().userObject()).installation();
      Logging.begin(installation.home(), installation.log());
      return run(installation, Peregrine.backups(installation), output);
    }

    abstract int run(Installation installation, Backups backups, Output output) throws Exception;

    /** A file as it was typed, or else a name of the list. */
    static Path found(Installation installation, Backups backups, String typed) {
      Path file = installation.typed(typed);
      boolean isName = !Files.exists(file) && !typed.contains("/") && !typed.contains("\\");
      return isName ? backups.named(typed) : file;
    }
  }

  @Command(
      name = "verify",
      description = "Reads a whole backup and compares every file with its checksum.",
      mixinStandardHelpOptions = true)
  static final class VerifyCommand extends FilesCommand {

    @Parameters(paramLabel = "FILE", description = "The backup, or its name in the list.")
    private String file = "";

    @Option(names = "--passphrase-file", paramLabel = "F", description = PASSPHRASE_FILE)
    private @Nullable String passphraseFile;

    @Override
    int run(Installation installation, Backups backups, Output output) throws IOException {
      output.line(
          backups.verify(
              found(installation, backups, file),
              firstLine(installation, passphraseFile).map(Passphrase::new),
              Progress.SILENT));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "restore",
      description =
          "Puts a backup in the place of what is there, which is set aside. Peregrine must not run.",
      mixinStandardHelpOptions = true)
  static final class RestoreCommand extends FilesCommand {

    @Parameters(paramLabel = "FILE", description = "The backup, or its name in the list.")
    private String file = "";

    @Option(names = "--passphrase-file", paramLabel = "F", description = PASSPHRASE_FILE)
    private @Nullable String passphraseFile;

    @Option(names = "--dry-run", description = "Only say what it would change.")
    private boolean dryRun;

    @Override
    int run(Installation installation, Backups backups, Output output) throws IOException {
      Path backup = found(installation, backups, file);
      Optional<Passphrase> passphrase =
          firstLine(installation, passphraseFile).map(Passphrase::new);
      if (dryRun) {
        said(backups.look(backup, passphrase), output);
        return ExitCode.DONE;
      }
      try (HomeLock lock = take(installation)) {
        if (backups.isHalfDone()) {
          backups.apply().ifPresent(output::message);
        }
        said(backups.look(backup, passphrase), output);
        backups.prepare(backup, passphrase, telling(output));
        backups.apply().ifPresent(output::message);
      }
      return ExitCode.DONE;
    }

    private static HomeLock take(Installation installation) {
      try {
        return HomeLock.take(installation.home().resolve("data"));
      } catch (StorageException runs) {
        throw new FailedException(
            "%s Or restore on its page Settings → Backup, which starts it again by itself."
                .formatted(runs.getMessage()));
      }
    }

    private static void said(DryRun run, Output output) {
      output.line(
          "Made %s by Peregrine %s: %,d jobs, now %,d."
              .formatted(run.made(), run.peregrine(), run.jobs(), run.jobsNow()));
      output.table(
          run.changes().stream()
              .map(
                  change ->
                      List.of(
                          change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                          change.path()))
              .sorted((one, other) -> String.join(" ", one).compareTo(String.join(" ", other)))
              .toList());
      output.line("%,d files are the same already.".formatted(run.same()));
      if (!run.secrets()) {
        output.line("It holds no keys and passwords; those that are here stay.");
      }
      if (run.olderSchema()) {
        output.line("Its database is of an older Peregrine and is brought up to date.");
      }
      run.missingPlugins().forEach(plugin -> output.line("Not installed here: " + plugin));
    }
  }

  @Command(
      name = "list",
      description = "Lists the backups in data/backups/, the newest first.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends FilesCommand {

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Installation installation, Backups backups, Output output) {
      List<StoredBackup> all = backups.all();
      if (json) {
        for (StoredBackup backup : all) {
          var object = new LinkedHashMap<String, Object>();
          object.put("name", backup.name());
          object.put("kind", backup.kind().name().toLowerCase(Locale.ROOT));
          object.put("bytes", backup.bytes());
          object.put("made", backup.made().toString());
          object.put("encrypted", backup.encrypted());
          output.json(object);
        }
        return ExitCode.DONE;
      }
      output.table(
          all.stream()
              .map(
                  backup ->
                      List.of(
                          backup.name(),
                          "%,d kB".formatted((backup.bytes() + 999) / 1_000),
                          backup.kind().words() + (backup.encrypted() ? ", encrypted" : "")))
              .toList());
      if (all.isEmpty()) {
        output.message("No backups yet. Make one with: peregrine backup create");
      }
      return ExitCode.DONE;
    }
  }
}
