package dev.peregrine.plugin.integration.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of Amazon's description of Signature Version 4, with its keys. */
class SignatureTest {

  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final Signature signature =
      new Signature(
          "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

  @Test
  void anObjectIsAskedForAsInTheExample() {
    HttpCall call =
        HttpCall.get("https://examplebucket.s3.amazonaws.com/test.txt")
            .withHeader("Range", "bytes=0-9");

    assertThat(signed(call, EMPTY))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  @Test
  void anObjectIsPutAsInTheExample() {
    HttpCall call =
        HttpCall.of("PUT", URI.create("https://examplebucket.s3.amazonaws.com/test%24file.text"))
            .withHeader("Date", "Fri, 24 May 2013 00:00:00 GMT")
            .withHeader("x-amz-storage-class", "REDUCED_REDUNDANCY");

    assertThat(signed(call, "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"))
        .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  }

  @Test
  void aListIsAskedForAsInTheExample() {
    HttpCall call = HttpCall.get("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J");

    assertThat(signed(call, EMPTY))
        .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  }

  @Test
  void aParameterWithoutValueIsSignedWithItsSignOfEquality() {
    HttpCall call = HttpCall.get("https://examplebucket.s3.amazonaws.com/?lifecycle");

    assertThat(signed(call, EMPTY))
        .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
  }

  @Test
  void whatIsEncodedIsTheSameInAddressAndSignature() {
    assertThat(Signature.encoded("a b*c~d+é/")).isEqualTo("a%20b%2Ac~d%2B%C3%A9%2F");
    assertThat(Signature.query(Map.of("prefix", "a b/"))).isEqualTo("prefix=a%20b%2F");
    assertThat(signature.toString()).doesNotContain("wJalr");
  }

  private String signed(HttpCall call, String sha256) {
    return signature
        .sign(call, sha256, Instant.parse("2013-05-24T00:00:00Z"))
        .headers()
        .get("Authorization");
  }
}
