package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.tenancy.LockedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Updates, the way back from them, and plugins that need a tier. */
@Timeout(120)
class PluginVersionsTest {

  @TempDir Path folder;
  private final AtomicBoolean locked = new AtomicBoolean();
  private PluginHome home;

  @BeforeEach
  void makeHome() {
    home = new PluginHome(folder, this::gate);
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private Gate gate(String key) {
    return () ->
        locked.get() && key.equals("board/abc")
            ? Optional.of(new Locked("Abc", "It finds jobs.", "The Paid tier opens it."))
            : Optional.empty();
  }

  private TestPlugin version(String version) {
    return TestPlugin.board("board-abc")
        .manifest("Plugin-Version", version)
        .boardBody("return Optional.of(Employer.of(\"version-%s\"));".formatted(version));
  }

  private Path jar() {
    return home.drop().resolve("board-abc.jar");
  }

  private void put(TestPlugin plugin) {
    plugin.jar(jar());
    home.runtime().rescan();
  }

  private void installFirst() {
    version("1.0").jar(jar());
    home.start();
    home.runtime().switchOn("board-abc");
    assertThat(home.ask("abc")).isEqualTo("version-1.0");
    assertThat(home.runtime().before("board-abc")).isEmpty();
  }

  @Test
  void anUpdateThatWantsNoMoreIsTakenSilentlyAndCanBeTakenBackAndForth() {
    installFirst();
    put(version("1.1"));
    assertThat(home.ask("abc")).isEqualTo("version-1.1");
    assertThat(home.runtime().before("board-abc")).contains("1.0");

    home.runtime().goBack("board-abc");
    assertThat(home.ask("abc")).isEqualTo("version-1.0");
    assertThat(home.runtime().before("board-abc")).contains("1.1");
    home.restart();
    assertThat(home.ask("abc")).isEqualTo("version-1.0");

    home.runtime().goBack("board-abc");
    assertThat(home.ask("abc")).isEqualTo("version-1.1");
    assertThat(home.drop().resolve(".bin")).isDirectoryContaining("glob:**board-abc.jar");
  }

  @Test
  void anUpdateThatWantsMoreAsksAndTheOldVersionCanBeTakenInstead() {
    installFirst();
    put(version("2.0").manifest("Plugin-Hosts", "more.example"));
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.WAITING);
    assertThat(home.plugin("board-abc").reason()).contains("more.example");
    assertThat(home.runtime().before("board-abc")).contains("1.0");

    home.runtime().goBack("board-abc");
    assertThat(home.ask("abc")).isEqualTo("version-1.0");
    assertThat(home.runtime().before("board-abc")).as("2.0 never ran").isEmpty();
  }

  @Test
  void whereNothingRanBeforeThereIsNoWayBack() throws IOException {
    installFirst();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> home.runtime().goBack("board-abc"))
        .withMessageContaining("there is no version before this one");

    put(version("1.1"));
    String before = Files.readString(home.decisions());
    String sha = before.substring(before.indexOf("before:"));
    sha = sha.substring(sha.indexOf("sha256: ") + 8).lines().findFirst().orElseThrow().strip();
    Path copy = home.drop().resolve(".cache").resolve(sha).resolve("board-abc.jar");
    Files.writeString(copy, "Somebody changed it.");
    assertThat(home.runtime().before("board-abc")).as("a changed copy is none").isEmpty();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> home.runtime().goBack("board-abc"));
    assertThat(home.ask("abc")).isEqualTo("version-1.1");
  }

  @Test
  void whatIsLockedCannotBeSwitchedOn() {
    locked.set(true);
    version("1.0").jar(jar());
    home.start();
    assertThatExceptionOfType(LockedException.class)
        .isThrownBy(() -> home.runtime().switchOn("board-abc"))
        .withMessage("Abc is locked. It finds jobs. The Paid tier opens it.");
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.WAITING);
    assertThat(home.runtime().locked("board-abc")).isPresent();
    assertThat(home.runtime().locked("board-abcd")).isEmpty();
  }

  @Test
  void whatWasSwitchedOnAndIsLockedSinceIsNotCalled() {
    installFirst();
    locked.set(true);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> home.ask("abc"))
        .withMessageContaining("The Paid tier opens it.");
    assertThat(home.plugin("board-abc").extensions().getFirst().failures())
        .as("that is no failure of the plugin")
        .isZero();
    locked.set(false);
    assertThat(home.ask("abc")).isEqualTo("version-1.0");
  }
}
