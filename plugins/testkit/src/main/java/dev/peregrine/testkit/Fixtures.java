package dev.peregrine.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Answers recorded from real services, which are other people's data and therefore not part of the
 * source: a folder {@code shared/fixtures} beside or above the working folder, or the one that the
 * system property {@code peregrine.fixtures} names. Where it is absent, tests over it say so and
 * pass.
 */
public final class Fixtures {

  private Fixtures() {}

  /** The folder, if it is here. */
  public static Optional<Path> folder() {
    String named = System.getProperty("peregrine.fixtures", "");
    if (!named.isBlank()) {
      return Optional.of(Path.of(named)).filter(Files::isDirectory);
    }
    return Stream.<Path>iterate(
            Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("shared").resolve("fixtures"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** The answers of one board, sorted by name; none where the folder is absent. */
  public static List<Path> ofBoard(String id) {
    Optional<Path> board = folder().map(all -> all.resolve("boards").resolve(id));
    if (board.isEmpty() || !Files.isDirectory(board.get())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(board.get())) {
      return files.filter(file -> !file.toString().endsWith(".source")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A test for each of these files, or one that says that there are none and passes. */
  public static Stream<DynamicTest> tests(List<Path> files, FixtureTest test) {
    return files.isEmpty()
        ? Stream.of(DynamicTest.dynamicTest("fixtures are not here: nothing was checked", () -> {}))
        : files.stream()
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        String.valueOf(file.getFileName()), () -> test.check(file)));
  }

  /** What is asserted of a recorded answer. */
  public interface FixtureTest {
    void check(Path file) throws Exception;
  }
}
