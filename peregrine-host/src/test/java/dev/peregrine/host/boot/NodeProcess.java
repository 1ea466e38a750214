package dev.peregrine.host.boot;

import dev.peregrine.api.board.JobBoard;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that a test began and ends: a node of its own JVM, or the server in front. */
final class NodeProcess implements AutoCloseable {

  private final Process process;
  final int port;

  private NodeProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** The whole program, as the launcher starts it but for its memory. */
  static NodeProcess node(Path home, Path install, int port, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(home);
    var command =
        new ArrayList<String>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dperegrine.install=" + install,
                "-Dperegrine.root=" + install,
                "-Dperegrine.cwd=" + install,
                "--module-path",
                api().toString(),
                "--add-modules",
                "peregrine.api",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.peregrine.host.boot.Main",
                "start",
                "--port",
                Integer.toString(port)));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("PEREGRINE_HOME", home.toString());
    return started(builder, home, port);
  }

  /** Wherever this test has it, on its module path or on its class path. */
  private static Path api() throws IOException {
    try {
      return Path.of(JobBoard.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException odd) {
      throw new IOException(odd);
    }
  }

  /** Caddy over a file of its own. */
  static NodeProcess caddy(Path program, Path folder, Path file, int port, Map<String, String> more)
      throws IOException {
    var builder =
        new ProcessBuilder(
            program.toString(), "run", "--config", file.toString(), "--adapter", "caddyfile");
    builder.environment().putAll(more);
    // It keeps files at home.
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    return started(builder, folder, port);
  }

  private static NodeProcess started(ProcessBuilder builder, Path folder, int port)
      throws IOException {
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile());
    return new NodeProcess(builder.start(), port);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What each of its threads does, where it is a Java program that lives. */
  String stacks() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      return "";
    }
    Process asked =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "Thread.print")
            .redirectErrorStream(true)
            .start();
    String all = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int _ = asked.waitFor();
    return all;
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    int _ = process.destroyForcibly().waitFor();
  }

  /** Lets it do nothing at all until {@link #wake}. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void wake() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    int end = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    if (end != 0) {
      throw new IOException("Signal %s could not be sent.".formatted(signal));
    }
  }

  /** Asks it to end, and waits. */
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
