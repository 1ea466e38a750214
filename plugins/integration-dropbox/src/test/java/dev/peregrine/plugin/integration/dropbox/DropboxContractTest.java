package dev.peregrine.plugin.integration.dropbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.DocumentStoreContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropboxContractTest extends DocumentStoreContract {

  private FakeDropbox dropbox = new FakeDropbox();

  @Override
  protected DocumentStore integration() {
    return new Dropbox();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("client-id", "app-key-1");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    dropbox = new FakeDropbox();
    ready.otherwise(request -> dropbox.answer(request));
  }

  @Override
  protected String testPath() {
    return "/2/users/get_current_account";
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"error_summary\":\"%s/..\",\"error\":{\".tag\":\"other\"}}".formatted(message);
  }

  @Override
  protected boolean isUpload(RecordedRequest request) {
    return request.path().matches("/2/files/upload(_session/(start|append_v2))?");
  }

  @Override
  protected RecordedAnswer full() {
    return FakeDropbox.error(
        "path/insufficient_space",
        "{\".tag\":\"path\",\"reason\":{\".tag\":\"insufficient_space\"}}");
  }

  @Override
  protected int threeParts() {
    return 21 << 20;
  }

  @Override
  protected DocumentShelf shelf() {
    return dropbox;
  }

  @Test
  void theLinkOpensTheFileInItsFolder() throws Exception {
    assertThat(store(letter()).link().orElseThrow())
        .hasToString(
            "https://www.dropbox.com/home/Peregrine/Hafenlicht%20%E2%80%93%20UX-Designerin/Gesendet?preview=Anschreiben.pdf");

    var context = context(Map.of("app-folder", "Peregrine & ich"));
    assertThat(integration().store(letter(), context).link().orElseThrow().toString())
        .startsWith("https://www.dropbox.com/home/Apps/Peregrine%20%26%20ich/Peregrine/");
  }
}
