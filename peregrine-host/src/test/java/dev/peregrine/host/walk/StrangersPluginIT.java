package dev.peregrine.host.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.peregrine.host.walk.Program.Printed;
import dev.peregrine.host.web.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stranger's board: begun with {@code plugin new}, compiled against nothing but the API's jar,
 * dropped into the folder of a running Peregrine, used, replaced and removed.
 */
class StrangersPluginIT {

  private static final Path API =
      Path.of("target", "peregrine", "api", "peregrine-api-0.1.0.jar").toAbsolutePath();
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  @Test
  void aDroppedJarWaitsForTheYesRunsIsReplacedAndGoes(@TempDir Path folder) throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Printed made = Program.run(home, folder, "plugin", "new", "board-village");
    assertThat(made.exit()).as(made.err()).isZero();
    Path source = folder.resolve("board-village");
    Path first = build(source, folder.resolve("one"), "1.0.0");
    Path plugins = Files.createDirectories(home.resolve("plugins"));

    try (var program = Program.start(home);
        var chromium = new Chromium()) {
      Page page = chromium.browser().newPage();
      page.setDefaultTimeout(20_000);
      page.navigate(program.address() + "/plugins");
      assertThat(page.locator("main")).not().containsText("Village");

      // Dropped while it runs: the page asks by itself.
      Path dropped = plugins.resolve("board-village.jar");
      Files.copy(first, dropped);
      assertThat(page.locator("#waiting")).containsText("not running", SOON);
      assertThat(page.locator("#waiting")).containsText("Tomke Harms");
      assertThat(page.locator("#waiting")).containsText("api.village.example");
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch on").setExact(true))
          .first()
          .click();
      assertThat(page.locator("#installed")).containsText("1.0.0", SOON);
      Printed listed = Program.run(home, folder, "board", "list", "--json");
      assertThat(listed.out()).contains("\"id\":\"village\"");

      // Replaced by a newer build.
      Path second = build(source, folder.resolve("two"), "1.1.0");
      Files.copy(second, dropped, StandardCopyOption.REPLACE_EXISTING);
      assertThat(page.locator("main")).containsText("1.1.0", SOON);

      // Removed.
      Files.delete(dropped);
      assertThat(page.locator("#installed"))
          .not()
          .containsText(
              Pattern.compile("Village"),
              new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }
  }

  /**
   * Compiles and packs as an author would by hand, with the API's jar and nothing of this project.
   */
  private static Path build(Path source, Path out, String version) throws IOException {
    Path classes = Files.createDirectories(out.resolve("classes"));
    var arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "--module-path",
                API.toString(),
                "--module-version",
                version));
    try (Stream<Path> files = Files.walk(source.resolve("src").resolve("main").resolve("java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(f -> arguments.add(f.toString()));
    }
    // JSpecify's annotations are not at hand for an author who takes only the API's jar.
    run("javac", withoutJspecify(arguments));
    Path manifest = out.resolve("manifest.txt");
    Files.writeString(
        manifest,
        """
        Plugin-Id: board-village
        Plugin-Version: %s
        Plugin-Requires: 0.1
        Plugin-Provider: Tomke Harms
        Plugin-Hosts: api.village.example
        """
            .formatted(version));
    Path jar = out.resolve("board-village.jar");
    run(
        "jar",
        List.of(
            "--create",
            "--file",
            jar.toString(),
            "--manifest",
            manifest.toString(),
            "--module-version",
            version,
            "-C",
            classes.toString(),
            "."));
    return jar;
  }

  private static List<String> withoutJspecify(List<String> arguments) throws IOException {
    for (String argument : arguments) {
      Path file = Path.of(argument);
      if (argument.endsWith(".java")) {
        String text = Files.readString(file);
        Files.writeString(
            file,
            text.replaceAll("(?m)^import org\\.jspecify.*$", "")
                .replaceAll("@(org\\.jspecify\\.annotations\\.)?NullMarked", "")
                .replaceAll("(?m)^\\s*requires static org\\.jspecify;\\s*$", ""));
      }
    }
    return arguments;
  }

  private static void run(String tool, List<String> arguments) {
    int exit =
        ToolProvider.findFirst(tool)
            .orElseThrow()
            .run(System.out, System.err, arguments.toArray(String[]::new));
    assertThat(exit).as("%s %s", tool, arguments).isZero();
  }
}
