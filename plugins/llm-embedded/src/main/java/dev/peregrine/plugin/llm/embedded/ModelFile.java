package dev.peregrine.plugin.llm.embedded;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A model in a file.
 *
 * @param id the file's name without its end
 */
record ModelFile(String id, Path path, long bytes) {

  private static final String END = ".gguf";
  private static final int MOST = 200;

  /** Those of the setting, by name. */
  static List<ModelFile> in(Settings settings) throws ExtensionException {
    String said = settings.text(EmbeddedBackend.FILES).orElse("").strip();
    Path place = path(said);
    if (Files.isDirectory(place)) {
      return inFolder(place);
    }
    if (!Files.isRegularFile(place) || !isNamedSo(place)) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "\"%s\" is no file that ends in .gguf and no folder. Correct the model file in the settings."
              .formatted(said));
    }
    return List.of(of(place));
  }

  /** The one of that name. */
  static ModelFile named(String id, Settings settings) throws ExtensionException {
    ModelFile file =
        in(settings).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.BAD_SETTINGS,
                        "Model \"%s\" is not among the files. Choose one that is listed."
                            .formatted(id)));
    file.check();
    return file;
  }

  /** Whatever llama.cpp does with other files, it does to the whole program. */
  private void check() throws ExtensionException {
    try (InputStream start = Files.newInputStream(path)) {
      if (new String(start.readNBytes(4), StandardCharsets.US_ASCII).equals("GGUF")) {
        return;
      }
    } catch (IOException unreadable) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Model file \"%s\" cannot be read. Check its permissions.".formatted(path.getFileName()),
          unreadable);
    }
    throw new ExtensionException(
        Kind.BAD_SETTINGS,
        "\"%s\" is named .gguf but is no such file. Fetch it once more."
            .formatted(path.getFileName()));
  }

  private static List<ModelFile> inFolder(Path folder) throws ExtensionException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> isNamedSo(each) && Files.isRegularFile(each))
          .sorted()
          .limit(MOST)
          .map(ModelFile::of)
          .toList();
    } catch (IOException unreadable) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Folder \"%s\" cannot be read. Check its permissions.".formatted(folder),
          unreadable);
    }
  }

  private static Path path(String said) throws ExtensionException {
    try {
      return Path.of(said);
    } catch (InvalidPathException odd) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "\"%s\" is no path of this machine. Correct the model file in the settings."
              .formatted(said),
          odd);
    }
  }

  private static boolean isNamedSo(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(END);
  }

  private static ModelFile of(Path path) {
    String name = String.valueOf(path.getFileName());
    return new ModelFile(
        name.substring(0, name.length() - END.length()), path, path.toFile().length());
  }
}
