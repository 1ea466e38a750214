package dev.peregrine.plugin.integration.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.DocumentStoreContract;
import dev.peregrine.testkit.RecordedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderContractTest extends DocumentStoreContract {

  private static final AtomicInteger FOLDERS = new AtomicInteger();

  @TempDir private Path temp;
  private Path store = Path.of("/");

  @Override
  protected DocumentStore integration() {
    return new Folder();
  }

  @Override
  protected boolean isElsewhere() {
    return false;
  }

  @Override
  protected void prepare(RecordedServer ready) {
    store = temp.resolve("store-" + FOLDERS.incrementAndGet());
    try {
      Path _ = Files.createDirectories(store.resolve("Peregrine"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("folder", store.resolve("Peregrine").toString());
  }

  @Override
  protected String testPath() {
    return "/";
  }

  @Override
  protected String failure(int status, String message) {
    return "{}";
  }

  @Override
  protected DocumentShelf shelf() {
    return new Shelf(store);
  }

  private record Shelf(Path store) implements DocumentShelf {

    @Override
    public Map<String, byte[]> files() {
      var files = new TreeMap<String, byte[]>();
      try (Stream<Path> all = Files.walk(store)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(store.relativize(file).toString(), Files.readAllBytes(file));
        }
        return files;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void put(String path, byte[] bytes) {
      try {
        Path _ = Files.createDirectories(store.resolve(path).getParent());
        Path _ = Files.write(store.resolve(path), bytes);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void delete(String path) {
      try {
        Files.delete(store.resolve(path));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
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

  @Test
  void aPathThatIsNoneIsSaid() throws Exception {
    for (String wrong : new String[] {"Documents", "../x", " ", "a\u0000b"}) {
      var context = context(Map.of("folder", wrong));
      assertThat(tried(() -> integration().test(context), context).orElseThrow().kind())
          .isEqualTo(Kind.BAD_SETTINGS);
    }
  }

  @Test
  void aDriveThatIsGoneIsWaitedFor() throws Exception {
    Files.delete(store.resolve("Peregrine"));

    assertThat(failure(letter()).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(store).isEmptyDirectory();
  }

  @Test
  void anIdThatLeadsOutOfTheFolderIsNotFollowed() throws Exception {
    Files.write(store.resolve("other.txt"), new byte[] {1});

    assertThat(integration().find("../other.txt#0000000000000000", context())).isEmpty();
  }
}
