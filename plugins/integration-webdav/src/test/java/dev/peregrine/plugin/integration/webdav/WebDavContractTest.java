package dev.peregrine.plugin.integration.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.DocumentStoreContract;
import dev.peregrine.testkit.PassedOn;
import dev.peregrine.testkit.RecordedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract against a real server: the one of the contract only passes on what it is asked. */
class WebDavContractTest extends DocumentStoreContract {

  @TempDir private static Path work;
  private static @Nullable Nginx nginx;

  @BeforeAll
  static void startNginx() throws IOException {
    assumeTrue(
        Nginx.isHere(), "No nginx with WebDAV was found: apt-get install nginx-full, to run this.");
    Path _ = Files.createDirectories(work.resolve("files"));
    nginx = Nginx.start(work, work.resolve("files"));
  }

  @AfterAll
  static void stopNginx() {
    if (nginx != null) {
      nginx.close();
    }
  }

  @Override
  protected DocumentStore integration() {
    return new WebDav();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("user", "anna");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    new Shelf().clear();
    ready.otherwise(new PassedOn(Objects.requireNonNull(nginx).address()));
  }

  @Override
  protected String testPath() {
    return "/";
  }

  @Override
  protected String failure(int status, String message) {
    return "<html><head><title>%d %s</title></head></html>".formatted(status, message);
  }

  @Override
  protected DocumentShelf shelf() {
    return new Shelf();
  }

  private record Shelf() implements DocumentShelf {

    void clear() {
      try (Stream<Path> all = Files.walk(top())) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          if (!path.equals(top())) {
            Files.delete(path);
          }
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static Path top() {
      return work.resolve("files");
    }

    @Override
    public Map<String, byte[]> files() {
      var files = new TreeMap<String, byte[]>();
      try (Stream<Path> all = Files.walk(top())) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(top().relativize(file).toString(), Files.readAllBytes(file));
        }
        return files;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void put(String path, byte[] bytes) {
      try {
        Path _ = Files.createDirectories(top().resolve(path).getParent());
        Path _ = Files.write(top().resolve(path), bytes);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void delete(String path) {
      try {
        Files.delete(top().resolve(path));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  @Test
  void theLinkIsTheAddressOfTheFile() throws Exception {
    assertThat(store(letter()).link().orElseThrow())
        .hasPath("/" + path())
        .asString()
        .contains("/Hafenlicht%20%E2%80%93%20UX-Designerin/");
  }

  @Test
  void whatThePersonChangedInADocumentIsNotOverwritten() throws Exception {
    var first = store(letter());
    shelf().put(path(), new byte[] {1});

    var _ = integration().store(letterAgain(), context());

    assertThat(shelf().files().get(path())).containsExactly(1);
    assertThat(shelf().files()).hasSize(2);
    assertThat(found(first)).isPresent();
  }
}
