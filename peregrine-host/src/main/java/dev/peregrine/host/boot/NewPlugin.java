package dev.peregrine.host.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Copies the archetype of a plugin to a new folder; see {@code plugins/archetype/README.md}. */
final class NewPlugin {

  private static final Pattern NAME = Pattern.compile("board-([a-z][a-z0-9-]{1,39})");

  private final Installation installation;

  NewPlugin(Installation installation) {
    this.installation = installation;
  }

  /**
   * Makes the folder where the command was called.
   *
   * @param name such as {@code board-mine}
   */
  Path make(String name) throws IOException {
    var matcher = NAME.matcher(name);
    if (!matcher.matches() || name.endsWith("-")) {
      throw new UsageException(
          "Plugin name \"%s\": expected board and an id of a-z, 0-9 and -, such as: plugin new board mine"
              .formatted(name));
    }
    Path archetype = installation.root().resolve("plugins").resolve("archetype").resolve("board");
    if (!Files.isDirectory(archetype)) {
      throw new FailedException(
          "The template \"%s\" is not there; use a clone of Peregrine's source."
              .formatted(archetype));
    }
    Path folder = installation.typed(name);
    if (Files.exists(folder)) {
      throw new UsageException(
          "\"%s\" is there already. Choose another name or remove it.".formatted(folder));
    }
    copy(archetype, folder, placeholders(matcher.group(1)));
    return folder;
  }

  private static Map<String, String> placeholders(String id) {
    var camel = new StringBuilder();
    var joined = new StringBuilder();
    for (String part : id.split("-")) {
      if (!part.isEmpty()) {
        camel.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        joined.append(part);
      }
    }
    String version = Version.text().equals("development") ? "0.1.0" : Version.text();
    String[] numbers = version.split("\\.");
    return Map.of(
        "__id__",
        id,
        "__Name__",
        camel.toString(),
        "__package__",
        "plugin.board." + joined,
        "__author__",
        System.getProperty("user.name", "me"),
        "__version__",
        version,
        "__requires__",
        numbers[0] + "." + numbers[1]);
  }

  private static void copy(Path from, Path to, Map<String, String> placeholders)
      throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = target(from.relativize(file), to, placeholders);
            try {
              Files.createDirectories(target.getParent());
              Files.writeString(target, replaced(Files.readString(file), placeholders));
            } catch (UncheckedIOException problem) {
              throw problem.getCause();
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Path target(Path relative, Path to, Map<String, String> placeholders) {
    Path target = to;
    for (Path part : relative) {
      String name = part.toString();
      if (name.equals("__package__")) {
        for (String step : placeholders.getOrDefault(name, "").split("\\.")) {
          target = target.resolve(step);
        }
      } else {
        target = target.resolve(replaced(name, placeholders));
      }
    }
    return target;
  }

  private static String replaced(String text, Map<String, String> placeholders) {
    String result = text;
    for (var placeholder : placeholders.entrySet()) {
      result = result.replace(placeholder.getKey(), placeholder.getValue());
    }
    return result;
  }
}
