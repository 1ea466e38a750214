package dev.peregrine.plugin.integration.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.DocumentStoreContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextcloudContractTest extends DocumentStoreContract {

  private FakeCloud cloud = new FakeCloud();

  @Override
  protected DocumentStore integration() {
    return new Nextcloud();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("user", "anna@example.org");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    cloud = new FakeCloud();
    ready.otherwise(request -> cloud.answer(request));
  }

  @Override
  protected String testPath() {
    return "/remote.php/dav/";
  }

  @Override
  protected String failure(int status, String message) {
    return new String(
        FakeCloud.error(status, "ServiceUnavailable", message).bytes(), StandardCharsets.UTF_8);
  }

  @Override
  protected RecordedAnswer full() {
    return FakeCloud.error(507, "InsufficientStorage", "Insufficient space in /Peregrine");
  }

  @Override
  protected int threeParts() {
    return 25 << 20;
  }

  @Override
  protected DocumentShelf shelf() {
    return cloud;
  }

  @Test
  void anAddressCopiedFromTheFilesAppIsUnderstood() throws Exception {
    for (String copied :
        new String[] {
          "/", "/remote.php/dav/files/anna/", "/apps/files/files?dir=/", "/index.php/login"
        }) {
      var context = context(Map.of("base-url", server().address() + copied));
      assertThat(integration().test(context)).contains("Peregrine");
    }
  }

  @Test
  void theLinkOpensTheFileByItsNumber() throws Exception {
    assertThat(store(letter()).link().orElseThrow()).hasPath("/index.php/f/41");
  }

  @Test
  void whatThePersonChangedInADocumentIsNotOverwritten() throws Exception {
    var first = store(letter());
    cloud.put(path(), new byte[] {1});

    var _ = integration().store(again(letterAgain(), first), context());

    assertThat(cloud.files().get(path())).containsExactly(1);
    assertThat(cloud.files()).hasSize(2);
  }

  private static DocumentStore.Upload again(
      DocumentStore.Upload upload, DocumentStore.Stored stored) {
    return new DocumentStore.Upload(
        upload.id(), upload.folder(), upload.content(), upload.sha256(), Optional.of(stored.id()));
  }

  @Test
  void aDeepFolderOfTheSettingsIsMadeStepByStep() throws Exception {
    var context = context(Map.of("folder", "/Dokumente/Bewerbungen 2026/"));

    var _ = integration().store(letter(), context);

    assertThat(cloud.files().keySet())
        .allMatch(path -> path.startsWith("Dokumente/Bewerbungen 2026/"));
  }
}
