package dev.peregrine.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.oauth.OAuthException.Kind;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OAuthTest {

  private static final URI BACK = URI.create("http://127.0.0.1:8501/settings/mail/back");

  @TempDir Path home;
  private TokenServer server;
  private OutgoingHttp http;
  private SecretStore secrets;
  private OAuth oauth;
  private Tenant tenant;
  private volatile Instant now = Instant.parse("2026-03-12T08:41:00Z");

  @BeforeEach
  void start() throws Exception {
    server = new TokenServer();
    http = new OutgoingHttp(OutgoingOptions.usual(), () -> now);
    secrets = TestSecrets.in(home);
    tenant = new Tenant("local", home);
    Files.createDirectories(tenant.data());
    oauth = fresh();
    tenant.run(() -> clients().keep("google", TokenServer.CLIENT));
    tenant.run(() -> clients().keep("microsoft", TokenServer.CLIENT));
  }

  /** As after a start of the program: only what is sealed is still known. */
  private OAuth fresh() {
    return new OAuth(clients(), OAuthUse.MAIL, secrets, http, () -> now, new SecureRandom());
  }

  private RegisteredClients clients() {
    return new RegisteredClients(List.of(server.google(), server.microsoft()), secrets);
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  private String signIn() throws Exception {
    return tenant.call(
        () -> {
          URI authorize = oauth.begin("google", "moor", "jo@moor.example", BACK);
          String state = TokenServer.fields(authorize.getRawQuery()).get("state");
          return oauth.finish(state, server.agree(authorize), "");
        });
  }

  private String token() throws Exception {
    return tenant.call(() -> oauth.token("google", "moor"));
  }

  private static Kind kind(Throwable thrown) {
    return ((OAuthException) thrown).kind();
  }

  @Test
  void aSignInWithTheBrowserGivesATokenWithoutAPassword() throws Exception {
    URI authorize = tenant.call(() -> oauth.begin("google", "moor", "jo@moor.example", BACK));
    Map<String, String> asked = TokenServer.fields(authorize.getRawQuery());
    assertThat(asked)
        .containsEntry("redirect_uri", BACK.toString())
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("login_hint", "jo@moor.example")
        .containsEntry("access_type", "offline")
        .doesNotContainKey("client_secret");

    assertThat(signIn()).isEqualTo("moor");
    assertThat(token()).isEqualTo("access-1");
    assertThat(server.forms.getFirst().get("code_verifier")).hasSizeGreaterThanOrEqualTo(43);
  }

  @Test
  void aTokenIsAskedForOnceAndRenewedBeforeItsEnd() throws Exception {
    signIn();
    assertThat(token()).isEqualTo("access-1");
    assertThat(server.forms).hasSize(1);

    now = now.plus(Duration.ofMinutes(59));
    assertThat(token()).isEqualTo("access-2");
    assertThat(server.forms.getLast()).containsEntry("refresh_token", "refresh-1");
  }

  @Test
  void aTokenThatTheServerRefusedIsNotGivenOutAgain() throws Exception {
    signIn();
    tenant.run(() -> oauth.refused("moor"));
    assertThat(token()).isEqualTo("access-2");
  }

  @Test
  void afterAStartTheMailboxIsStillSignedIn() throws Exception {
    signIn();
    oauth = fresh();
    assertThat(token()).isEqualTo("access-2");
  }

  @Test
  void aProviderThatGivesAnotherRefreshTokenEachTimeIsFollowed() throws Exception {
    server.rotates = true;
    signIn();
    for (int i = 0; i < 3; i++) {
      now = now.plus(Duration.ofHours(1));
      assertThat(token()).isEqualTo("access-" + (i + 2));
    }
  }

  @Test
  void accessThatWasTakenBackAsksForASignIn() throws Exception {
    signIn();
    server.refresh = Optional.empty();
    now = now.plus(Duration.ofHours(1));

    assertThatThrownBy(this::token)
        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.SIGN_IN))
        .hasMessageContaining("Sign in again")
        .hasMessageNotContaining("AADSTS");
    assertThat(tenant.call(() -> oauth.isSignedIn("moor"))).isFalse();
    int asked = server.forms.size();
    assertThatThrownBy(this::token)
        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.SIGN_IN));
    assertThat(server.forms).as("the provider is left alone").hasSize(asked);
  }

  @Test
  void aProviderThatIsDownCostsNoSignIn() throws Exception {
    signIn();
    now = now.plus(Duration.ofHours(1));
    server.down = true;
    assertThatThrownBy(this::token)
        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.UNREACHABLE));
    server.down = false;
    assertThat(token()).isEqualTo("access-2");
  }

  @Test
  void anAnswerThatNobodyAskedForIsNotTaken() throws Exception {
    assertThatThrownBy(() -> tenant.call(() -> oauth.finish("made-up", "code-0", "")))
        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.STALE));
    assertThat(server.forms).isEmpty();
  }

  @Test
  void anAnswerCountsOnceAndNotForEver() throws Exception {
    URI authorize = tenant.call(() -> oauth.begin("google", "moor", "", BACK));
    String state = TokenServer.fields(authorize.getRawQuery()).get("state");
    String code = server.agree(authorize);
    assertThat(tenant.call(() -> oauth.finish(state, code, ""))).isEqualTo("moor");
    assertThatThrownBy(() -> tenant.call(() -> oauth.finish(state, code, "")))
        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.STALE));

    URI late = tenant.call(() -> oauth.begin("google", "moor", "", BACK));
    now = now.plus(Duration.ofMinutes(16));
    assertThatThrownBy(
            () ->
                tenant.call(
                    () ->
                        oauth.finish(
                            TokenServer.fields(late.getRawQuery()).get("state"), "code-1", "")))
        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.STALE));
  }

  @Test
  void anotherTenantsSignInIsNotTaken(@TempDir Path elsewhere) throws Exception {
    URI authorize = tenant.call(() -> oauth.begin("google", "moor", "", BACK));
    String state = TokenServer.fields(authorize.getRawQuery()).get("state");
    var stranger = new Tenant("stranger", elsewhere);
    assertThatThrownBy(() -> stranger.call(() -> oauth.finish(state, server.agree(authorize), "")))
        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.STALE));
  }

  @Test
  void aRefusalByThePersonIsSaidAsSuch() throws Exception {
    URI authorize = tenant.call(() -> oauth.begin("google", "moor", "", BACK));
    String state = TokenServer.fields(authorize.getRawQuery()).get("state");
    assertThatThrownBy(() -> tenant.call(() -> oauth.finish(state, "", "access_denied")))
        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.DENIED));
  }

  @Test
  void aClientThatTheProviderDoesNotKnowIsSaid() throws Exception {
    tenant.run(() -> clients().keep("google", new OAuthClient("nobody", "nothing")));
    assertThatThrownBy(this::signIn)
        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.BAD_CLIENT));
  }

  @Test
  void nothingOfASignInLiesReadableInAFile() throws Exception {
    signIn();
    String unsealed = token();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(unsealed, "refresh-1", TokenServer.CLIENT.secret());
      }
    }
  }

  @Test
  void aTokenWithoutAnEndIsKeptAndForgottenOnceItIsRefused() throws Exception {
    server.endless = true;
    signIn();
    oauth = fresh();
    now = now.plus(Duration.ofDays(300));
    assertThat(token()).isEqualTo("access-1");
    assertThat(server.forms).hasSize(1);
    assertThat(tenant.call(() -> secrets.value("mail/moor/access-token"))).contains("access-1");
    tenant.run(() -> oauth.refused("moor"));
    assertThatThrownBy(this::token)
        .hasMessage(
            "Nobody is signed in at Google for this mailbox. Sign in under Settings → Mail.");
    assertThat(tenant.call(() -> oauth.isSignedIn("moor"))).isFalse();
  }

  @Test
  void whatIsSealedCanBeBroughtBack() throws Exception {
    signIn();
    Map<String, String> before = tenant.call(() -> oauth.sealed("moor"));
    tenant.run(() -> oauth.forget("moor"));
    assertThatThrownBy(this::token).hasMessageContaining("Nobody is signed in");
    tenant.run(() -> oauth.putBack(before));
    assertThat(token()).isEqualTo("access-2");
  }
}
