package dev.peregrine.host.boot;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.backup.BackupException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.LockedException;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.tiers.LicenceException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {

  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    var results = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    // Libraries of plugins print what they like, and scripts read the results.
    System.setOut(System.err);
    System.exit(run(results, new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments));
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    // "./peregrine --port 9000" means start: options that only start knows need its name first.
    String[] effective = arguments.length == 0 ? new String[] {"start"} : withStart(arguments);
    return Language.ENGLISH.calling(() -> line(out, err).execute(effective));
  }

  static CommandLine line(PrintWriter out, PrintWriter err) {
    return new CommandLine(new PeregrineCommand())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((problem, line, parsed) -> failed(problem, err));
  }

  private static String[] withStart(String[] arguments) {
    String first = arguments[0];
    if (!first.startsWith("--port") && !first.equals("--open") && !isHomeAlone(arguments)) {
      return arguments;
    }
    var longer = new String[arguments.length + 1];
    longer[0] = "start";
    System.arraycopy(arguments, 0, longer, 1, arguments.length);
    return longer;
  }

  private static boolean isHomeAlone(String[] arguments) {
    if (!arguments[0].startsWith("--home")) {
      return false;
    }
    int next = arguments[0].contains("=") ? 1 : 2;
    return arguments.length <= next || arguments[next].startsWith("-");
  }

  private static int failed(Exception problem, PrintWriter err) {
    switch (problem) {
      case UsageException usage -> {
        err.println(usage.getMessage());
        return ExitCode.WRONG_USAGE;
      }
      case FailedException failed -> err.println(failed.getMessage());
      case LockedException locked -> err.println(locked.getMessage());
      case LicenceException licence -> err.println(licence.getMessage());
      case StorageException storage -> err.println(storage.getMessage());
      case BackupException backup -> err.println(backup.getMessage());
      case ConfigException config -> err.println(config.getMessage());
      case ExtensionException extension -> err.println(extension.getMessage());
      case InterruptedException stopped -> err.println("Stopped.");
      default -> {
        LoggerFactory.getLogger(Main.class).error("A command failed", problem);
        err.printf(
            "Something went wrong inside Peregrine: %s. The log in logs/ has the details.%n",
            problem);
      }
    }
    return ExitCode.FAILED;
  }
}
