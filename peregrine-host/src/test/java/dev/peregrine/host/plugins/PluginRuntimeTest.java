package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.api.board.JobBoard;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PluginRuntimeTest {

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
  void theseTestsRunAsPeregrineDoes() {
    assertThat(JobBoard.class.getModule().getName()).isEqualTo("peregrine.api");
    assertThat(PluginRuntime.class.getModule().isNamed()).isFalse();
  }

  @Test
  void aShippedModularJarIsOn() {
    TestPlugin.board("board-abc").jar(home.shipped().resolve("board-abc.jar"));

    home.start();

    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.ON);
    assertThat(home.plugin("board-abc").version()).isEqualTo("1.0");
    assertThat(home.plugin("board-abc").points()).containsExactly("board");
    assertThat(home.plugin("board-abc").sha256()).hasSize(64);
    assertThat(home.ask("abc")).isEqualTo("hello");
    assertThat(home.plugin("board-abc").extensions())
        .singleElement()
        .matches(extension -> extension.key().equals("board/abc") && extension.calls() == 1);
  }

  @Test
  void aPlainJarWithServicesIsOn() {
    TestPlugin.board("board-abc").plain().jar(home.shipped().resolve("board-abc-1.0.jar"));
    TestPlugin.board("board-bcd")
        .plain()
        .withoutManifest()
        .jar(home.shipped().resolve("unnamed-2.0.jar"));

    home.start();

    assertThat(home.ask("abc")).isEqualTo("hello");
    assertThat(home.ask("bcd")).isEqualTo("hello");
    assertThat(home.plugin("unnamed-2.0").version()).isEqualTo("2.0");
  }

  @Test
  void aFolderBringsItsLibrariesAlong() {
    Path plugin = home.shipped().resolve("board-abc");
    Path greeting =
        TestPlugin.library("library.greeting")
            .module("exports greeting;")
            .source(
                "greeting.Greeting",
                "package greeting; public class Greeting { public static String TEXT = \"from lib\"; }")
            .jar(plugin.resolve("lib").resolve("greeting.jar"));
    TestPlugin.board("board-abc")
        .library(greeting)
        .module(
            "requires library.greeting; provides dev.peregrine.api.board.JobBoard with sample.TheBoard;")
        .boardBody("return Optional.of(Employer.of(greeting.Greeting.TEXT));")
        .jar(plugin.resolve("board-abc.jar"));

    home.start();

    assertThat(home.plugin("board-abc").reason()).isEmpty();
    assertThat(home.ask("abc")).isEqualTo("from lib");
  }

  @Test
  void aFolderOfSourcesIsNoPlugin() throws IOException {
    Path sources = home.drop().resolve("board-mine");
    TestPlugin.board("board-mine").jar(sources.resolve("board-mine.jar"));
    Files.writeString(sources.resolve("pom.xml"), "<project/>");

    home.start();

    assertThat(home.runtime().plugins()).isEmpty();
  }

  @Test
  void aPluginSeesTheJdkTheApiAndItselfButNeitherHostNorItsLibraries() {
    TestPlugin.board("board-abc")
        .boardBody(
            """
            var seen = new StringBuilder();
            for (String name : List.of("dev.peregrine.host.plugins.PluginRuntime",
                "org.jsoup.Jsoup", "tools.jackson.databind.JsonNode", "org.slf4j.Logger",
                "java.sql.Connection", "dev.peregrine.api.Posting", "sample.TheBoard")) {
              try {
                Class.forName(name);
                seen.append(name).append(' ');
              } catch (ClassNotFoundException e) {
              }
            }
            return Optional.of(Employer.of(seen.toString()));
            """)
        .jar(home.shipped().resolve("board-abc.jar"));
    TestPlugin.board("board-bcd")
        .plain()
        .boardBody(
            """
            try {
              Class.forName("org.jsoup.Jsoup");
              return Optional.of(Employer.of("seen"));
            } catch (ClassNotFoundException e) {
              return Optional.of(Employer.of("hidden"));
            }
            """)
        .jar(home.shipped().resolve("board-bcd.jar"));

    home.start();

    assertThat(home.ask("abc"))
        .isEqualTo("java.sql.Connection dev.peregrine.api.Posting sample.TheBoard");
    assertThat(home.ask("bcd")).isEqualTo("hidden");
  }

  @Test
  void aPluginsOwnLibraryWinsOverTheHostsOfTheSameName() {
    TestPlugin.board("board-abc")
        .source(
            "org.jsoup.Jsoup",
            "package org.jsoup; public class Jsoup { public static String whose() { return \"own\"; } }")
        .boardBody("return Optional.of(Employer.of(org.jsoup.Jsoup.whose()));")
        .jar(home.shipped().resolve("board-abc.jar"));

    home.start();

    assertThat(home.ask("abc")).isEqualTo("own");
  }

  @Test
  void aNewJarWaitsForAYesAndNothingOfItRunsBefore() {
    String marker = "peregrine.test.ran." + System.nanoTime();
    home.start();
    TestPlugin.board("board-abc")
        .manifest("Plugin-Hosts", "api.sample.test, *.sample.test")
        .manifest("Plugin-License", "MIT")
        .manifest("Plugin-Description", "Finds samples.")
        .board(
            "static { System.setProperty(\"%s\", \"yes\"); }".formatted(marker),
            "About.of(\"abc\", \"A\", \"\").withHosts(\"api.sample.test\")")
        .jar(home.drop().resolve("board-abc.jar"));

    home.await("board-abc", PluginState.WAITING);

    InstalledPlugin card = home.plugin("board-abc");
    assertThat(System.getProperty(marker)).isNull();
    assertThat(card.reason()).isEqualTo("It is new and waits for your yes.");
    assertThat(card.provider()).isEqualTo("Test");
    assertThat(card.license()).isEqualTo("MIT");
    assertThat(card.description()).isEqualTo("Finds samples.");
    assertThat(card.points()).containsExactly("board");
    assertThat(card.hosts().orElseThrow())
        .containsExactlyInAnyOrder("api.sample.test", "*.sample.test");
    assertThat(home.runtime().extensions(JobBoard.class)).isEmpty();

    home.runtime().switchOn("board-abc", card.sha256());

    assertThat(System.getProperty(marker)).isEqualTo("yes");
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.ON);
    assertThat(home.runtime().extensions(JobBoard.class)).hasSize(1);
  }

  @Test
  void aYesToAnotherFileThanTheOneShownIsNone() {
    TestPlugin.board("board-abc").jar(home.drop().resolve("board-abc.jar"));
    home.start();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> home.runtime().switchOn("board-abc", "0123"))
        .withMessage(
            "Plugin \"board-abc\" was replaced while you looked at it. Look again before you say yes.");
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.WAITING);
  }

  @Test
  void theYesIsRememberedInAFileThatAPersonCanRead() throws IOException {
    TestPlugin.board("board-abc").jar(home.drop().resolve("board-abc.jar"));
    home.start().switchOn("board-abc");

    home.restart();

    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.ON);
    assertThat(Files.readString(home.decisions()))
        .contains("board-abc:", "allowed: true", "provider: Test", "- board/abc");

    Files.delete(home.decisions());
    home.restart();
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.WAITING);
  }

  @Test
  void aDamagedFileOfDecisionsAsksAgainAndIsKept() throws IOException {
    TestPlugin.board("board-abc").jar(home.drop().resolve("board-abc.jar"));
    Files.createDirectories(home.decisions().getParent());
    Files.writeString(home.decisions(), "board-abc: [allowed: {");

    home.start();
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.WAITING);

    home.runtime().switchOn("board-abc");
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.ON);
    assertThat(home.decisions().resolveSibling("plugins.yaml.damaged"))
        .hasContent("board-abc: [allowed: {");
  }

  @Test
  void aReplacementThatWantsNoMoreIsSwappedInByItself() {
    Path jar = TestPlugin.board("board-abc").jar(home.drop().resolve("board-abc.jar"));
    home.start().switchOn("board-abc");
    assertThat(home.ask("abc")).isEqualTo("hello");

    TestPlugin.board("board-abc")
        .manifest("Plugin-Version", "1.1")
        .boardBody("return Optional.of(Employer.of(\"newer\"));")
        .jar(jar);

    Eventually.so(
        () -> home.plugin("board-abc").version().equals("1.1"), () -> home.plugin("board-abc"));
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.ON);
    assertThat(home.ask("abc")).isEqualTo("newer");
  }

  @Test
  void aLinkToWhatABuildMakesIsSwappedWithEachBuild(@TempDir Path project) throws IOException {
    Path built = Files.createDirectories(project.resolve("target")).resolve("board-abc.jar");
    TestPlugin.board("board-abc").jar(built);
    Files.createSymbolicLink(Files.createDirectories(home.drop()).resolve("board-abc.jar"), built);
    home.start().switchOn("board-abc");

    for (String version : List.of("1.1", "1.2")) {
      Files.delete(built); // as a clean build does
      TestPlugin.board("board-abc").manifest("Plugin-Version", version).jar(built);

      Eventually.so(
          () ->
              home.runtime().plugins().stream()
                  .anyMatch(
                      plugin ->
                          plugin.version().equals(version) && plugin.state() == PluginState.ON),
          () -> home.runtime().plugins());
      assertThat(home.ask("abc")).isEqualTo("hello");
    }
  }

  @Test
  void anUpgradeUnderAnotherFileNameIsSwappedInOnceTheOldFileIsGone() throws IOException {
    Path old = TestPlugin.board("board-abc").jar(home.drop().resolve("board-abc-1.0.jar"));
    home.start().switchOn("board-abc");
    TestPlugin.board("board-abc")
        .boardBody("return Optional.of(Employer.of(\"newer\"));")
        .jar(home.drop().resolve("board-abc-1.1.jar"));
    Eventually.so(() -> home.runtime().plugins().size() == 2, () -> home.runtime().plugins());
    assertThat(home.ask("abc")).isEqualTo("hello");

    Files.delete(old);

    Eventually.so(() -> home.runtime().plugins().size() == 1, () -> home.runtime().plugins());
    assertThat(home.ask("abc")).isEqualTo("newer");
  }

  @Test
  void aReplacementThatTalksToMoreHostsAsksAgainWithoutHavingRun() {
    String marker = "peregrine.test.ran." + System.nanoTime();
    Path jar =
        TestPlugin.board("board-abc")
            .manifest("Plugin-Hosts", "a.test")
            .jar(home.drop().resolve("board-abc.jar"));
    home.start().switchOn("board-abc");

    TestPlugin.board("board-abc")
        .manifest("Plugin-Hosts", "a.test evil.test")
        .board(
            "static { System.setProperty(\"%s\", \"yes\"); }".formatted(marker),
            "About.of(\"abc\", \"A\", \"\")")
        .jar(jar);

    home.await("board-abc", PluginState.WAITING);
    assertThat(home.plugin("board-abc").reason())
        .isEqualTo(
            "It was replaced by another version, and it talks to \"evil.test\" now. It waits for your yes.");
    assertThat(System.getProperty(marker)).isNull();
    assertThat(home.runtime().extensions(JobBoard.class)).isEmpty();
  }

  @Test
  void aReplacementWhoseDescriptorsWantMoreAsksAgain() {
    Path jar =
        TestPlugin.board("board-abc")
            .board("", "About.of(\"abc\", \"A\", \"\").withHosts(\"a.test\")")
            .jar(home.drop().resolve("board-abc.jar"));
    home.start().switchOn("board-abc");

    TestPlugin.board("board-abc")
        .board("", "About.of(\"abc\", \"A\", \"\").withHosts(\"a.test\", \"b.test\")")
        .jar(jar);

    home.await("board-abc", PluginState.WAITING);
    assertThat(home.plugin("board-abc").reason()).contains("it talks to \"b.test\" now");
    home.runtime().switchOn("board-abc");
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.ON);
  }

  @Test
  void aReplacementBySomebodyElseAsksAgain() {
    Path jar = TestPlugin.board("board-abc").jar(home.drop().resolve("board-abc.jar"));
    home.start().switchOn("board-abc");

    TestPlugin.board("board-abc").manifest("Plugin-Provider", "Mallory").jar(jar);

    home.await("board-abc", PluginState.WAITING);
    assertThat(home.plugin("board-abc").reason())
        .contains("it comes from \"Mallory\" instead of \"Test\"");
  }

  @Test
  void aDeletedPluginIsUnloadedAndItsClassLoaderCollected() throws Exception {
    Path jar = TestPlugin.board("board-abc").jar(home.drop().resolve("board-abc.jar"));
    home.start().switchOn("board-abc");
    assertThat(home.ask("abc")).isEqualTo("hello");
    WeakReference<ClassLoader> loader = loaderOf("abc");
    var told = new CountDownLatch(1);

    try (AutoCloseable listening =
        home.live()
            .listen(
                "ada",
                topic -> {
                  if (topic.equals("plugins")) {
                    told.countDown();
                  }
                })) {
      Files.delete(jar);
      assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(home.runtime().plugins()).isEmpty();
    Eventually.so(
        () -> {
          System.gc();
          return loader.get() == null;
        },
        loader::get);
  }

  private WeakReference<ClassLoader> loaderOf(String boardId) throws Exception {
    Extension<JobBoard> board = home.runtime().find(JobBoard.class, boardId).orElseThrow();
    var seen = new java.util.concurrent.atomic.AtomicReference<ClassLoader>();
    new dev.peregrine.host.tenancy.Tenant("ada", folder)
        .call(
            () ->
                board.call(
                    java.time.Duration.ofSeconds(10),
                    each -> {
                      seen.set(each.getClass().getClassLoader());
                      return each.descriptor();
                    }));
    return new WeakReference<>(seen.get());
  }

  @Test
  void aJarThatArrivesInPiecesIsTakenWhenItIsWhole() throws Exception {
    Path whole = TestPlugin.board("board-abc").jar(folder.resolve("elsewhere").resolve("a.jar"));
    byte[] bytes = Files.readAllBytes(whole);
    home.start();
    Path target = home.drop().resolve("board-abc.jar");

    try (var out = Files.newOutputStream(target)) {
      out.write(bytes, 0, bytes.length / 2);
      out.flush();
      Eventually.so(() -> !home.runtime().plugins().isEmpty(), () -> home.runtime().plugins());
      assertThat(home.plugin("board-abc").reason())
          .isEqualTo(
              "File \"board-abc.jar\" is not a readable jar: it may be damaged or only half copied. Copy it again.");
      out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
    }

    home.await("board-abc", PluginState.WAITING);
  }

  @Test
  void switchingOffUnloadsAndOutlastsARestart() {
    TestPlugin.board("board-abc").jar(home.shipped().resolve("board-abc.jar"));
    home.start().switchOff("board-abc");
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.OFF);
    assertThat(home.runtime().extensions(JobBoard.class)).isEmpty();

    home.restart();
    assertThat(home.plugin("board-abc").state()).isEqualTo(PluginState.OFF);

    home.runtime().switchOn("board-abc");
    assertThat(home.ask("abc")).isEqualTo("hello");
  }

  @Test
  void removingMovesTheFileAsideAndForgetsTheYes() {
    Path jar = TestPlugin.board("board-abc").jar(home.drop().resolve("board-abc.jar"));
    home.start().switchOn("board-abc");

    home.runtime().remove("board-abc");

    assertThat(home.runtime().plugins()).isEmpty();
    assertThat(jar).doesNotExist();
    assertThat(home.drop().resolve(".bin").resolve("board-abc.jar")).exists();
    TestPlugin.board("board-abc").jar(jar);
    home.await("board-abc", PluginState.WAITING);
  }

  @Test
  void whatCameWithPeregrineCannotBeRemoved() {
    TestPlugin.board("board-abc").jar(home.shipped().resolve("board-abc.jar"));
    home.start();

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> home.runtime().remove("board-abc"))
        .withMessageStartingWith("Plugin \"board-abc\": expected one of your own");
  }

  @Test
  void overwritingAJarUnderARunningCallHarmsNothing() throws IOException {
    Path jar =
        TestPlugin.board("board-abc")
            .source(
                "sample.Later",
                "package sample; class Later { static String text() { return \"later\"; } }")
            .boardBody("return Optional.of(Employer.of(Later.text()));")
            .jar(home.drop().resolve("board-abc.jar"));
    home.start().switchOn("board-abc");
    Extension<JobBoard> board = home.runtime().find(JobBoard.class, "abc").orElseThrow();

    Files.write(jar, new byte[(int) Files.size(jar)]);

    assertThat(PluginHome.ask(board, java.time.Duration.ofSeconds(20))).isEqualTo("later");
  }

  @Test
  void theParentOfPluginLoadersHandsOnNoModuleThatThePluginDoesNotRead() throws Exception {
    String compiler =
        "com.sun.tools.javac.Main"; // A module of the system loader, as a host would be.
    assertThat(ClassLoader.getPlatformClassLoader().loadClass(compiler)).isNotNull();

    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> JdkAndApiOnly.INSTANCE.loadClass(compiler));
    assertThat(JdkAndApiOnly.INSTANCE.loadClass("java.sql.Connection")).isNotNull();
  }

  @Test
  void manyReplacementsLeaveOnePluginBehind() {
    Path jar = home.drop().resolve("board-abc.jar");
    TestPlugin.board("board-abc").jar(jar);
    home.start().switchOn("board-abc");

    for (int i = 0; i < 5; i++) {
      TestPlugin.board("board-abc")
          .boardBody("return Optional.of(Employer.of(\"%d\"));".formatted(i))
          .jar(jar);
      home.runtime().rescan();
      assertThat(home.ask("abc")).isEqualTo(Integer.toString(i));
    }

    assertThat(home.runtime().plugins()).hasSize(1);
  }
}
