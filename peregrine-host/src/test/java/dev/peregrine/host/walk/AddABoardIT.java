package dev.peregrine.host.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Follows {@code docs/howto/add-a-board.md} literally: writes its files, runs its commands, and
 * looks for the output that it promises. Only three things differ from what an author does: Maven's
 * local repository is one for this test, the API is installed from a copy of the source (so that
 * the build which runs this is left alone), and the port is one that is free.
 */
@Isolated("It counts the processes of the whole test run.")
class AddABoardIT {

  private static final Path TREE = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_SOURCE =
      Set.of("target", ".git", "data", "logs", "docs", "node_modules");

  private final List<Process> background = new ArrayList<>();
  private Path folder;
  private Path here;
  private String printed = "";

  @AfterEach
  void endWhatRuns() throws InterruptedException {
    for (Process process : background) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void thePageLeadsToABoardThatIsSearched(@TempDir Path temporary) throws Exception {
    folder = temporary;
    here = Files.createDirectories(folder.resolve("projects"));
    String port = Integer.toString(freePort());
    int commands = 0;
    for (HowTo block :
        HowTo.blocks(TREE.resolve("docs").resolve("howto").resolve("add-a-board.md"))) {
      String text = block.text().replace("8000", port);
      switch (block.what() + " " + block.rest()) {
        case "sh install" -> run(text, copyOfTheSource());
        case "sh background" -> background.add(shell("exec " + text, TREE).start());
        case "sh " -> {
          run(text, TREE);
          commands++;
        }
        case "text " -> assertThat(squeezed(printed)).contains(squeezed(text).split("\n"));
        default -> write(here.resolve(block.rest()), text);
      }
    }
    assertThat(commands).as("commands that were followed").isGreaterThan(5);
  }

  private static String squeezed(String text) {
    return text.replaceAll("[ \\t]+", " ");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /**
   * Runs commands in the author's shell; where they change the folder, the next ones start there.
   */
  private void run(String commands, Path peregrine) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path where = folder.resolve("where.txt");
    Process process =
        shell("set -e\n" + commands + "\npwd > '" + where + "'\n", peregrine)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    boolean over = process.waitFor(8, TimeUnit.MINUTES);
    printed = Files.readString(output);
    assertThat(over && process.exitValue() == 0).as("%s%n%s", commands, printed).isTrue();
    if (!commands.contains("$PEREGRINE\n")) {
      here = Path.of(Files.readString(where).strip());
    }
  }

  private ProcessBuilder shell(String commands, Path peregrine) throws IOException {
    var shell = new ProcessBuilder("sh", "-c", commands).directory(here.toFile());
    String java = System.getProperty("java.home");
    shell.environment().put("JAVA_HOME", java);
    shell.environment().merge("PATH", java + "/bin", (path, bin) -> bin + ":" + path);
    shell.environment().put("PEREGRINE", peregrine.toString());
    shell.environment().put("PEREGRINE_HOME", folder.resolve("home").toString());
    shell.environment().put("PEREGRINE_START_CACHE", "off");
    shell.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + repository());
    return shell;
  }

  /**
   * The person's repository by links, but with Peregrine's own artifacts of this test only. Not in
   * the temporary folder: nothing that clears up after a test should meet such links.
   */
  private static Path repository() throws IOException {
    Path repository = Path.of("target", "authors-repository").toAbsolutePath();
    Path known = Path.of(System.getProperty("maven.repo.local", defaultRepository()));
    linkAll(known, repository, "dev");
    linkAll(known.resolve("dev"), repository.resolve("dev"), "peregrine");
    return repository;
  }

  private static String defaultRepository() {
    return Path.of(System.getProperty("user.home"), ".m2", "repository").toString();
  }

  private static void linkAll(Path from, Path to, String but) throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        Path link = to.resolve(entry.getFileName());
        if (!link.endsWith(but) && !Files.exists(link)) {
          Files.createSymbolicLink(link, entry);
        }
      }
    }
  }

  private Path copyOfTheSource() throws IOException {
    Path copy = folder.resolve("source");
    Files.walkFileTree(
        TREE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_SOURCE.contains(String.valueOf(from.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(TREE.relativize(from)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              Files.copy(from, copy.resolve(TREE.relativize(from)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return copy;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
