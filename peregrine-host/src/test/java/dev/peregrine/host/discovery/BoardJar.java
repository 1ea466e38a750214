package dev.peregrine.host.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A plugin with boards, scorers and mail classifiers that a test writes, compiled and packed as a
 * stranger would.
 */
public final class BoardJar {

  private static final String BOARD =
      """
      package sample;
      import dev.peregrine.api.*;
      import dev.peregrine.api.board.*;
      import java.net.URI;
      import java.time.*;
      import java.util.*;
      import java.util.function.Consumer;
      public final class %s implements JobBoard {
        public BoardDescriptor descriptor() {
          About about = About.of("%s", "%s", "A board of a test.")
              .withSettings(SettingSpec.baseUrl("http://127.0.0.1:9/"));
          return %s;
        }
        public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
            throws ExtensionException, InterruptedException {
          %s
        }
        static URI base(BoardContext context) {
          return context.settings().address("base-url").orElseThrow();
        }
        %s
      }
      """;

  /** Reads rows {@code {"id": 1, "title": "Cook", "company": "Ofen", "place": "Berlin"}}. */
  static final String READ_ROWS =
      """
      Json rows = context.http().fetch(HttpCall.get(HttpCall.under(base(context), "jobs"))).json();
      if (!rows.isArray()) {
        throw new ExtensionException(ExtensionException.Kind.CHANGED_REMOTE, "There is no list of postings any more.");
      }
      int number = 0;
      for (Json row : rows.items()) {
        context.progress().of(++number, rows.items().size());
        String id = row.at("id").text().orElse("none");
        found.accept(Posting.of(id, row.at("title").text().orElse("Untitled"),
                URI.create("https://jobs.example.com/" + row.at("path").text().orElse(id)))
            .withCompany(row.at("company").text())
            .withPlaces(row.at("place").text().flatMap(Place::of).stream().toList())
            .withDescription(row.at("text").text()));
      }
      """;

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> boards = new ArrayList<>();
  private final List<String> scorers = new ArrayList<>();
  private final List<String> classifiers = new ArrayList<>();
  private String version = "1.0";

  /** A feed that reads rows from its base address. */
  public BoardJar feed(String id) {
    return board(id, "BoardDescriptor.feed(about)", READ_ROWS);
  }

  public BoardJar board(String id, String descriptor, String search) {
    return board(id, descriptor, search, "");
  }

  /**
   * @param descriptor an expression over {@code about}
   * @param search body of the method
   * @param members more members of the class
   */
  public BoardJar board(String id, String descriptor, String search, String members) {
    String name = "Board" + (boards.size() + 1);
    sources.put(name, BOARD.formatted(name, id, "Board " + id, descriptor, search, members));
    boards.add("sample." + name);
    return this;
  }

  /**
   * A mail classifier.
   *
   * @param made the descriptor, made of {@code about}
   * @param judge statements that return the verdict of one {@code mail}
   * @param train statements that return what was learnt from {@code context}
   */
  public BoardJar classifier(String id, String made, String judge, String train) {
    String name = "Classifier" + (classifiers.size() + 1);
    sources.put(
        name,
        """
        package sample;
        import dev.peregrine.api.*;
        import dev.peregrine.api.mail.*;
        import java.util.*;
        public final class %s implements EmailClassifier {
          public ClassifierDescriptor descriptor() {
            About about = About.of("%s", "%s", "A classifier of a test.");
            return %s;
          }
          public List<Verdict> classify(List<MailMessage> mails, ClassifierContext context)
              throws ExtensionException, InterruptedException {
            var verdicts = new ArrayList<Verdict>();
            for (MailMessage mail : mails) {
              verdicts.add(one(mail, context));
            }
            return verdicts;
          }
          private static Verdict one(MailMessage mail, ClassifierContext context)
              throws ExtensionException, InterruptedException {
            %s
          }
          public Optional<Blob> train(ClassifierContext context)
              throws ExtensionException, InterruptedException {
            %s
          }
          static Verdict verdict(MailLabel label, double confidence) {
            return new Verdict(label, confidence, List.of("word"));
          }
        }
        """
            .formatted(name, id, id, made, judge, train));
    classifiers.add("sample." + name);
    return this;
  }

  public BoardJar scorer(String id, int revision, String score) {
    String name = "Scorer" + (scorers.size() + 1);
    sources.put(
        name,
        """
        package sample;
        import dev.peregrine.api.*;
        import dev.peregrine.api.scoring.*;
        import java.util.*;
        public final class %s implements Scorer {
          public ScorerDescriptor descriptor() {
            return new ScorerDescriptor(About.of("%s", "%s", "A scorer of a test."), %d);
          }
          public List<Score> score(Candidate candidate, List<Posting> postings, ScorerContext context)
              throws ExtensionException {
            %s
          }
        }
        """
            .formatted(name, id, id, revision, score));
    scorers.add("sample." + name);
    return this;
  }

  public BoardJar version(String newVersion) {
    version = newVersion;
    return this;
  }

  /** Packs it into a folder of shipped plugins. */
  public void into(Path folder) {
    try {
      Path work = Files.createTempDirectory("boards");
      Path classes = Files.createDirectories(work.resolve("classes"));
      compile(work, classes);
      Files.createDirectories(folder);
      pack(classes, folder.resolve("sample.jar"));
      try (Stream<Path> made = Files.walk(work)) {
        for (Path each : made.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void compile(Path work, Path classes) throws IOException {
    var arguments =
        new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "-cp", api().toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve(source.getKey() + ".java");
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    var said = new ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }

  private static Path api() {
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
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Plugin-Id", "sample");
    manifest.getMainAttributes().putValue("Plugin-Version", version);
    manifest.getMainAttributes().putValue("Plugin-Requires", "0.1");
    manifest.getMainAttributes().putValue("Plugin-Provider", "Test");
    try (var jar = new JarOutputStream(Files.newOutputStream(target), manifest);
        Stream<Path> files = Files.walk(classes)) {
      services(jar, "dev.peregrine.api.board.JobBoard", boards);
      services(jar, "dev.peregrine.api.scoring.Scorer", scorers);
      services(jar, "dev.peregrine.api.mail.EmailClassifier", classifiers);
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, jar);
      }
    }
  }

  private static void services(JarOutputStream jar, String type, List<String> names)
      throws IOException {
    if (!names.isEmpty()) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + type));
      jar.write(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
    }
  }
}
