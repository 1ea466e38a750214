package dev.peregrine.host.authors;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Maven project of a plugin.
 *
 * @param folder with its {@code pom.xml}
 * @param tree Peregrine's own source, of which the project may be a part
 */
public record MavenProject(Path folder, Path tree) {

  private static final Pattern RUNNING =
      Pattern.compile("\\[INFO\\] Running (?:[\\w$]+\\.)*([\\w$]+)");
  private static final Pattern COMPILING = Pattern.compile("\\[INFO\\] --- .*?compile");
  private static final Pattern PROBLEM =
      Pattern.compile("\\[ERROR\\] (?!Tests run|\\s*$|-> \\[Help|.*\\[Help \\d).*");
  private static final int MOST_PROBLEMS = 30;

  /**
   * What Maven made of it.
   *
   * @param built whether there is a jar; tests may have failed
   * @param problems what it says of a build that failed
   */
  public record Built(boolean built, List<String> problems) {}

  /** Whether there is a project. */
  public boolean exists() {
    return Files.isRegularFile(folder.resolve("pom.xml"));
  }

  /** Compiles, tests and packs it, whether or not the tests succeed. */
  public Built build(Consumer<String> progress) throws IOException, InterruptedException {
    SurefireReports.forget(folder);
    var problems = new ArrayList<String>();
    ProcessBuilder maven =
        new ProcessBuilder(command()).directory(start().toFile()).redirectErrorStream(true);
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = maven.start();
    try {
      process.getOutputStream().close();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          told(line).ifPresent(progress);
          if (PROBLEM.matcher(line).matches() && problems.size() < MOST_PROBLEMS) {
            problems.add(line.substring("[ERROR] ".length()));
          }
        }
      }
      return new Built(process.waitFor() == 0, problems);
    } finally {
      process.destroy();
    }
  }

  private List<String> command() throws IOException {
    var command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dmaven.test.failure.ignore=true"));
    if (isOfTree()) {
      // Its parent, the API and the testkit are built with it, without their tests.
      command.addAll(
          List.of(
              "-Dquick",
              "-pl",
              tree.relativize(folder).toString(),
              "-am",
              "-Dtest=" + String.join(",", tests()),
              "-Dsurefire.failIfNoSpecifiedTests=false"));
    }
    command.add("package");
    return command;
  }

  private Path start() {
    return isOfTree() ? tree : folder;
  }

  private boolean isOfTree() {
    return folder.startsWith(tree.resolve("plugins")) && Files.exists(tree.resolve("pom.xml"));
  }

  private static Optional<String> told(String line) {
    Matcher running = RUNNING.matcher(line);
    if (running.find()) {
      return Optional.of("Running " + running.group(1) + " …");
    }
    return COMPILING.matcher(line).find() && !line.contains("testCompile")
        ? Optional.of("Compiling …")
        : Optional.empty();
  }

  /** The names of its test classes; Maven's own pattern where it has none. */
  private List<String> tests() throws IOException {
    return sources()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> name.endsWith("Test.java"))
        .map(name -> name.substring(0, name.length() - ".java".length()))
        .sorted()
        .toList();
  }

  private Stream<Path> sources() throws IOException {
    Path tests = folder.resolve("src").resolve("test").resolve("java");
    if (!Files.isDirectory(tests)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(tests)) {
      return files.filter(Files::isRegularFile).toList().stream();
    }
  }

  /** Whether one of its tests is a contract of the testkit. */
  public boolean hasContract() throws IOException {
    for (Path test : sources().toList()) {
      if (Files.readString(test).matches("(?s).*\\bextends\\s+\\w+Contract\\b.*")) {
        return true;
      }
    }
    return false;
  }

  /** The plugin's jar: in {@code target/}, or in the folder itself where that is no project. */
  public Optional<Path> jar() throws IOException {
    Path place = exists() ? folder.resolve("target") : folder;
    if (!Files.isDirectory(place)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(MavenProject::isPlugin).sorted().findFirst();
    }
  }

  private static boolean isPlugin(Path file) {
    if (!file.toString().endsWith(".jar")) {
      return false;
    }
    try (var jar = new JarFile(file.toFile())) {
      return jar.getManifest() != null
          && jar.getManifest().getMainAttributes().getValue("Plugin-Id") != null;
    } catch (IOException unreadable) {
      return false;
    }
  }
}
