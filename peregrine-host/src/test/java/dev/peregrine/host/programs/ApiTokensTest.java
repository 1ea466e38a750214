package dev.peregrine.host.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.programs.ApiTokens.Making;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokensTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private Databases databases;
  private ApiTokens tokens;
  private Tenant one;
  private Tenant other;

  @BeforeEach
  void start() {
    databases = new Databases(ApiTokens.mappers(), now::get);
    tokens = new ApiTokens(databases, now::get, new Random(1));
    one = new Tenant("0b9d6ff1-6e2a-4b8e-9a70-7d0a0f6e3c11", folder.resolve("one"));
    other = new Tenant("zwölf_13-ü", folder.resolve("other"));
  }

  @AfterEach
  void end() {
    databases.close();
  }

  private Making.Made made(Tenant tenant, String name) {
    return (Making.Made)
        tenant.calling(
            () -> tokens.create(name, EnumSet.of(Scope.READ, Scope.RUN), Optional.empty()));
  }

  @Test
  void saysWhoseItIsBeforeAnybodyLooksItUp() {
    assertThat(made(one, "a").text()).startsWith("pgn_");
    assertThat(ApiTokens.tenantOf(made(one, "b").text())).contains(one.id());
    // Whatever is in the id, and whatever chance put into the rest.
    for (int i = 0; i < 30; i++) {
      assertThat(ApiTokens.tenantOf(made(other, "c" + i).text())).contains(other.id());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pgn_",
        "pgn__",
        "pgn_bG9jYWw_short",
        "pgn_%%%%_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "pgn_gICA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "xyz_bG9jYWw_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "pgn_bG9jYWw_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!"
      })
  void whatIsNoTokenIsNobodysAndAllowsNothing(String text) {
    assertThat(ApiTokens.tenantOf(text)).isEmpty();
    assertThat(one.<Optional<Grant>>calling(() -> tokens.grant(text))).isEmpty();
  }

  @Test
  void allowsWhatItWasMadeForAndNothingElse() {
    Making.Made made = made(one, "Script");
    Grant grant = one.calling(() -> tokens.grant(made.text()).orElseThrow());
    assertThat(grant).isEqualTo(new Grant(made.token().id(), "Script", grant.scopes()));
    assertThat(grant.allows(Scope.READ)).isTrue();
    assertThat(grant.allows(Scope.RUN)).isTrue();
    assertThat(grant.allows(Scope.WRITE)).isFalse();
  }

  @Test
  void countsWithItsOwnTenantOnly() {
    String token = made(one, "Script").text();
    made(other, "Script");
    assertThat(other.<Optional<Grant>>calling(() -> tokens.grant(token))).isEmpty();
  }

  @Test
  void oneLetterLessOrAnotherOneIsNoToken() {
    String token = made(one, "Script").text();
    String changed = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BA" : "AA");
    assertThat(one.<Optional<Grant>>calling(() -> tokens.grant(changed))).isEmpty();
    assertThat(one.<Optional<Grant>>calling(() -> tokens.grant(token.substring(1)))).isEmpty();
  }

  @Test
  void neitherTheFileNorALogHasTheToken() throws Exception {
    Making.Made made = made(one, "Script");
    assertThat(made.toString()).doesNotContain(made.text());
    databases.close();
    String secret = made.text().substring(made.text().length() - 43);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain(secret);
      }
    }
  }

  @Test
  void theLastUseIsNotedOnceAMinute() {
    String token = made(one, "Script").text();
    assertThat(used()).isEmpty();
    one.run(() -> tokens.grant(token));
    assertThat(used()).contains(NOON);
    now.set(NOON.plusSeconds(59));
    one.run(() -> tokens.grant(token));
    assertThat(used()).contains(NOON);
    now.set(NOON.plusSeconds(60));
    one.run(() -> tokens.grant(token));
    assertThat(used()).contains(NOON.plusSeconds(60));
  }

  private Optional<Instant> used() {
    return one.calling(() -> tokens.all()).getFirst().used();
  }

  @Test
  void theNameOfARevokedOneIsFreeAgainAndThenItCannotComeBack() {
    Making.Made first = made(one, "Script");
    assertThat(create("SCRIPT")).isEqualTo(new Making.NameTaken());
    assertThat(one.<Boolean>calling(() -> tokens.revoke(first.token().id()))).isTrue();
    assertThat(create("Script")).isInstanceOf(Making.Made.class);
    assertThat(one.<Boolean>calling(() -> tokens.restore(first.token().id()))).isFalse();
  }

  private Making create(String name) {
    return one.calling(() -> tokens.create(name, Set.of(Scope.READ), Optional.empty()));
  }

  @Test
  void thereIsAnEndToHowManyThereAre() {
    for (int i = 0; i < ApiTokens.MOST; i++) {
      made(one, "n" + i);
    }
    assertThat(create("one more")).isEqualTo(new Making.TooMany());
  }

  @Test
  void whatIsRevokedForLongIsForgotten() {
    Making.Made first = made(one, "Script");
    one.run(() -> tokens.revoke(first.token().id()));
    now.set(NOON.plus(Duration.ofHours(2)));
    made(one, "another");
    assertThat(
            one.<Object>calling(
                () ->
                    databases
                        .current()
                        .read(
                            mappers ->
                                Optional.ofNullable(
                                    mappers.of(TokenMapper.class).byId(first.token().id())))))
        .isEqualTo(Optional.empty());
  }
}
