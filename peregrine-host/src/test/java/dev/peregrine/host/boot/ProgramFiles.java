package dev.peregrine.host.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Files of the repository that say something of the program, and whether it is true. */
final class ProgramFiles {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private ProgramFiles() {}

  static String text(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  /** A file of one document. */
  static Map<?, ?> yaml(String file) throws IOException {
    return yamls(file).getFirst();
  }

  /** A file of several documents. */
  static List<Map<?, ?>> yamls(String file) throws IOException {
    var all = new ArrayList<Map<?, ?>>();
    new Load(LoadSettings.builder().setMaxAliasesForCollections(50).build())
        .loadAllFromString(text(file))
        .forEach(each -> all.add((Map<?, ?>) each));
    return all;
  }

  /** Whether the program, or its launcher, reads a variable. */
  static boolean isRead(String name) {
    String plain = name.replaceFirst("_FILE$", "");
    try (Stream<Path> sources = Files.walk(ROOT.resolve("peregrine-host/src/main/java"))) {
      return text("peregrine").contains(name)
          || sources
              .filter(file -> file.toString().endsWith(".java"))
              .anyMatch(file -> says(file, name, plain));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static boolean says(Path file, String name, String plain) {
    try {
      String source = Files.readString(file);
      return source.contains("\"" + name + "\"")
          || source.contains("\"" + plain + "\"")
          || (name.matches("PEREGRINE_(OLLAMA|VLLM|SEARXNG|VISION)_URL")
              && source.contains("\"PEREGRINE_%s_URL\""));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** Secrets of a cloud as its operator makes them, one file each. */
  static Path secrets(Path folder) throws IOException {
    Map<String, String> all =
        Map.of(
            "sessions", "a-secret-with-which-accounts-sign-sessions",
            "proxy", "p".repeat(64),
            "node", "n".repeat(64),
            "people", "1: " + "k".repeat(64),
            "sealing", "c2VhbGluZy1rZXktb2YtdGhpcnR5LXR3by1ieXRlcyE=",
            "platform-url", "postgresql://peregrine:word@postgres:5432/platform",
            "platform-password", "word",
            "s3-access-key", "access",
            "s3-secret-key", "s".repeat(40));
    for (Map.Entry<String, String> each : all.entrySet()) {
      Files.writeString(folder.resolve(each.getKey()), each.getValue());
    }
    return folder;
  }
}
