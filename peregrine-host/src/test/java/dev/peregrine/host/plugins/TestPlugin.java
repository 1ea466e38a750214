package dev.peregrine.host.plugins;

import dev.peregrine.api.board.JobBoard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A plugin written, compiled and packed by a test. */
final class TestPlugin {

  private final String id;
  private final Map<String, String> manifest = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<Path> libraries = new ArrayList<>();
  private Optional<String> module;
  private boolean withoutApi = true;

  private TestPlugin(String id) {
    this.id = id;
    manifest.put("Plugin-Id", id);
    manifest.put("Plugin-Version", "1.0");
    manifest.put("Plugin-Requires", "0.1");
    manifest.put("Plugin-Provider", "Test");
    module = Optional.of("provides dev.peregrine.api.board.JobBoard with sample.TheBoard;");
  }

  /** A modular jar with a healthy board whose id is what follows {@code board-}. */
  static TestPlugin board(String id) {
    return new TestPlugin(id).boardBody("return Optional.of(Employer.of(\"hello\"));");
  }

  /** A modular jar without a board. */
  static TestPlugin library(String module) {
    return new TestPlugin(module).withoutManifest();
  }

  /** With that body of {@code employer}, the method through which tests talk to it. */
  TestPlugin boardBody(String body) {
    return board(
        """
        public Optional<Employer> employer(URI address) {
          %s
        }
        """
            .formatted(body),
        "About.of(\"%s\", \"Sample\", \"A sample.\")".formatted(id.replace("board-", "")));
  }

  /** With those members beside {@code search}, and that expression for its {@code About}. */
  TestPlugin board(String members, String about) {
    return source(
        "sample.TheBoard",
        """
        package sample;
        import dev.peregrine.api.*;
        import dev.peregrine.api.board.*;
        import java.net.URI;
        import java.util.*;
        import java.util.function.Consumer;
        public final class TheBoard implements JobBoard {
          public BoardDescriptor descriptor() {
            return BoardDescriptor.feed(%s);
          }
          public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
              throws ExtensionException, InterruptedException {
          }
          %s
        }
        """
            .formatted(about, members));
  }

  TestPlugin source(String name, String text) {
    sources.put(name, text);
    return this;
  }

  TestPlugin manifest(String key, String value) {
    manifest.put(key, value);
    return this;
  }

  TestPlugin withoutManifest() {
    manifest.clear();
    return this;
  }

  /** With those directives in {@code module-info} instead. */
  TestPlugin module(String directives) {
    module = Optional.of(directives);
    return this;
  }

  /** Without {@code module-info}, its board named in {@code META-INF/services}. */
  TestPlugin plain() {
    module = Optional.empty();
    return file("META-INF/services/" + JobBoard.class.getName(), "sample.TheBoard\n");
  }

  TestPlugin file(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** Compiled against that jar too. */
  TestPlugin library(Path jar) {
    libraries.add(jar);
    return this;
  }

  /** With the API's classes packed into it, as careless builds do. */
  TestPlugin withApiInside() {
    withoutApi = false;
    return this;
  }

  /** Packs it beside the target and moves it there, as a careful copy does. */
  Path jar(Path target) {
    try {
      Path work = Files.createTempDirectory("plugin");
      Path part = work.resolve("plugin.part");
      pack(compiled(work), part);
      Files.createDirectories(target.getParent());
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      try (Stream<Path> rest = Files.walk(work)) {
        for (Path each : rest.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
      return target;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path compiled(Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    var arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
    String path = String.join(java.io.File.pathSeparator, paths());
    if (module.isPresent()) {
      source(
          "module-info",
          "module %s { requires peregrine.api; %s }".formatted(id.replace('-', '.'), module.get()));
    }
    arguments.addAll(List.of(module.isPresent() ? "--module-path" : "--class-path", path));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    compile(arguments);
    return classes;
  }

  static void compile(List<String> arguments) {
    var said = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    if (result != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }

  private List<String> paths() {
    var paths = new ArrayList<>(List.of(api().toString()));
    libraries.forEach(library -> paths.add(library.toString()));
    return paths;
  }

  static Path api() {
    return Path.of(
        ModuleLayer.boot()
            .configuration()
            .findModule("peregrine.api")
            .orElseThrow()
            .reference()
            .location()
            .orElseThrow());
  }

  private void pack(Path classes, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        var jar = new JarOutputStream(out, manifest())) {
      addAll(classes, jar);
      if (!withoutApi) {
        addAll(api().resolve("dev"), "dev/", jar);
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        jar.putNextEntry(new JarEntry(file.getKey()));
        jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  static void addAll(Path folder, JarOutputStream jar) throws IOException {
    addAll(folder, "", jar);
  }

  private static void addAll(Path folder, String prefix, JarOutputStream jar) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        jar.putNextEntry(new JarEntry(prefix + name));
        Files.copy(file, jar);
      }
    }
  }

  private Manifest manifest() {
    var made = new Manifest();
    made.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.forEach((key, value) -> made.getMainAttributes().putValue(key, value));
    return made;
  }

  @Override
  public String toString() {
    var text = new StringWriter();
    sources.forEach((name, source) -> text.append(name).append('\n').append(source));
    return text.toString();
  }
}
