package dev.peregrine.plugin.integration.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.testkit.DocumentShelf;
import dev.peregrine.testkit.DocumentStoreContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3ContractTest extends DocumentStoreContract {

  private FakeBucket bucket = new FakeBucket();

  @Override
  protected DocumentStore integration() {
    return new S3();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("bucket", "bewerbungen", "access-key", "AKIDEXAMPLE", "region", "eu-central-1");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    bucket = new FakeBucket();
    ready.otherwise(request -> bucket.answer(request));
  }

  @Override
  protected String testPath() {
    return "/bewerbungen";
  }

  @Override
  protected String failure(int status, String message) {
    return new String(
        FakeBucket.error(status, "Code" + status, message).bytes(), StandardCharsets.UTF_8);
  }

  @Override
  protected RecordedAnswer full() {
    return FakeBucket.error(403, "QuotaExceeded", "The quota of the bucket is exceeded");
  }

  @Override
  protected int threeParts() {
    return 20 << 20;
  }

  @Override
  protected DocumentShelf shelf() {
    return bucket;
  }

  @Test
  void aServerThatKnowsNoConditionsStoresAllTheSame() throws Exception {
    bucket.forgetConditions();

    var _ = store(letter());

    assertThat(bucket.files()).containsOnlyKeys(path());
  }

  @Test
  void aFailureInAnAnswerOfStatus200IsOne() throws Exception {
    server()
        .between(
            (request, answer) ->
                isUpload(request)
                    ? FakeBucket.error(200, "InternalError", "We encountered an internal error.")
                    : answer.get());

    assertThat(failure(letter()).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void whatTheKeysOrTheClockDoIsSaid() throws Exception {
    assertThat(said("SignatureDoesNotMatch")).hasMessageContaining("secret key again");
    assertThat(said("RequestTimeTooSkewed")).hasMessageContaining("Set the clock");
    assertThat(said("AuthorizationHeaderMalformed")).hasMessageContaining("eu-central-1");
  }

  private ExtensionException said(String code) throws Exception {
    server().between((request, answer) -> FakeBucket.error(403, code, "no"));
    var context = context();
    ExtensionException why =
        tried(
                () -> {
                  String _ = integration().test(context);
                },
                context)
            .orElseThrow();
    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    return why;
  }
}
