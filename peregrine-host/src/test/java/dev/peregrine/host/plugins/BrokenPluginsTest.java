package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.board.JobBoard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each test starts with one broken plugin beside a healthy one, which must not notice. */
@Timeout(120)
class BrokenPluginsTest {

  private static final String MENDS = " Its author has to mend that.";

  @TempDir Path folder;
  private PluginHome home;
  private Path jar;

  @BeforeEach
  void makeHome() {
    home = new PluginHome(folder);
    jar = home.shipped().resolve("board-bad.jar");
    TestPlugin.board("board-good").jar(home.shipped().resolve("board-good.jar"));
  }

  @AfterEach
  void theHealthyOneIsOn() {
    assertThat(home.plugin("board-good").reason()).isEmpty();
    assertThat(home.ask("good")).isEqualTo("hello");
    home.close();
  }

  private static TestPlugin bad() {
    return TestPlugin.board("board-bad");
  }

  private static TestPlugin withMembers(String members) {
    return bad().board(members, "About.of(\"bad\", \"Bad\", \"\")");
  }

  private static TestPlugin describing(String expression) {
    return bad().board("", expression);
  }

  private void isBroken(String reason) {
    home.start();
    assertThat(home.plugin("board-bad").state()).isEqualTo(PluginState.BROKEN);
    assertThat(home.plugin("board-bad").reason()).isEqualTo(reason);
    assertThat(home.runtime().find(JobBoard.class, "bad")).isEmpty();
  }

  @Test
  void aConstructorThatThrows() {
    withMembers("public TheBoard() { throw new IllegalStateException(\"no luck\"); }").jar(jar);

    isBroken(
        "Plugin \"board-bad\" 1.0 failed while it was loaded: IllegalStateException (no luck)."
            + MENDS);
  }

  @Test
  void aStaticInitialiserThatThrows() {
    withMembers("static { if (true) throw new IllegalStateException(\"no luck\"); }").jar(jar);

    isBroken(
        "Plugin \"board-bad\" 1.0 failed while it was loaded: IllegalStateException (no luck)."
            + MENDS);
  }

  @Test
  void aStackOverflow() {
    withMembers("int deep(int n) { return deep(n + 1) + 1; } { deep(0); }").jar(jar);

    isBroken("Plugin \"board-bad\" 1.0 failed while it was loaded: StackOverflowError." + MENDS);
  }

  @Test
  void tooMuchMemory() {
    withMembers("{ if (true) throw new OutOfMemoryError(\"all of it\"); }").jar(jar);

    isBroken(
        "Plugin \"board-bad\" 1.0 failed while it was loaded: OutOfMemoryError (all of it)."
            + MENDS);
  }

  @Test
  void aMissingClass() throws IOException {
    Path whole =
        withMembers("{ Missing.touch(); }")
            .source("sample.Missing", "package sample; class Missing { static void touch() {} }")
            .jar(folder.resolve("whole.jar"));
    copyWithout(whole, "sample/Missing.class");

    isBroken(
        "Plugin \"board-bad\" 1.0 failed while it was loaded: ClassNotFoundException (sample.Missing)."
                .replace(
                    "ClassNotFoundException (sample.Missing)",
                    "NoClassDefFoundError (sample/Missing)")
            + MENDS);
  }

  @Test
  void aMissingProvider() throws IOException {
    Path whole = bad().plain().jar(folder.resolve("whole.jar"));
    copyWithout(whole, "sample/TheBoard.class");
    home.start();

    assertThat(home.plugin("board-bad").state()).isEqualTo(PluginState.BROKEN);
    assertThat(home.plugin("board-bad").reason()).contains("sample.TheBoard");
  }

