package dev.peregrine.host.boot;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line: without a command it starts the program. */
@Command(
    name = "peregrine",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Searches many job boards at once, says why a job fits, and leaves applying to you.",
    subcommands = {
      StartCommand.class,
      DemoCommand.class,
      BoardCommand.class,
      DiscoverCommand.class,
      AddCommand.class,
      JobsCommand.class,
      ScoreCommand.class,
      ResumeCommand.class,
      LetterCommand.class,
      ResearchCommand.class,
      ExportCommand.class,
      NumbersCommand.class,
      MailCommand.class,
      TaskCommand.class,
      TokenCommand.class,
      LlmCommand.class,
      PluginCommand.class,
      IntegrationsCommand.class,
      BackupCommand.class,
      ImportCommand.class,
      McpCommand.class,
      DoctorCommand.class,
      LicenceCommand.class,
      CloudCommand.class,
      WarmUpCommand.class
    },
    footer = {
      "",
      "The launcher adds:  build  test",
      "Results go to standard output, messages to standard error; --json prints one object a line.",
      "Exit: 0 done, 1 failed, 2 wrong usage, 3 done in part."
    })
final class PeregrineCommand {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Where everything is kept (default: PEREGRINE_HOME, else the launcher's folder).")
  private @Nullable Path home;

  @Option(
      names = "--tenant",
      paramLabel = "UUID",
      scope = ScopeType.INHERIT,
      description = "Whose data a command works on, where a Peregrine has many people.")
  private @Nullable String tenant;

  Installation installation() {
    return Installation.found(Optional.ofNullable(home), Optional.ofNullable(tenant));
  }
}
