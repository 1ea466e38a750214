package dev.peregrine.host.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The language in which a person read pages last, in the file {@code language} beside their
 * settings. Whatever is said to them while no page is asked for is said in it.
 */
public final class LastLanguage {

  private static final Logger LOG = LoggerFactory.getLogger(LastLanguage.class);
  private static final String FILE = "language";

  /** No tag of a language is longer. */
  private static final int LONGEST = 64;

  private LastLanguage() {}

  /**
   * The language; English where no page was read yet.
   *
   * @param config the folder of the person's settings
   */
  public static Language of(Path config) {
    Path file = config.resolve(FILE);
    try {
      return Files.size(file) > LONGEST
          ? Language.ENGLISH
          : Languages.named(Files.readString(file).strip()).orElse(Language.ENGLISH);
    } catch (NoSuchFileException none) {
      return Language.ENGLISH;
    } catch (IOException unreadable) {
      LOG.warn("\"{}\" cannot be read; English is spoken in the background.", file, unreadable);
      return Language.ENGLISH;
    }
  }

  /** Notes that a page was read in a language. Failing to costs nothing but this note. */
  public static void keep(Path config, Language language) {
    if (of(config).equals(language)) {
      return;
    }
    try {
      Files.createDirectories(config);
      Path draft = Files.createTempFile(config, FILE, ".draft");
      Files.writeString(draft, language.tag());
      Files.move(
          draft,
          config.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      LOG.warn("The language \"{}\" cannot be noted in \"{}\".", language, config, unwritable);
    }
  }
}