  private void copyWithout(Path whole, String entry) throws IOException {
    try (var in = new java.util.zip.ZipInputStream(Files.newInputStream(whole));
        OutputStream file = Files.newOutputStream(jar);
        var out = new ZipOutputStream(file)) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        if (!each.getName().equals(entry)) {
          out.putNextEntry(new ZipEntry(each.getName()));
          in.transferTo(out);
        }
      }
    }
  }

  @Test
  void anEndlessDescriptor() {
    bad()
        .source(
            "sample.TheBoard",
            """
            package sample;
            import dev.peregrine.api.*;
            import dev.peregrine.api.board.*;
            public final class TheBoard implements JobBoard {
              public BoardDescriptor descriptor() {
                while (!Thread.currentThread().getName().equals("never")) {
                  if (Thread.interrupted()) throw new IllegalStateException();
                }
                return null;
              }
              public void search(BoardQuery q, BoardContext c, java.util.function.Consumer<Posting> f) {}
            }
            """)
        .jar(jar);

    isBroken(
        "Plugin \"board-bad\" 1.0 was not ready after 4 s: its constructor or descriptor() does not return. It is not used, but its code may run on until Peregrine is restarted.");
  }

  @Test
  void noDescriptor() {
    bad()
        .source(
            "sample.TheBoard",
            """
            package sample;
            import dev.peregrine.api.*;
            import dev.peregrine.api.board.*;
            public final class TheBoard implements JobBoard {
              public BoardDescriptor descriptor() { return null; }
              public void search(BoardQuery q, BoardContext c, java.util.function.Consumer<Posting> f) {}
            }
            """)
        .jar(jar);

    isBroken(
        "Plugin \"board-bad\" 1.0: descriptor() of TheBoard gave nothing, expected a descriptor."
            + MENDS);
  }

  @Test
  void aDescriptorOfNulls() {
    describing("new About(\"bad\", null, null, null, null, null, null, null)").jar(jar);
    home.start();

    assertThat(home.plugin("board-bad").reason())
        .startsWith("Plugin \"board-bad\" 1.0 failed while it was loaded: NullPointerException");
  }

  @Test
  void aBadId() {
    describing("About.of(\"Bad Id\", \"Bad\", \"\")").jar(jar);
    home.start();

    assertThat(home.plugin("board-bad").reason())
        .contains("Extension id \"Bad Id\": expected 2 to 40 of a-z");
  }

  @Test
  void anInitialAddressThatIsNone() {
    describing(
            "About.of(\"bad\", \"Bad\", \"\").withSettings(SettingSpec.baseUrl(\"not an address\"))")
        .jar(jar);

    home.start();

    assertThat(home.plugin("board-bad").state()).isEqualTo(PluginState.BROKEN);
    assertThat(home.plugin("board-bad").reason()).contains("\"base-url\"", "\"not an address\"");
  }

  @Test
  void moreHostsThanTheManifestNames() {
    describing("About.of(\"bad\", \"Bad\", \"\").withHosts(\"api.a.test\", \"evil.test\")")
        .manifest("Plugin-Hosts", "*.a.test")
        .jar(jar);

    isBroken(
        "Plugin \"board-bad\" 1.0: board/bad talks to \"evil.test\", which its Plugin-Hosts does not name."
            + MENDS);
  }

  @Test
  void aNewerApi() {
    bad().manifest("Plugin-Requires", "7.2").jar(jar);
    home.start();

    assertThat(home.plugin("board-bad").state()).isEqualTo(PluginState.BROKEN);
    assertThat(home.plugin("board-bad").reason())
        .isEqualTo(
            "Plugin \"board-bad\" 1.0 was made for API 7.2; this Peregrine has API %s. Look for a version of the plugin that fits."
                .formatted(ApiVersion.ours()));
  }

  @Test
  void anApiVersionThatIsNone() {
    bad().manifest("Plugin-Requires", "newest").jar(jar);
    home.start();

    assertThat(home.plugin("board-bad").reason())
        .contains("requires API \"newest\", expected a version such as");
  }

  @Test
  void aMissingModule() {
    Path library =
        TestPlugin.library("other.library")
            .module("exports other;")
            .source("other.Thing", "package other; public class Thing {}")
            .jar(folder.resolve("other.jar"));
    bad()
        .library(library)
        .module(
            "requires other.library; provides dev.peregrine.api.board.JobBoard with sample.TheBoard;")
        .jar(jar);

    isBroken(
        "Plugin \"board-bad\" needs the module \"other.library\", which it does not bring along. Its author has to put that library beside it (a folder with lib/).");
  }

  @Test
  void itsOwnCopyOfTheApi() {
    bad().plain().withApiInside().jar(jar);

    isBroken(
        "\"board-bad\" brings its own copy of Peregrine's API, which belongs to Peregrine. Its author has to leave it out (Maven scope \"provided\").");
  }

  @Test
  void noExtension() {
    TestPlugin.board("board-bad").module("").jar(jar);
    home.start();

    assertThat(home.plugin("board-bad").reason())
        .startsWith("Plugin \"board-bad\" provides no extension that this Peregrine knows.");
  }

  @Test
  void twoPluginsOfOneId() {
    bad().jar(home.shipped().resolve("board-a1.jar"));
    bad().jar(home.shipped().resolve("board-a2.jar"));
    home.start();

    assertThat(home.runtime().plugins())
        .filteredOn(plugin -> plugin.id().equals("board-bad"))
        .extracting(InstalledPlugin::state)
        .containsExactly(PluginState.ON, PluginState.BROKEN);
    assertThat(home.runtime().plugins().get(1).reason())
        .isEqualTo("Plugin id \"board-bad\" is taken by \"board-a1.jar\". Remove one of the two.");
  }

  @Test
  void twoPluginsWithOneExtensionUntilOneIsSwitchedOff() {
    TestPlugin.board("board-bad").jar(home.shipped().resolve("a.jar"));
    describing("About.of(\"bad\", \"Bad\", \"\")")
        .manifest("Plugin-Id", "board-twin")
        .jar(home.shipped().resolve("b.jar"));
    home.start();

    assertThat(home.plugin("board-twin").state()).isEqualTo(PluginState.BROKEN);
    assertThat(home.plugin("board-twin").reason())
        .isEqualTo(
            "Plugin \"board-twin\" 1.0 provides \"board/bad\", which plugin \"board-bad\" 1.0 provides already. Switch off or remove one of the two.");

    home.runtime().switchOff("board-bad");

    assertThat(home.plugin("board-twin").state()).isEqualTo(PluginState.ON);
  }

  @Test
  void aFileThatIsNoJar() throws IOException {
    Files.writeString(jar, "This is a text.");

    isBroken(
        "File \"board-bad.jar\" is not a readable jar: it may be damaged or only half copied. Copy it again.");
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.createFile(jar);

    isBroken(
        "File \"board-bad.jar\" is not a readable jar: it may be damaged or only half copied. Copy it again.");
  }

  @Test
  void aJarWhoseEntriesLeadOut() throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("../../etc/cron.d/evil"));
      out.write("x".getBytes(StandardCharsets.UTF_8));
    }

    isBroken(
        "File \"board-bad.jar\" has an entry \"../../etc/cron.d/evil\" that leads out of it. It is not used.");
  }

  @Test
  void aBomb() throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("zeros"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        out.write(zeros);
      }
    }

    isBroken("File \"board-bad.jar\" unpacks to 80 MiB, which no plugin needs. It is not used.");
  }

  @Test
  void aBrokenClassFile() throws IOException {
    Path whole = bad().plain().jar(folder.resolve("whole.jar"));
    copyWithout(whole, "sample/TheBoard.class");
    Path copy = folder.resolve("copy.jar");
    Files.move(jar, copy);
    try (var in = new java.util.zip.ZipInputStream(Files.newInputStream(copy));
        var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(each.getName()));
        in.transferTo(out);
      }
      out.putNextEntry(new ZipEntry("sample/TheBoard.class"));
      out.write("not a class".getBytes(StandardCharsets.UTF_8));
    }
    home.start();

    assertThat(home.plugin("board-bad").state()).isEqualTo(PluginState.BROKEN);
    assertThat(home.plugin("board-bad").reason()).contains("ClassFormatError");
  }

  @Test
  void aReasonIsForgottenWhenTheFileIsMended() {
    Path dropped = home.drop().resolve("board-bad.jar");
    withMembers("public TheBoard() { throw new IllegalStateException(\"no luck\"); }").jar(dropped);
    home.start();
    home.runtime().switchOn("board-bad");
    assertThat(home.plugin("board-bad").state()).isEqualTo(PluginState.BROKEN);

    bad().jar(dropped);
    home.await("board-bad", PluginState.ON);
  }

  @Test
  void aFolderThatCannotBeWrittenStopsNothing() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("plugins"), "A file where the folder should be.");
    home = new PluginHome(other);
    TestPlugin.board("board-good").jar(home.shipped().resolve("board-good.jar"));

    home.start();
  }
}
