package dev.peregrine.google.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationDescriptor.ForTracker;
import dev.peregrine.testkit.FakeIntegrationContext;
import dev.peregrine.testkit.FakeStateStore;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.SettableClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GooglePassTest {

  private static final KeyPair KEYS = keys();
  private static final String SCOPE = "https://www.googleapis.com/auth/drive.file";

  private final RecordedServer server = RecordedServer.start();
  private final SettableClock clock = SettableClock.at("2026-11-22T09:00:00Z");
  private final FakeStateStore state = new FakeStateStore();

  @BeforeEach
  void google() {
    server.answer(
        "/token",
        asked ->
            RecordedAnswer.json(
                "{\"access_token\":\"ya29.%d\",\"expires_in\":3599,\"token_type\":\"Bearer\"}"
                    .formatted(server.requests().size())));
    server.answer("/files", RecordedAnswer.json("{\"files\":[]}"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aServiceAccountGetsATokenForASignedClaim() throws Exception {
    assertThat(call(account()).status()).isEqualTo(200);

    RecordedRequest asked = server.requests().getFirst();
    assertThat(server.requests().getLast().headers())
        .containsEntry("authorization", "Bearer ya29.1");
    assertThat(asked.body())
        .startsWith("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=");
    String[] claim = claim(asked).split("\\.", 3);
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(KEYS.getPublic());
    signature.update((claim[0] + "." + claim[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(claim[2]))).isTrue();
    JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(claim[1]));
    assertThat(claims.path("iss").asString()).isEqualTo("peregrine@falke.iam.gserviceaccount.com");
    assertThat(claims.path("scope").asString()).isEqualTo(SCOPE);
    assertThat(claims.path("aud").asString()).isEqualTo("https://oauth2.googleapis.com/token");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
  }

  @Test
  void aTokenServesUntilShortlyBeforeItsEnd() throws Exception {
    call(account());
    clock.advance(Duration.ofMinutes(54));
    call(account());
    assertThat(tokensAsked()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(2));
    call(account());
    assertThat(tokensAsked()).isEqualTo(2);
  }

  @Test
  void aTokenOfAnotherKeyDoesNotServe() throws Exception {
    call(account());
    call(Map.of(GooglePass.KEY, key().replace("peregrine@", "other@")));

    assertThat(tokensAsked()).isEqualTo(2);
  }

  @Test
  void aTokenThatIsRefusedBeforeItsEndIsExchangedOnce() throws Exception {
    call(account());
    server.answer("/files", RecordedAnswer.json("{\"error\":{\"code\":401}}").withStatus(401));

    assertThat(failed(account()).kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(tokensAsked()).isEqualTo(2);
  }

  @Test
  void aClockThatIsWrongDoesNotMatter() throws Exception {
    server.answer(
        "/token",
        asked -> {
          JsonNode claims =
              JsonMapper.shared()
                  .readTree(Base64.getUrlDecoder().decode(claim(asked).split("\\.", 3)[1]));
          long off = Math.abs(Instant.now().getEpochSecond() - claims.path("iat").asLong());
          return off > 30
              ? RecordedAnswer.json("{\"error\":\"invalid_grant\",\"error_description\":\"iat\"}")
                  .withStatus(400)
              : RecordedAnswer.json("{\"access_token\":\"ya29.x\",\"expires_in\":3599}");
        });

    assertThat(call(account()).status()).isEqualTo(200);
  }

  @Test
  void aKeyThatWasDeletedIsSaidWithoutTheKey() {
    server.answer(
        "/token",
        RecordedAnswer.json(
                "{\"error\":\"invalid_grant\",\"error_description\":\"%s\"}".formatted("x"))
            .withStatus(400));

    ExtensionException why = failed(account());

    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(why)
        .hasMessageContaining("peregrine@falke.iam.gserviceaccount.com")
        .hasMessageContaining("invalid_grant")
        .hasMessageNotContaining("PRIVATE KEY");
  }

  @Test
  void aKeyThatIsNoneIsSaidBeforeAnythingIsCalled() {
    for (String key :
        List.of("s3cret", "{}", "{\"client_email\":\"a@b\",\"private_key\":\"s3cret\"}")) {
      ExtensionException why = failed(Map.of(GooglePass.KEY, key));

      assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
      assertThat(why).hasMessageContaining("JSON file").hasMessageNotContaining("s3cret");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void withoutAServiceAccountThePersonsOwnSignInOpens() throws Exception {
    call(Map.of());

    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().getFirst().headers())
        .containsEntry("authorization", "Bearer " + FakeIntegrationContext.TOKEN);
  }

  @Test
  void aRefusalMeansWhatGoogleMeansByIt() {
    assertThat(refused("errors", "userRateLimitExceeded").kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(refused("details", "RATE_LIMIT_EXCEEDED").kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(refused("errors", "storageQuotaExceeded"))
        .hasMessageContaining("shared with it")
        .extracting(why -> ((ExtensionException) why).kind())
        .isEqualTo(Kind.REFUSED);
    assertThat(refused("details", "SERVICE_DISABLED")).hasMessageContaining("Enable its API");
    assertThat(refused("errors", "forbidden"))
        .hasMessageContaining("share folder \"Jobs\" with peregrine@falke.iam.gserviceaccount.com");
  }

  private ExtensionException refused(String list, String reason) {
    server.answer(
        "/files",
        RecordedAnswer.json(
                "{\"error\":{\"code\":403,\"message\":\"no\",\"%s\":[{\"reason\":\"%s\"}]}}"
                    .formatted(list, reason))
            .withStatus(403));
    return failed(account());
  }

  private ExtensionException failed(Map<String, String> settings) {
    return catchThrowableOfType(ExtensionException.class, () -> call(settings));
  }

  private dev.peregrine.api.HttpReply call(Map<String, String> settings) throws Exception {
    GoogleService drive = GoogleService.of("Google Drive", context(settings), SCOPE);
    return drive.send(drive.call("GET", "/files"), "folder \"Jobs\"");
  }

  private FakeIntegrationContext context(Map<String, String> settings) {
    var values = new java.util.HashMap<>(settings);
    values.put("base-url", server.address().toString());
    var specs = new ArrayList<>(GooglePass.settings());
    specs.add(SettingSpec.baseUrl("https://www.googleapis.com"));
    var descriptor =
        ForTracker.of(
                About.of("drive", "Google Drive", "A test.")
                    .withSettings(specs.toArray(SettingSpec[]::new)))
            .withSignIn(GooglePass.signIn(SCOPE));
    return new FakeIntegrationContext(descriptor, values, clock, state, Duration.ofSeconds(20));
  }

  private long tokensAsked() {
    return server.requests().stream().filter(asked -> asked.path().equals("/token")).count();
  }

  private static String claim(RecordedRequest asked) {
    return URLDecoder.decode(
        asked.body().substring(asked.body().indexOf("assertion=") + 10), StandardCharsets.UTF_8);
  }

  private static Map<String, String> account() {
    return Map.of(GooglePass.KEY, key());
  }

  private static String key() {
    String pem =
        "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n"
            .formatted(
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(KEYS.getPrivate().getEncoded())
                    .replace("\n", "\\n"));
    return """
        {"type": "service_account", "project_id": "falke", "private_key_id": "k1",
         "private_key": "%s", "client_email": "peregrine@falke.iam.gserviceaccount.com"}"""
        .formatted(pem);
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
