package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What runs where a program serves strangers, and for whom. */
@Timeout(120)
class CuratedPluginsTest {

  @TempDir Path folder;
  private PluginHome home;
  private CuratedPlugins curated;
  private Tenant ada;
  private Tenant bob;

  @BeforeEach
  void makeHome() {
    curated = new CuratedPlugins(list());
    home = new PluginHome(folder, ExtensionGates.OPEN, Optional.of(curated));
    ada = new Tenant("ada", folder.resolve("ada"));
    bob = new Tenant("bob", folder.resolve("bob"));
    TestPlugin.board("board-abc").jar(home.shipped().resolve("board-abc.jar"));
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private Path list() {
    return folder.resolve("config").resolve("plugins.sha256");
  }

  private List<CuratedPlugins.Found> found() {
    return curated.found(List.of(home.shipped()), home.drop(), InstantSource.system());
  }

  private List<String> boards(Tenant tenant) {
    return tenant.calling(
        () -> home.runtime().extensions(JobBoard.class).stream().map(Extension::id).toList());
  }

  @Test
  void withoutAListOnlyWhatCameWithTheProgramRuns() {
    TestPlugin.board("board-nyc").jar(home.drop().resolve("board-nyc.jar"));

    home.start();

    assertThat(boards(ada)).containsExactly("abc");
    assertThat(found()).extracting(CuratedPlugins.Found::listed).containsExactly(true, false);
  }

  @Test
  void whatIsOnTheListRunsAndNothingElse() {
    TestPlugin.board("board-nyc").jar(home.drop().resolve("board-nyc.jar"));
    curated.write(found().stream().filter(each -> each.id().equals("board-nyc")).toList());

    home.start();

    assertThat(boards(ada)).containsExactly("nyc");
    assertThat(ada.calling(() -> home.runtime().plugins()))
        .extracting(InstalledPlugin::id)
        .containsExactly("board-nyc");
  }

  @Test
  void aFileThatTookTheNameOfAListedOneDoesNotRun() throws IOException {
    Path jar = home.drop().resolve("board-nyc.jar");
    TestPlugin.board("board-nyc").jar(jar);
    curated.write(found());
    home.start();
    assertThat(boards(ada)).containsExactly("abc", "nyc");

    Path other = folder.resolve("other.jar");
    TestPlugin.board("board-nyc").manifest("Plugin-Version", "6.6").jar(other);
    Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);
    home.runtime().rescan();

    assertThat(boards(ada)).containsExactly("abc");
    assertThat(found())
        .filteredOn(each -> each.id().equals("board-nyc"))
        .singleElement()
        .matches(each -> !each.listed());
  }

  @Test
  void aListThatCannotBeReadLetsNothingRun() throws IOException {
    Files.createDirectories(list()); // a folder is no list
    home.start();
    assertThat(boards(ada)).isEmpty();
  }

  @Test
  void linesThatAreNoHashLetNothingRun() throws IOException {
    Files.createDirectories(list().getParent());
    Files.writeString(list(), "# all of them\n*\nboard-abc.jar\n");
    home.start();
    assertThat(boards(ada)).isEmpty();
  }

  @Test
  void eachDecidesForThemselvesWhatOfItWorks() {
    home.start();

    ada.run(() -> home.runtime().switchOff("board-abc"));

    assertThat(boards(ada)).isEmpty();
    assertThat(boards(bob)).containsExactly("abc");
    assertThat(ada.calling(() -> home.runtime().plugins()))
        .singleElement()
        .matches(plugin -> plugin.state() == PluginState.OFF && plugin.extensions().isEmpty());
    assertThat(bob.calling(() -> home.runtime().plugins()))
        .singleElement()
        .matches(plugin -> plugin.state() == PluginState.ON);

    ada.run(() -> home.runtime().switchOn("board-abc"));
    assertThat(boards(ada)).containsExactly("abc");
  }

  @Test
  void whatWasWrittenDownForAllCountsForNobody() throws IOException {
    // A file of decisions from a program of one's own, such as a restored home has it.
    TestPlugin.board("board-nyc").jar(home.drop().resolve("board-nyc.jar"));
    String sha = found().getLast().sha256();
    Files.createDirectories(home.decisions().getParent());
    Files.writeString(home.decisions(), "board-nyc: {allowed: true, sha256: \"" + sha + "\"}\n");
    Files.createDirectories(ada.config());
    Files.copy(home.decisions(), ada.config().resolve("plugins.yaml"));

    home.start();

    assertThat(boards(ada)).containsExactly("abc");
  }

  @Test
  void noTenantChangesWhichFilesAreThere() {
    TestPlugin.board("board-nyc").jar(home.drop().resolve("board-nyc.jar"));
    home.start();

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> ada.run(() -> home.runtime().switchOn("board-nyc")));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> ada.run(() -> home.runtime().remove("board-nyc")));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> ada.run(() -> home.runtime().goBack("board-nyc")));
    assertThat(home.drop().resolve("board-nyc.jar")).exists();
    assertThat(boards(ada)).containsExactly("abc");
  }
}
