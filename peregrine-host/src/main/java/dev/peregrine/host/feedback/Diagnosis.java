package dev.peregrine.host.feedback;

import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.secrets.Masked;
import dev.peregrine.host.secrets.SecretStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What helps to find a mistake: versions, plugins, the last errors; nothing about the person. */
public final class Diagnosis {

  private static final int LOG_BYTES = 256 * 1024;
  private static final int MOST_LINES = 20;
  private static final int LONGEST_LINE = 400;

  private final String version;
  private final PluginRuntime plugins;
  private final SecretStore secrets;
  private final Path home;

  public Diagnosis(String version, PluginRuntime plugins, SecretStore secrets, Path home) {
    this.version = version;
    this.plugins = plugins;
    this.secrets = secrets;
    this.home = home;
  }

  /**
   * As Markdown; secrets, addresses of people and paths of theirs are masked.
   *
   * @param withLog whether the log is the person's alone
   */
  String markdown(String page, boolean withLog) {
    var lines = new ArrayList<String>();
    lines.add("### Diagnosis");
    lines.add("");
    lines.add("- Peregrine " + version);
    lines.add("- Java " + Runtime.version());
    lines.add(
        "- %s %s, %s"
            .formatted(
                System.getProperty("os.name", ""),
                System.getProperty("os.version", ""),
                System.getProperty("os.arch", "")));
    if (!page.isEmpty()) {
      lines.add("- Page `" + page.replaceAll("[?#].*", "").replace("`", "") + "`");
    }
    lines.add(
        "- Plugins: "
            + plugins.plugins().stream()
                .map(
                    plugin ->
                        "%s %s (%s)"
                            .formatted(
                                plugin.id(),
                                plugin.version(),
                                plugin.state().name().toLowerCase(java.util.Locale.ROOT)))
                .sorted()
                .collect(Collectors.joining(", ")));
    List<String> errors = withLog ? errors() : List.of();
    if (!errors.isEmpty()) {
      lines.add("");
      lines.add("Last warnings and errors:");
      lines.add("");
      lines.add("```");
      lines.addAll(errors);
      lines.add("```");
    }
    return Masked.forOthers(String.join("\n", lines), secrets, home);
  }

  private List<String> errors() {
    Path file = home.resolve("logs").resolve("peregrine.log");
    if (Files.notExists(file)) {
      return List.of();
    }
    try (var reading = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, reading.length() - LOG_BYTES);
      reading.seek(from);
      var bytes = new byte[(int) (reading.length() - from)];
      reading.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      List<String> found =
          text.lines()
              .skip(from == 0 ? 0 : 1)
              .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
              .map(line -> line.replace("```", "~~~"))
              .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
              .toList();
      return found.subList(Math.max(0, found.size() - MOST_LINES), found.size());
    } catch (IOException gone) {
      return List.of();
    }
  }
}
