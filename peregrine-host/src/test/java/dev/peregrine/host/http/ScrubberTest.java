package dev.peregrine.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrubberTest {

  private final Scrubber scrubber = new Scrubber(Map.of("app-id", "geh eim/7"));

  @Test
  void aSecretIsGoneFromAddressBodyAndAnswerInEveryWriting() {
    HttpCall call =
        HttpCall.postJson(
            URI.create("https://geheim@api.example:8443/v1/geh%20eim%2F7?q=a&id=geh+eim%2F7"),
            "{\"mine\":\"geh eim/7\"}");
    var reply =
        new ReadReply(
            200,
            HttpUrl.get("https://api.example/"),
            Headers.of("Content-Type", "text/html; charset=iso-8859-1"),
            "Basic Z2VoIGVpbS83 \u00fcr geh eim/7".getBytes(StandardCharsets.ISO_8859_1));

    RecordedCall recorded = scrubber.scrubbed(call, reply);

    assertThat(recorded.host()).isEqualTo("api.example:8443");
    assertThat(recorded.address()).isEqualTo("/v1/secret-app-id?q=a&id=secret-app-id");
    assertThat(recorded.request()).contains("{\"mine\":\"secret-app-id\"}");
    assertThat(recorded.body()).isEqualTo("Basic secret-app-id \u00fcr secret-app-id");
    assertThat(recorded.contentType()).contains("text/html; charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "https://a.example/?api_key=1f&q=x → https://a.example/?api_key=scrubbed&q=x",
        "https://a.example/?q=x&access_token=1f#top → https://a.example/?q=x&access_token=scrubbed#top",
        "/?key=1f → /?key=scrubbed",
        "/?keyword=cook → /?keyword=cook",
        "{\"apiKey\": \"1f\", \"key\": \"job-7\"} → {\"apiKey\": \"scrubbed\", \"key\": \"job-7\"}",
        "{\\\"csrfToken\\\":\\\"1f\\\"} → {\\\"csrfToken\\\":\\\"scrubbed\\\"}",
        "<input type=\"hidden\" name=\"csrf_token\" value=\"1f\"> → <input type=\"hidden\" name=\"csrf_token\" value=\"scrubbed\">",
        "Write to j.doe+x@mail.acme.example now → Write to someone@example.org now",
        "mailto:j%40acme.example → mailto:someone@example.org",
        "Bearer abcdefghijklmnop → scrubbed",
        "eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2ln → scrubbed",
        "\"salary\": \"40 000\" → \"salary\": \"40 000\"",
      })
  void whatLooksLikeAKeyOrAPersonIsGoneAndStaysSo(String text, String scrubbed) {
    assertThat(scrubber.text(text)).isEqualTo(scrubbed);
    assertThat(scrubber.text(scrubbed)).isEqualTo(scrubbed);
  }
}
