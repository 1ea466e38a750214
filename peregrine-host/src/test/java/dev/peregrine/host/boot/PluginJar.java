package dev.peregrine.host.boot;

import dev.peregrine.api.board.JobBoard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Compiles a plugin from source and packs it as a plain jar, as a stranger would hand it over. */
public final class PluginJar {

  // Many tests take the same plugin, and compiling takes longer than most of them.
  private static final Map<Source, Path> CLASSES = new ConcurrentHashMap<>();

  private record Source(String type, String text) {}

  private PluginJar() {}

  /**
   * Writes a jar with one extension.
   *
   * @param point the extension point's full name
   * @param type the extension's full class name
   */
  public static Path write(
      Path jar, Map<String, String> manifest, String point, String type, String source)
      throws IOException {
    return write(jar, manifest, point, type, type, source);
  }

  /**
   * Writes a jar with several extensions of a point.
   *
   * @param types their full class names, one a line
   */
  public static Path write(
      Path jar,
      Map<String, String> manifest,
      String point,
      String type,
      String types,
      String source)
      throws IOException {
    Path classes = CLASSES.computeIfAbsent(new Source(type, source), PluginJar::compiled);
    var head = new Manifest();
    head.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.forEach((name, value) -> head.getMainAttributes().putValue(name, value));
    Files.createDirectories(jar.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(jar);
        var zip = new JarOutputStream(out, head)) {
      put(zip, "META-INF/services/" + point, types.getBytes(StandardCharsets.UTF_8));
      try (Stream<Path> all = Files.walk(classes)) {
        for (Path each : all.filter(Files::isRegularFile).toList()) {
          put(
              zip,
              classes.relativize(each).toString().replace('\\', '/'),
              Files.readAllBytes(each));
        }
      }
    }
    return jar;
  }

  private static Path compiled(Source source) {
    try {
      Path work = Files.createTempDirectory("plugin");
      String name = source.type().substring(source.type().lastIndexOf('.') + 1);
      Path file = Files.writeString(work.resolve(name + ".java"), source.text());
      Path classes = work.resolve("classes");
      int result =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  null,
                  null,
                  "-d",
                  classes.toString(),
                  "-cp",
                  apiClasses().toString(),
                  file.toString());
      if (result != 0) {
        throw new IllegalStateException("The plugin's source does not compile.");
      }
      return classes;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void put(JarOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static Path apiClasses() {
    try {
      return Path.of(
          List.of(JobBoard.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .getFirst());
    } catch (java.net.URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
