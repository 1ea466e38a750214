package dev.peregrine.host.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The keyring of the operating system, asked through the command that comes with it. The key goes
 * through standard input, never through the arguments, which every program on the machine can read.
 *
 * @param command the command's file
 * @param kind which keyring
 * @param account names the key among others; one for each home
 */
record Keyring(Path command, Kind kind, String account) {

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String SERVICE = "peregrine";

  /** As the keyring's own window shows it. */
  static final String LABEL = "Peregrine: key of the stored secrets";

  enum Kind {
    SECRET_TOOL("secret-tool"),
    SECURITY("security");

    private final String command;

    Kind(String command) {
      this.command = command;
    }
  }

  /** The keyring did not do what it was asked for. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The keyring of this system; empty where its command is not on the path, or the person wants
   * none.
   */
  static Optional<Keyring> found(Map<String, String> environment, String system, String account) {
    if (environment.getOrDefault("PEREGRINE_KEYRING", "").equals("off")) {
      return Optional.empty();
    }
    Kind kind = system.startsWith("Mac") ? Kind.SECURITY : Kind.SECRET_TOOL;
    for (String folder : environment.getOrDefault("PATH", "").split(":")) {
      Path command = Path.of(folder.isEmpty() ? "." : folder).resolve(kind.command);
      if (!folder.isEmpty() && Files.isExecutable(command)) {
        return Optional.of(new Keyring(command, kind, account));
      }
    }
    return Optional.empty();
  }

  String name() {
    return kind == Kind.SECURITY ? "the keychain of macOS" : "the keyring of your desktop";
  }

  /** What it keeps for us; empty where it keeps nothing. */
  Optional<String> read() throws Refused {
    List<String> arguments =
        switch (kind) {
          case SECRET_TOOL -> List.of("lookup", "service", SERVICE, "account", account);
          case SECURITY -> List.of("find-generic-password", "-s", SERVICE, "-a", account, "-w");
        };
    Said said = run(arguments, "");
    if (said.code() == 0) {
      return Optional.of(said.out().strip()).filter(text -> !text.isEmpty());
    }
    // 44: errSecItemNotFound. secret-tool says nothing when it found nothing.
    boolean nothing = kind == Kind.SECURITY ? said.code() == 44 : said.error().isBlank();
    if (nothing) {
      return Optional.empty();
    }
    throw new Refused(said.why());
  }

  void write(String text) throws Refused {
    Said said =
        switch (kind) {
          case SECRET_TOOL ->
              run(
                  List.of("store", "--label=" + LABEL, "service", SERVICE, "account", account),
                  text);
          case SECURITY ->
              run(
                  List.of("-i"),
                  "add-generic-password -U -s %s -a %s -w %s%n".formatted(SERVICE, account, text));
        };
    if (said.code() != 0) {
      throw new Refused(said.why());
    }
    // Some say "done" and keep nothing, such as one without a session.
    if (!read().equals(Optional.of(text))) {
      throw new Refused("it did not keep it");
    }
  }

  void remove() throws Refused {
    Said said =
        switch (kind) {
          case SECRET_TOOL -> run(List.of("clear", "service", SERVICE, "account", account), "");
          case SECURITY ->
              run(List.of("delete-generic-password", "-s", SERVICE, "-a", account), "");
        };
    if (said.code() != 0 || read().isPresent()) {
      throw new Refused(said.code() == 0 ? "it still has it" : said.why());
    }
  }

  private record Said(int code, String out, String error) {
    String why() {
      String first = error.lines().findFirst().orElse("").strip();
      return first.isEmpty() ? "exit code " + code : first;
    }
  }

  private Said run(List<String> arguments, String input) throws Refused {
    var line = new ArrayList<String>();
    line.add(command.toString());
    line.addAll(arguments);
    Process process = null;
    try {
      Path errors = Files.createTempFile("peregrine-keyring", ".txt");
      try {
        process = new ProcessBuilder(line).redirectError(errors.toFile()).start();
        try (var to = process.getOutputStream()) {
          to.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notListening) {
          // Its exit code says it.
        }
        // A key is short: it fits the pipe, so waiting first cannot block.
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
          throw new Refused("it did not answer within %d s".formatted(LONGEST.toSeconds()));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.exitValue(), out, Files.readString(errors));
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException broken) {
      throw new Refused(broken.getClass().getSimpleName());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new Refused("it was interrupted");
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }
}
