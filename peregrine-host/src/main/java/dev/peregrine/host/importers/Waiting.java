package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lists that were given on a page and wait, beside the data, for the person's yes. */
final class Waiting {

  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final String FOLDER = "data/.lists";
  private static final String ABOUT = "about.json";
  private static final String FILE = "given";
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * What is noted of a list.
   *
   * @param name of its file
   * @param encoding as the person chose; empty for what the file says
   * @param separator the same
   * @param meaning as the person said; empty where they did not yet
   */
  record About(String name, String encoding, String separator, String meaning) {

    About meaning(String newMeaning) {
      return new About(name, encoding, separator, newMeaning);
    }
  }

  @FunctionalInterface
  interface Filling {
    boolean into(Path file) throws IOException;
  }

  /**
   * Takes a file.
   *
   * @return by which it waits
   * @throws ListException where there was none
   */
  String take(String name, Instant now, Filling filling) {
    tidy(now);
    try {
      Path own = Files.createTempDirectory(Files.createDirectories(folder()), "list-");
      if (!filling.into(own.resolve(FILE))) {
        Files.delete(own);
        throw new ListException(t("importers.choose-file"));
      }
      String id = String.valueOf(own.getFileName());
      note(id, new About(name, "", "", ""));
      return id;
    } catch (IOException full) {
      throw new ListException(t("importers.no-room"), full);
    }
  }

  About about(String id) {
    try {
      return JSON.readValue(Files.readAllBytes(own(id).resolve(ABOUT)), About.class);
    } catch (IOException | JacksonException gone) {
      throw new ListException(t("importers.gone"), gone);
    }
  }

  void note(String id, About about) {
    try {
      Files.write(own(id).resolve(ABOUT), JSON.writeValueAsBytes(about));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  Path file(String id) {
    return own(id).resolve(FILE);
  }

  void forget(String id) {
    forget(own(id));
  }

  /** Where they lie, and copies while they are read. */
  static Path folder() {
    return Tenant.current().home().resolve(FOLDER);
  }

  private static Path own(String id) {
    return folder().resolve(id.matches("list-[0-9]{1,30}") ? id : "none");
  }

  private static void tidy(Instant now) {
    if (!Files.isDirectory(folder())) {
      return;
    }
    try (Stream<Path> listed = Files.list(folder())) {
      for (Path each : listed.toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(now.minus(KEPT))) {
          forget(each);
        }
      }
    } catch (IOException untidy) {
      LOG.warn("Old lists in \"{}\" were not cleared away.", folder(), untidy);
    }
  }

  private static void forget(Path path) {
    try (Stream<Path> walked = Files.walk(path)) {
      List<Path> all = walked.sorted(Comparator.reverseOrder()).toList();
      for (Path each : all) {
        Files.deleteIfExists(each);
      }
    } catch (IOException untidy) {
      LOG.warn("\"{}\" could not be removed.", path, untidy);
    }
  }
}
