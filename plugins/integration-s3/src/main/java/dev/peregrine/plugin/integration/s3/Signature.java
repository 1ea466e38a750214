package dev.peregrine.plugin.integration.s3;

import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a call with a key that is never sent itself.
 *
 * @param accessKey its public half
 * @param secretKey its secret half
 * @param region such as {@code eu-central-1}
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Signature
 *     Version 4</a>
 */
record Signature(String accessKey, String secretKey, String region) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * The call with its signature.
   *
   * @param sha256 of the body
   */
  HttpCall sign(HttpCall call, String sha256, Instant now) {
    String stamp = STAMP.format(now);
    HttpCall stamped =
        call.withHeader("x-amz-date", stamp).withHeader("x-amz-content-sha256", sha256);
    var headers = new TreeMap<String, String>();
    stamped
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.strip()));
    headers.put("host", host(call.address()));
    String names = String.join(";", headers.keySet());
    String request =
        String.join(
            "\n",
            call.method(),
            call.address().getRawPath(),
            query(call.address()),
            headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining()),
            names,
            sha256);
    String scope = "%s/%s/s3/aws4_request".formatted(stamp.substring(0, 8), region);
    String text = String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, sha256(bytes(request)));
    return stamped.withHeader(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s,SignedHeaders=%s,Signature=%s"
            .formatted(accessKey, scope, names, signed(text, scope)));
  }

  private String signed(String text, String scope) {
    byte[] key = bytes("AWS4" + secretKey);
    for (String step : scope.split("/")) {
      key = hmac(key, step);
    }
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static String host(URI address) {
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }

  /** Sorted, and each parameter with its sign of equality. */
  private static String query(URI address) {
    String query = address.getRawQuery();
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .map(part -> part.contains("=") ? part : part + "=")
            .sorted()
            .collect(Collectors.joining("&"));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Says which key, not what it is. */
  @Override
  public String toString() {
    return "Signature[%s, %s]".formatted(accessKey, region);
  }

  /** How a step of a path or a value of a query is written; the same as in the signed text. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** A query of parameters in their order, without a question mark. */
  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }
}
