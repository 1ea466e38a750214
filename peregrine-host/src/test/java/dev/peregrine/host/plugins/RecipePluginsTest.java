package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.board.JobBoard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recipes are plugins like jars: shipped or waiting for a yes, swapped and removed. */
@Timeout(120)
class RecipePluginsTest {

  @TempDir Path folder;
  private PluginHome home;

  @BeforeEach
  void makeHome() {
    home = new PluginHome(folder);
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void aShippedRecipeIsOn() {
    write(
        home.shipped().resolve("board-acme.yaml"), recipe("Postings from Acme.", "api.acme.test"));

    home.start();

    InstalledPlugin plugin = home.plugin("board-acme");
    assertThat(plugin.state()).isEqualTo(PluginState.ON);
    assertThat(plugin.description()).isEqualTo("Postings from Acme.");
    assertThat(plugin.extensions())
        .singleElement()
        .matches(each -> each.key().equals("board/acme"));
    assertThat(home.runtime().find(JobBoard.class, "acme")).isPresent();
    assertThat(home.ask("acme")).isEmpty();
  }

  @Test
  void aRecipeOfThePersonWaitsForAYesAndShowsItsHosts() {
    home.start();
    write(home.drop().resolve("mine.yml"), recipe("Mine.", "api.acme.test"));

    home.await("board-acme", PluginState.WAITING);
    assertThat(home.plugin("board-acme").hosts().orElseThrow()).containsExactly("api.acme.test");
    assertThat(home.runtime().extensions(JobBoard.class)).isEmpty();

    home.runtime().switchOn("board-acme", home.plugin("board-acme").sha256());

    assertThat(home.plugin("board-acme").state()).isEqualTo(PluginState.ON);
  }

  @Test
  void aChangedRecipeIsSwappedInByItself() {
    Path file = home.drop().resolve("mine.yaml");
    write(file, recipe("Mine.", "api.acme.test"));
    home.start().switchOn("board-acme");

    write(file, recipe("Better.", "api.acme.test"));

    Eventually.so(
        () -> home.plugin("board-acme").description().equals("Better."),
        () -> home.plugin("board-acme"));
    assertThat(home.plugin("board-acme").state()).isEqualTo(PluginState.ON);
  }

  @Test
  void aChangedRecipeThatTalksToAnotherHostAsksAgain() {
    Path file = home.drop().resolve("mine.yaml");
    write(file, recipe("Mine.", "api.acme.test"));
    home.start().switchOn("board-acme");

    write(file, recipe("Mine.", "evil.test"));

    home.await("board-acme", PluginState.WAITING);
    assertThat(home.plugin("board-acme").reason()).contains("it talks to \"evil.test\" now");
  }

  @Test
  void aRecipeWithAMistakeIsBrokenWithItsLineAndMended() {
    Path file = home.drop().resolve("mine.yaml");
    write(file, recipe("Mine.", "api.acme.test").replace("rows:", "row:"));
    home.start();

    assertThat(home.plugin("mine").state()).isEqualTo(PluginState.BROKEN);
    assertThat(home.plugin("mine").reason()).startsWith("mine.yaml, line 5: \"row\" is not known");

    write(file, recipe("Mine.", "api.acme.test"));
    home.await("board-acme", PluginState.WAITING);
  }

  @Test
  void aDeletedRecipeIsGone() throws IOException {
    Path file = home.drop().resolve("mine.yaml");
    write(file, recipe("Mine.", "api.acme.test"));
    home.start().switchOn("board-acme");

    Files.delete(file);

    Eventually.so(() -> home.runtime().plugins().isEmpty(), () -> home.runtime().plugins());
    assertThat(home.runtime().find(JobBoard.class, "acme")).isEmpty();
  }

  @Test
  void aRecipeCanBeSwitchedOffAndRemoved() {
    write(home.drop().resolve("mine.yaml"), recipe("Mine.", "api.acme.test"));
    home.start().switchOn("board-acme");

    home.runtime().switchOff("board-acme");
    assertThat(home.plugin("board-acme").state()).isEqualTo(PluginState.OFF);

    home.runtime().remove("board-acme");
    assertThat(home.drop().resolve(".bin").resolve("mine.yaml")).exists();
  }

  private static String recipe(String summary, String host) {
    return """
    id: acme
    name: Acme
    summary: %s
    request: {get: "https://%s/jobs"}
    rows: /jobs
    fields: {id: id, title: title, url: url}
    """
        .formatted(summary, host);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
