package dev.peregrine.plugin.integration.googledrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.DocumentStoreContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoogleDriveContractTest extends DocumentStoreContract {

  private FakeDrive drive = new FakeDrive(URI.create("http://127.0.0.1"));

  @Override
  protected DocumentStore integration() {
    return new GoogleDrive();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("service-account", "", "client-id", "client-1");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    drive = new FakeDrive(ready.address());
    ready.otherwise(request -> drive.answer(request));
  }

  @Override
  protected String testPath() {
    return "/drive/v3/about";
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\"}}".formatted(status, message);
  }

  @Override
  protected RecordedAnswer full() {
    return FakeDrive.error(403, "storageQuotaExceeded");
  }

  @Override
  protected int threeParts() {
    return 21 << 20;
  }

  @Override
  protected DocumentShelf shelf() {
    return drive;
  }

  @Test
  void aQuoteInANameIsOnlyAQuote() throws Exception {
    drive.put("Peregrine/O'Neill \\ Söhne/x.pdf", new byte[] {1});

    var _ = store(letter());

    assertThat(drive.files()).hasSize(2);
  }

  @Test
  void tooManyCallsAreAnsweredWith403AndMeanSo() throws Exception {
    server().between((request, answer) -> FakeDrive.error(403, "userRateLimitExceeded"));

    assertThat(failure(letter()).kind()).isEqualTo(Kind.RATE_LIMITED);
  }

  @Test
  void aSharedFolderMayBeEnteredAsItsAddress() throws Exception {
    drive.put("Geteilt/liesmich.txt", new byte[] {1});
    var context =
        context(
            Map.of("folder-id", "https://drive.google.com/drive/folders/1AbCdEfGhIj1?usp=sharing"));

    var _ = integration().store(letter(), context);

    assertThat(drive.files()).containsKey("Geteilt/" + path());
    assertThat(integration().test(context)).contains("anna@example.org");
  }

  @Test
  void aFolderThatIsNoneOrNotSharedIsSaid() throws Exception {
    for (String wrong : new String[] {"my folder", "1AbCdEfGhIj999"}) {
      var context = context(Map.of("folder-id", wrong));
      assertThat(
              tried(
                      () -> {
                        String _ = integration().test(context);
                      },
                      context)
                  .orElseThrow()
                  .kind())
          .isEqualTo(Kind.BAD_SETTINGS);
    }
  }
}
