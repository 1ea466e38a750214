package dev.peregrine.plugin.integration.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.DocumentStoreContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneDriveContractTest extends DocumentStoreContract {

  private FakeOneDrive drive = new FakeOneDrive(URI.create("http://127.0.0.1"));

  @Override
  protected DocumentStore integration() {
    return new OneDrive();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("client-id", "0f7c1b1e-app");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    drive = new FakeOneDrive(ready.address());
    ready.otherwise(request -> drive.answer(request));
  }

  @Override
  protected String testPath() {
    return "/me/drive";
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"error\":{\"code\":\"code%d\",\"message\":\"%s\"}}".formatted(status, message);
  }

  @Override
  protected RecordedAnswer full() {
    return FakeOneDrive.error(507, "quotaLimitReached");
  }

  @Override
  protected int threeParts() {
    return 25 << 20;
  }

  @Override
  protected DocumentShelf shelf() {
    return drive;
  }

  @Test
  void theLinkIsTheOneThatOneDriveGives() throws Exception {
    assertThat(store(letter()).link().orElseThrow())
        .hasToString("https://onedrive.live.com/?id=01ABC!1");
  }
}
