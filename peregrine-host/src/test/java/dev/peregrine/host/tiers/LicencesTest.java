package dev.peregrine.host.tiers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.peregrine.host.config.LicenceFile;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The licence against a server that speaks the protocol, and against what may go wrong. */
class LicencesTest {

  private static final String MACHINE = "0123456789abcdef0123456789abcdef";
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir Path home;
  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private Instant now = START;
  private Tenant tenant;
  private OutgoingHttp http;
  private Licences licences;

  @BeforeEach
  void start() {
    server.start();
    tenant = new Tenant("local", home);
    http = new OutgoingHttp(OutgoingOptions.usual(), () -> now);
    licences = new Licences(new LicenceFile(), http, MACHINE, "0.1", () -> now);
    TestIssuer.trust(tenant.config(), server.baseUrl());
  }

  @AfterEach
  void stop() {
    http.close();
    server.stop();
  }

  private <T> T as(Callable<T> work) throws Exception {
    return tenant.call(work);
  }

  private LicenceState state() throws Exception {
    return as(licences::state);
  }

  private String dated(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
  }

  private void gives(String what, String jwt) {
    server.stubFor(
        post(urlEqualTo("/v1/" + what))
            .willReturn(okJson("{\"jwt\": \"" + jwt + "\"}").withHeader("Date", dated(now))));
  }

