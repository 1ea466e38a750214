package dev.peregrine.host.hardware;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs of the machine that say something about it. One that is missing, fails, hangs or says
 * too much has said nothing.
 */
final class Programs {

  private static final int MOST_BYTES = 1 << 20;

  private final Map<String, String> environment;
  private final Duration limit;

  Programs(Map<String, String> environment, Duration limit) {
    this.environment = Map.copyOf(environment);
    this.limit = limit;
  }

  /** What a program writes to standard output when it ends well. */
  Optional<String> output(String name, String... arguments) throws InterruptedException {
    Optional<Path> program = find(name);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    var command = new ArrayList<String>(List.of(program.get().toString()));
    command.addAll(List.of(arguments));
    try {
      var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      // Numbers and words as the readers expect them.
      builder.environment().put("LC_ALL", "C");
      return read(builder.start());
    } catch (IOException cannotStart) {
      return Optional.empty();
    }
  }

  private Optional<String> read(Process process) throws IOException, InterruptedException {
    try {
      process.getOutputStream().close();
      var said = new CompletableFuture<byte[]>();
      Thread.ofVirtual().start(() -> said.complete(all(process)));
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended || process.exitValue() != 0) {
        return Optional.empty();
      }
      // A child that it left behind may hold the pipe.
      byte[] bytes = said.completeOnTimeout(new byte[0], 500, TimeUnit.MILLISECONDS).join();
      return Optional.of(new String(bytes, StandardCharsets.UTF_8)).filter(t -> !t.isBlank());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static byte[] all(Process process) {
    try (InputStream in = process.getInputStream()) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException ended) {
      return new byte[0];
    }
  }

  private Optional<Path> find(String name) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of(name, name + ".exe").map(file -> Path.of(folder, file)))
        .filter(Path::isAbsolute)
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
