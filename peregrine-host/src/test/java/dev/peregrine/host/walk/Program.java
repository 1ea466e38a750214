package dev.peregrine.host.walk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built program, started by its launcher as a person starts it. */
final class Program implements AutoCloseable {

  /** What a command printed, and its exit code. */
  record Printed(int exit, String out, String err) {}

  private static final Path LAUNCHER = Path.of("..", "peregrine").toAbsolutePath().normalize();
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

  private final Process process;
  private final String address;

  private Program(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts the program on a free port and waits for its address. */
  static Program start(Path home) throws IOException {
    Process process =
        builder(home, "start", "--port", "0")
            .redirectError(home.resolve("stderr.txt").toFile())
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        return new Program(process, matcher.group());
      }
    }
    throw new IOException("Peregrine ended before it said its address; see stderr.txt in " + home);
  }

  /** Runs a command to its end. */
  static Printed run(Path home, Path folder, String... arguments)
      throws IOException, InterruptedException {
    Process process = builder(home, arguments).directory(folder.toFile()).start();
    process.getOutputStream().close();
    var out = new Reading(process.getInputStream());
    var err = new Reading(process.getErrorStream());
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("The command did not end: " + List.of(arguments));
    }
    return new Printed(process.exitValue(), out.text(), err.text());
  }

  private static final class Reading {
    private final StringBuilder text = new StringBuilder();
    private final Thread thread;

    Reading(InputStream in) {
      thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    } catch (IOException broken) {
                      text.append(broken);
                    }
                  });
    }

    String text() throws InterruptedException {
      thread.join();
      return text.toString();
    }
  }

  private static ProcessBuilder builder(Path home, String... arguments) {
    var command = new ArrayList<String>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("PEREGRINE_HOME", home.toString());
    builder.environment().put("PEREGRINE_START_CACHE", "off");
    return builder;
  }

  String address() {
    return address;
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
