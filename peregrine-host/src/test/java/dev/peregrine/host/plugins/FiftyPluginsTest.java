package dev.peregrine.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.board.JobBoard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Fifty plugins at once, compiled as modules in one go. */
@Timeout(120)
class FiftyPluginsTest {

  private static final int PLUGINS = 50;

  @TempDir Path folder;

  @Test
  void fiftyPluginsAreOnAfterTheStart() throws IOException {
    try (var home = new PluginHome(folder)) {
      make(home.shipped());

      long before = System.nanoTime();
      long cpuBefore = cpu();
      PluginRuntime runtime = home.start();
      long took = Duration.ofNanos(System.nanoTime() - before).toMillis();
      long cpu = Duration.ofNanos(cpu() - cpuBefore).toMillis();

      LoggerFactory.getLogger(getClass())
          .info("{} plugins were loaded in {} ms, {} ms of processor time", PLUGINS, took, cpu);
      assertThat(runtime.extensions(JobBoard.class)).hasSize(PLUGINS);
      assertThat(home.ask("board17")).isEqualTo("hello");
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void make(Path shipped) throws IOException {
    Files.createDirectories(shipped);
    Path sources = folder.resolve("sources");
    Path classes = folder.resolve("classes");
    var names = new ArrayList<String>();
    for (int i = 10; i < 10 + PLUGINS; i++) {
      names.add("sample.m" + i);
      write(sources.resolve("sample.m" + i), i);
    }
    TestPlugin.compile(
        List.of(
            "-d",
            classes.toString(),
            "-proc:none",
            "--module-path",
            TestPlugin.api().toString(),
            "--module-source-path",
            sources.toString(),
            "--module",
            String.join(",", names)));
    for (int i = 10; i < 10 + PLUGINS; i++) {
      pack(classes.resolve("sample.m" + i), shipped.resolve("board-" + i + ".jar"), i);
    }
  }

  private static void write(Path module, int i) throws IOException {
    Path folder = Files.createDirectories(module.resolve("sample/m" + i));
    Files.writeString(
        module.resolve("module-info.java"),
        "module sample.m%d { requires peregrine.api; provides dev.peregrine.api.board.JobBoard with sample.m%d.TheBoard; }"
            .formatted(i, i));
    Files.writeString(
        folder.resolve("TheBoard.java"),
        """
        package sample.m%d;
        import dev.peregrine.api.*;
        import dev.peregrine.api.board.*;
        import java.util.Optional;
        public final class TheBoard implements JobBoard {
          public BoardDescriptor descriptor() {
            return BoardDescriptor.feed(About.of("board%d", "Board", "A board.")
                .withHosts("api.board%d.test").withSettings(SettingSpec.baseUrl("https://api.board%d.test")));
          }
          public void search(BoardQuery q, BoardContext c, java.util.function.Consumer<Posting> f) {}
          public Optional<Employer> employer(java.net.URI address) {
            return Optional.of(Employer.of("hello"));
          }
        }
        """
            .formatted(i, i, i, i));
  }

  private static void pack(Path classes, Path target, int i) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Plugin-Id", "board-" + i);
    manifest.getMainAttributes().putValue("Plugin-Version", "1.0");
    manifest.getMainAttributes().putValue("Plugin-Hosts", "api.board" + i + ".test");
    try (OutputStream out = Files.newOutputStream(target);
        var jar = new JarOutputStream(out, manifest)) {
      TestPlugin.addAll(classes, jar);
    }
  }
}