  private void answers(String what, int status, String body) {
    server.stubFor(
        post(urlEqualTo("/v1/" + what)).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private void activated() throws Exception {
    gives("activate", TestIssuer.licence("paid", MACHINE, now, now.plus(MONTH)));
    as(() -> licences.activate(TestIssuer.KEY));
  }

  private String refused(String key) {
    return String.valueOf(
        assertThatExceptionOfType(LicenceException.class)
            .isThrownBy(() -> as(() -> licences.activate(key)))
            .actual()
            .getMessage());
  }

  private void refresh() throws Exception {
    as(
        () -> {
          licences.refreshIfDue();
          return true;
        });
  }

  @Test
  void aKeyIsActivatedAndCountsWithoutANetworkAfterwards() throws Exception {
    gives("activate", TestIssuer.licence("paid", MACHINE, now, now.plus(MONTH)));
    Licence licence = as(() -> licences.activate(" cfg-prng-ab12-cd34-ef56 "));

    assertThat(licence.tier()).isEqualTo("paid");
    assertThat(licence.seats()).isEqualTo(2);
    assertThat(licence.notice()).isEqualTo("Thank you.");
    server.verify(
        postRequestedFor(urlEqualTo("/v1/activate"))
            .withRequestBody(matchingJsonPath("$.key", equalTo(TestIssuer.KEY)))
            .withRequestBody(matchingJsonPath("$.machine_id", equalTo(MACHINE)))
            .withRequestBody(matchingJsonPath("$.product", equalTo("peregrine")))
            .withRequestBody(matchingJsonPath("$.app_version", equalTo("0.1")))
            .withRequestBody(matchingJsonPath("$.platform")));
    server.stop();
    assertThat(state().tier()).contains("paid");
    assertThat(state().sentence())
        .isEqualTo("CFG-••••-••••-••••-EF56 is active until 1 December 2026, 12:00 UTC.");
  }

  @Test
  void theFileIsForItsOwnerAndDoesNotShowTheKey() throws Exception {
    activated();
    Path file = tenant.config().resolve("licence.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).contains("valid_until").doesNotContain("AB12");
  }

  @Test
  void aKeyOfAnotherShapeIsNotSentAnywhere() {
    for (String key :
        List.of("", "CFG-1234", "ABC-PRNG-AB12-CD34-EF56", "CFG-PRNG-AB12-CD34-EF5!")) {
      assertThat(refused(key)).contains("CFG-PRNG-XXXX-XXXX-XXXX");
    }
    server.verify(0, postRequestedFor(urlEqualTo("/v1/activate")));
  }

  @Test
  void eachRefusalHasASentenceOfItsOwn() throws Exception {
    answers("activate", 404, "{}");
    assertThat(refused(TestIssuer.KEY)).contains("does not know CFG-••••-••••-••••-EF56");
    answers("activate", 409, "{}");
    assertThat(refused(TestIssuer.KEY)).contains("All seats", "Deactivate it on a machine");
    answers("activate", 403, "{\"detail\": \"No seats left\"}");
    assertThat(refused(TestIssuer.KEY)).contains("All seats");
    answers("activate", 403, "{\"detail\": \"revoked\"}");
    assertThat(refused(TestIssuer.KEY)).contains("withdrawn");
    answers("activate", 500, "{}");
    assertThat(refused(TestIssuer.KEY)).contains("problem of its own (status 500)", "try again");
    answers("activate", 200, "<html>A wall</html>");
    assertThat(refused(TestIssuer.KEY)).contains("answered without a licence");
    server.stop();
    assertThat(refused(TestIssuer.KEY)).contains("was not reached");
    assertThat(state()).isInstanceOf(LicenceState.None.class);
  }

  @Test
  void aWrongClockIsNamedInsteadOfTheLicence() throws Exception {
    String jwt = TestIssuer.licence("paid", MACHINE, START, START.plus(MONTH));
    gives("activate", jwt);
    now = START.minus(Duration.ofDays(400));
    assertThat(refused(TestIssuer.KEY))
        .contains(
            "This machine's clock says 27 September 2025", "licence server's says 1 November");
    now = START.plus(Duration.ofDays(400));
    assertThat(refused(TestIssuer.KEY)).contains("Set this machine's clock");
  }

  @Test
  void aClockThatIsSetBackDoesNotMakeALicenceLonger() throws Exception {
    activated();
    now = START.minus(Duration.ofDays(3));
    assertThat(state().tier()).isEmpty();
    assertThat(state().sentence()).contains("clock", "Set the clock");
    now = START.plusSeconds(1);
    assertThat(state().tier()).contains("paid");
  }

  private void isRefused(String jwt, String... says) {
    gives("activate", jwt);
    assertThat(refused(TestIssuer.KEY)).contains(says);
  }

  private String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
    return TestIssuer.licence("ultra", MACHINE, now, now.plus(MONTH), change);
  }

  @Test
  void aForgedOrForeignLicenceIsNotTaken() throws Exception {
    isRefused(changed(c -> c.claim("product", "avocet")), "product \"avocet\"");
    isRefused(changed(c -> c.claim("product", null)), "product \"\"");
    isRefused(changed(c -> c.expirationTime(null)), "does not say when it runs out");
    isRefused(changed(c -> c.claim("machine", "another")), "bound to another machine");
    isRefused(changed(c -> c.claim("machine", null)), "bound to another machine");
    isRefused(changed(c -> c.claim("tier", List.of("ultra"))), "cannot be read");
    isRefused(changed(c -> c.issueTime(Date.from(now.plus(Duration.ofDays(2))))), "Set the clock");
    isRefused(changed(c -> c.expirationTime(Date.from(now.minusSeconds(60)))), "ran out");
    JWTClaimsSet fine =
        new JWTClaimsSet.Builder()
            .claim("product", "peregrine")
            .claim("machine", MACHINE)
            .claim("tier", "ultra")
            .expirationTime(Date.from(now.plus(MONTH)))
            .build();
    isRefused(TestIssuer.signed(fine, JWSAlgorithm.RS256, TestIssuer.another()), "not signed by");
    isRefused(TestIssuer.signed(fine, JWSAlgorithm.PS256, TestIssuer.another()), "expected RS256");
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String none = base64.encodeToString("{\"alg\":\"none\"}".getBytes());
    String body = base64.encodeToString(fine.toString().getBytes());
    isRefused(none + "." + body + ".", "");
    isRefused("a.b.c", "cannot be read");
    assertThat(state()).isInstanceOf(LicenceState.None.class);
  }

  @Test
  void theBundledKeyTrustsNoTestIssuer() throws Exception {
    activated();
    Files.writeString(tenant.config().resolve("licence.yaml"), "server: https://a.example\n");
    assertThat(state().tier()).isEmpty();
    assertThat(state().sentence()).contains("not signed by the issuer");
  }

  @Test
  void aChangedOrDamagedFileGivesNothing() throws Exception {
    activated();
    Path file = tenant.config().resolve("licence.json");
    String good = Files.readString(file);
    Files.writeString(file, good.replace("\"paid\"", "\"ultra\""));
    assertThat(state().tier()).contains("paid");
    for (String broken : List.of("", "{", "[]", "{\"jwt\": 5}", good.replace("eyJ", "eyX"))) {
      Files.writeString(file, broken);
      assertThat(state()).as(broken).isInstanceOf(LicenceState.Unusable.class);
    }
    activated();
    assertThat(state().tier()).contains("paid");
  }

  @Test
  void itIsRenewedInItsLastFiveDaysOnly() throws Exception {
    activated();
    now = START.plus(Duration.ofDays(24));
    refresh();
    server.verify(0, postRequestedFor(urlEqualTo("/v1/refresh")));
    now = START.plus(Duration.ofDays(25));
    gives("refresh", TestIssuer.licence("premium", MACHINE, now, now.plus(MONTH)));
    refresh();
    server.verify(
        1,
        postRequestedFor(urlEqualTo("/v1/refresh"))
            .withRequestBody(matchingJsonPath("$.jwt"))
            .withRequestBody(matchingJsonPath("$.machine_id", equalTo(MACHINE))));
    assertThat(state().tier()).contains("premium");
    assertThat(state().said().orElseThrow().expires()).isEqualTo(now.plus(MONTH));
  }

  @Test
  void thereAreSevenDaysOfGraceButOnlyAfterARenewalFailed() throws Exception {
    activated();
    Instant end = START.plus(MONTH);
    now = end;
    assertThat(state()).isInstanceOf(LicenceState.Expired.class);
    assertThat(state().tier()).isEmpty();

    server.stop();
    refresh();
    assertThat(state()).isInstanceOf(LicenceState.Grace.class);
    assertThat(state().tier()).contains("paid");
    assertThat(state().sentence()).contains("counts until 8 December 2026", "was not reached");

    now = end.plus(Duration.ofDays(6));
    refresh();
    assertThat(state().tier()).contains("paid");
    now = end.plus(Duration.ofDays(7));
    refresh();
    assertThat(state()).isInstanceOf(LicenceState.Expired.class);
    assertThat(state().sentence()).contains("What you made with it stays yours");
  }

  @Test
  void whoIsRefusedGetsNoGrace() throws Exception {
    activated();
    now = START.plus(Duration.ofDays(28));
    answers("refresh", 403, "{}");
    refresh();
    assertThat(state().tier()).contains("paid");
    assertThat(state().sentence()).contains("withdrawn");
    now = START.plus(MONTH);
    refresh();
    assertThat(state().tier()).isEmpty();
  }

  @Test
  void afterTheServerCameBackAllIsAsBefore() throws Exception {
    activated();
    now = START.plus(MONTH);
    answers("refresh", 503, "");
    refresh();
    assertThat(state()).isInstanceOf(LicenceState.Grace.class);
    gives("refresh", TestIssuer.licence("paid", MACHINE, now, now.plus(MONTH)));
    refresh();
    assertThat(state()).isInstanceOf(LicenceState.Valid.class);
    now = now.plus(MONTH);
    assertThat(state()).as("no grace is left over").isInstanceOf(LicenceState.Expired.class);
  }

  @Test
  void deactivatingFreesTheSeat() throws Exception {
    activated();
    answers("deactivate", 200, "{}");
    assertThat(as(() -> licences.deactivate(false))).contains("its seat is free");
    server.verify(
        postRequestedFor(urlEqualTo("/v1/deactivate"))
            .withRequestBody(matchingJsonPath("$.jwt"))
            .withRequestBody(matchingJsonPath("$.machine_id", equalTo(MACHINE))));
    assertThat(state()).isInstanceOf(LicenceState.None.class);
    assertThat(tenant.config().resolve("licence.json")).doesNotExist();
  }

  @Test
  void aSeatIsNotLostBecauseTheServerIsAway() throws Exception {
    activated();
    server.stop();
    assertThatExceptionOfType(LicenceException.class)
        .isThrownBy(() -> as(() -> licences.deactivate(false)))
        .withMessageContaining("was not reached");
    assertThat(state().tier()).contains("paid");
    assertThat(as(() -> licences.deactivate(true))).contains("may stay taken");
    assertThat(state()).isInstanceOf(LicenceState.None.class);
  }

  @Test
  void theDevelopersChoiceCountsInDeveloperModeOnly() throws Exception {
    activated();
    var file = new LicenceFile();
    var people = new Entitlements(licences, file, false, () -> false, TierSource.LICENCE);
    var developers = new Entitlements(licences, file, true, () -> false, TierSource.LICENCE);
    as(
        () -> {
          file.chooseDeveloperTier("ultra");
          assertThat(people.current().tier()).isEqualTo("paid");
          assertThat(developers.current().tier()).isEqualTo("ultra");
          file.chooseDeveloperTier("free");
          assertThat(developers.current().tier()).isEqualTo("free");
          file.chooseDeveloperTier("");
          assertThat(developers.current().tier()).isEqualTo("paid");
          return true;
        });
    assertThat(Files.readString(tenant.config().resolve("licence.yaml")))
        .startsWith("server: ")
        .doesNotContain("developer_tier");
  }

  @Test
  void theFingerprintIsThirtyTwoDigitsAndStable() {
    assertThat(Machine.fingerprint()).matches("[0-9a-f]{32}").isEqualTo(Machine.fingerprint());
    assertThat(Machine.fingerprint("host", "001122334455"))
        .isNotEqualTo(Machine.fingerprint("host", "001122334456"));
  }
}
