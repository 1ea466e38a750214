package dev.peregrine.host.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.peregrine.host.sessions.SessionRules.Secret;
import dev.peregrine.host.sessions.Verdict.Reason;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokensTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:41:00Z");
  private static final String OLD_SECRET = "the secret before that one, still counting";

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final AtomicReference<String> published = new AtomicReference<>("{\"keys\":[]}");
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer keys;
  private SessionTokens tokens;
  private SessionTokens withKeys;

  @BeforeEach
  void start() throws Exception {
    keys = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    keys.createContext(
        "/jwks",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = published.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    keys.start();
    tokens = new SessionTokens(rules(Optional.empty()), now::get);
    withKeys =
        new SessionTokens(
            rules(
                Optional.of(
                    URI.create("http://127.0.0.1:%d/jwks".formatted(keys.getAddress().getPort())))),
            now::get);
  }

  @AfterEach
  void stop() {
    keys.stop(0);
  }

  private static SessionRules rules(Optional<URI> keys) {
    return new SessionRules(
        List.of(Secret.of(Tokens.SECRET), Secret.of(OLD_SECRET)),
        keys,
        Optional.of("directus"),
        Optional.of("peregrine"),
        Duration.ofSeconds(30));
  }

  private Verdict read(JWTClaimsSet.Builder claims) {
    return tokens.read(Tokens.signed(claims.build(), Tokens.SECRET));
  }

  private static JWTClaimsSet.Builder good() {
    return Tokens.claims(Tokens.ANN, NOW);
  }

  private static Verdict refused(Reason reason) {
    return new Verdict.Refused(reason);
  }

  @Test
  void aGoodSessionSaysWhoItIsAndUntilWhen() {
    assertThat(read(good()))
        .isInstanceOfSatisfying(
            Session.class,
            session -> {
              assertThat(session.user()).isEqualTo(Tokens.ANN);
              assertThat(session.role()).isEqualTo("member");
              assertThat(session.expires()).isEqualTo(NOW.plusSeconds(900));
              assertThat(session.mark()).hasSize(64);
            });
    assertThat(read(good().claim("id", null).subject(Tokens.BOB)))
        .isInstanceOfSatisfying(
            Session.class, session -> assertThat(session.user()).isEqualTo(Tokens.BOB));
  }

  @Test
  void theSecretBeforeCountsUntilItIsTakenOut() {
    assertThat(tokens.read(Tokens.signed(good().build(), OLD_SECRET))).isInstanceOf(Session.class);
    assertThat(
            tokens.read(Tokens.signed(good().build(), "a secret that was never one of these two")))
        .isEqualTo(refused(Reason.SIGNATURE));
  }

  @Test
  void aSessionEndsAndBeginsWithinTheSkewOfClocks() {
    now.set(NOW.plusSeconds(929));
    assertThat(read(good())).isInstanceOf(Session.class);
    now.set(NOW.plusSeconds(930));
    assertThat(read(good())).isEqualTo(refused(Reason.EXPIRED));
    now.set(NOW.minusSeconds(30));
    assertThat(read(good())).isInstanceOf(Session.class);
    now.set(NOW.minusSeconds(31));
    assertThat(read(good())).as("given in the future").isEqualTo(refused(Reason.NOT_YET));
    now.set(NOW);
    assertThat(read(good().notBeforeTime(Date.from(NOW.plusSeconds(31)))))
        .isEqualTo(refused(Reason.NOT_YET));
    assertThat(read(good().expirationTime(null)))
        .as("without an end")
        .isEqualTo(refused(Reason.EXPIRED));
  }

  @Test
  void itMustBeGivenByTheRightOneForUs() {
    assertThat(read(good().issuer("somebody"))).isEqualTo(refused(Reason.ISSUER));
    assertThat(read(good().issuer(null))).isEqualTo(refused(Reason.ISSUER));
    assertThat(read(good().audience("another"))).isEqualTo(refused(Reason.AUDIENCE));
    assertThat(read(good().audience((String) null))).isEqualTo(refused(Reason.AUDIENCE));
    assertThat(read(good().audience(List.of("another", "peregrine")))).isInstanceOf(Session.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "local",
        "../../etc/passwd",
        "..",
        "3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b/../7d9e0f1a-2b3c-4d5e-9f60-718293a4b5c6",
        "3F2B8C1E-5D4A-4E6F-8A7B-9C0D1E2F3A4B",
        "3f2b8c1e5d4a4e6f8a7b9c0d1e2f3a4b",
        "{3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b}",
        "3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b\n",
        "3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b\u0000",
        " 3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b",
        "3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4\uff42",
        "1-1-1-1-1",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "%2e%2e%2f"
      })
  void onlyACanonicalNumberIsAPerson(String user) {
    assertThat(read(good().claim("id", user))).isEqualTo(refused(Reason.USER));
  }

  @Test
  void anOddIdIsNotMendedByTheSubject() {
    assertThat(read(good().claim("id", 17).subject(Tokens.ANN))).isEqualTo(refused(Reason.USER));
    assertThat(read(good().claim("id", List.of(Tokens.ANN)).subject(Tokens.ANN)))
        .isEqualTo(refused(Reason.USER));
  }

  @Test
  void aTokenDoesNotChooseHowItIsChecked() throws Exception {
    String claims = Base64URL.encode(good().build().toString()).toString();
    for (String header :
        List.of(
            "{\"alg\":\"none\"}",
            "{\"alg\":\"None\"}",
            "{\"alg\":\"NONE\",\"typ\":\"JWT\"}",
            "{\"typ\":\"JWT\"}",
            "{\"alg\":\"\"}",
            "{}")) {
      String head = Base64URL.encode(header).toString();
      assertThat(tokens.read(head + "." + claims + ".")).isInstanceOf(Verdict.Refused.class);
      assertThat(tokens.read(head + "." + claims + ".c2ln")).isInstanceOf(Verdict.Refused.class);
      assertThat(withKeys.read(head + "." + claims + ".")).isInstanceOf(Verdict.Refused.class);
    }
    var longer = new SignedJWT(new JWSHeader(JWSAlgorithm.HS512), good().build());
    longer.sign(new MACSigner(Tokens.SECRET + Tokens.SECRET));
    assertThat(tokens.read(longer.serialize())).isEqualTo(refused(Reason.ALGORITHM));
    var critical =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .criticalParams(java.util.Set.of("b64"))
                .base64URLEncodePayload(true)
                .build(),
            good().build());
    critical.sign(new MACSigner(Tokens.SECRET));
    assertThat(tokens.read(critical.serialize())).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void whatWasChangedOnTheWayIsNoSession() {
    String token = Tokens.of(Tokens.ANN, NOW);
    String[] parts = token.split("\\.");
    String other = Base64URL.encode(Tokens.claims(Tokens.BOB, NOW).build().toString()).toString();
    assertThat(tokens.read(parts[0] + "." + other + "." + parts[2]))
        .isEqualTo(refused(Reason.SIGNATURE));
    assertThat(tokens.read(parts[0] + "." + parts[1] + ".")).isInstanceOf(Verdict.Refused.class);
    assertThat(tokens.read(parts[0] + "." + parts[1])).isEqualTo(refused(Reason.NO_TOKEN));
    assertThat(tokens.read(token + "." + token)).isEqualTo(refused(Reason.NO_TOKEN));
    for (int end = 0; end < token.length(); end += 7) {
      assertThat(tokens.read(token.substring(0, end))).isInstanceOf(Verdict.Refused.class);
    }
    assertThat(tokens.read("x".repeat(1_000_000))).isEqualTo(refused(Reason.TOO_LONG));
    assertThat(
            tokens.read(
                Tokens.signed(good().claim("more", "x".repeat(9_000)).build(), Tokens.SECRET)))
        .isEqualTo(refused(Reason.TOO_LONG));
  }

  @Test
  void publishedKeysCountAndMayChange() throws Exception {
    RSAKey first = new RSAKeyGenerator(2048).keyID("one").generate();
    RSAKey second = new RSAKeyGenerator(2048).keyID("two").generate();
    published.set(new JWKSet(first.toPublicJWK()).toString());
    assertThat(withKeys.read(rsa(first))).isInstanceOf(Session.class);
    assertThat(withKeys.read(rsa(first))).isInstanceOf(Session.class);
    assertThat(asked).hasValue(1);
    published.set(new JWKSet(List.of(first.toPublicJWK(), second.toPublicJWK())).toString());
    assertThat(withKeys.read(rsa(second))).as("a key that is new").isInstanceOf(Session.class);
    assertThat(tokens.read(rsa(first)))
        .as("without published keys RS256 is nothing")
        .isEqualTo(refused(Reason.ALGORITHM));
    RSAKey foreign = new RSAKeyGenerator(2048).keyID("one").generate();
    assertThat(withKeys.read(rsa(foreign))).isEqualTo(refused(Reason.SIGNATURE));
  }

  @Test
  void aPublicKeyIsNoSecret() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
    published.set(new JWKSet(key.toPublicJWK()).toString());
    var confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), good().build());
    confused.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    assertThat(withKeys.read(confused.serialize())).isEqualTo(refused(Reason.SIGNATURE));
  }

  @Test
  void ed25519Counts() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    published.set(new JWKSet(jwk((EdECPublicKey) pair.getPublic())).toString());
    assertThat(withKeys.read(ed(pair))).isInstanceOf(Session.class);
    KeyPair foreign = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertThat(withKeys.read(ed(foreign))).isEqualTo(refused(Reason.SIGNATURE));
  }

  @Test
  void whereTheKeysCannotBeHadNobodyGetsIn() throws Exception {
    keys.stop(0);
    assertThat(withKeys.read(rsa(new RSAKeyGenerator(2048).keyID("one").generate())))
        .isEqualTo(refused(Reason.NO_KEYS));
    assertThat(withKeys.read(Tokens.of(Tokens.ANN, NOW)))
        .as("whoever signs with a secret is not concerned")
        .isInstanceOf(Session.class);
  }

  @Test
  void aSecretIsSaidByNobody() {
    assertThat(Secret.of(Tokens.SECRET).toString()).doesNotContain("place");
    assertThat(rules(Optional.empty()).toString()).doesNotContain("place where");
    assertThat(
            Secret.of(
                    "base64:"
                        + Base64.getEncoder()
                            .encodeToString(Tokens.SECRET.getBytes(StandardCharsets.UTF_8)))
                .is(Tokens.SECRET))
        .isTrue();
  }

  private static String rsa(RSAKey key) throws Exception {
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            good().build());
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  private static OctetKeyPair jwk(EdECPublicKey key) {
    byte[] big = key.getPoint().getY().toByteArray();
    var little = new byte[32];
    for (int i = 0; i < Math.min(32, big.length); i++) {
      little[i] = big[big.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      little[31] |= (byte) 0x80;
    }
    assertThat(new BigInteger(1, big)).isEqualTo(key.getPoint().getY());
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(little)).keyID("ed").build();
  }

  private static String ed(KeyPair pair) throws Exception {
    String signed =
        Base64URL.encode("{\"alg\":\"EdDSA\",\"kid\":\"ed\"}")
            + "."
            + Base64URL.encode(good().build().toString());
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64URL.encode(signature.sign());
  }
}
