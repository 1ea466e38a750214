package dev.peregrine.host.config;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One YAML file of the person: its text, and the text with the line of every value. */
final class YamlFile {

  private static final int MOST_BYTES = 1 << 20;

  private final Path path;

  YamlFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** The text; empty where there is no file. */
  Optional<String> text() {
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new ConfigException(
            path,
            0,
            "the file has %,d bytes, expected at most %,d. Put a smaller file there."
                .formatted(Files.size(path), MOST_BYTES));
      }
      bytes = Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw new ConfigException(
          path,
          0,
          "the file cannot be read (%s). Allow Peregrine to read it."
              .formatted(unreadable.getClass().getSimpleName()),
          unreadable);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException broken) {
      throw new ConfigException(
          path, lineOfBrokenByte(bytes), "this is not UTF-8 text. Save the file as UTF-8.", broken);
    }
  }

  /** The root of the text; empty where the text holds nothing but comments. */
  Optional<YamlPart> parse(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(path.toString()).setMaxAliasesForCollections(20).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.filter(node -> !node.getTag().equals(Tag.NULL))
          .map(node -> new YamlPart(this, node, "the file"));
    } catch (MarkedYamlEngineException broken) {
      int line =
          broken
              .getProblemMark()
              .or(broken::getContextMark)
              .map(Mark::getLine)
              .map(zeroBased -> zeroBased + 1)
              .orElse(0);
      throw new ConfigException(path, line, syntax(broken, text, line), broken);
    } catch (YamlEngineException broken) {
      throw new ConfigException(
          path, 0, "this is not YAML. Compare it with the .example file beside it.", broken);
    }
  }

  /** Writes the text whole or not at all. */
  void write(String text) {
    Path draft = path.resolveSibling("." + path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      // A link stays a link: what it points to is replaced.
      Path target = Files.exists(path) ? path.toRealPath() : path;
      try {
        Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException elsewhere) {
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failed) {
      boolean guest = Tenant.find().map(Tenant::isGuest).orElse(false);
      throw new ConfigException(
          path,
          0,
          guest
              ? t("web.not-written")
              : t("web.not-written-here", "why", failed.getClass().getSimpleName()),
          failed);
    }
  }

  private static String syntax(MarkedYamlEngineException broken, String text, int line) {
    String row = text.lines().skip(Math.max(0, line - 1L)).findFirst().orElse("").strip();
    String shown = row.length() > 60 ? row.substring(0, 60) + "…" : row;
    String found = row.isEmpty() ? "this is not YAML" : "\"%s\" is not YAML here".formatted(shown);
    if (row.contains("\t") || broken.getProblem().contains("'\\t'")) {
      return found + ": a tab stands where blanks were expected. Indent with blanks.";
    }
    return found
        + " ("
        + broken.getProblem().replaceAll("\\s+", " ")
        + "). Check quotes, colons and indentation of this line and the one above.";
  }

  private static int lineOfBrokenByte(byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    decoder.decode(in, java.nio.CharBuffer.allocate(bytes.length), true);
    int line = 1;
    for (int index = 0; index < in.position() && index < bytes.length; index++) {
      line += bytes[index] == '\n' ? 1 : 0;
    }
    return line;
  }
}
