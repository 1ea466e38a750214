package dev.peregrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallTest {

  private static final URI BASE = URI.create("https://api.example.org/v1");

  @Test
  void queryParametersAreEncoded() {
    HttpCall call =
        HttpCall.get(BASE).withQuery("what", "C++ & C# = 50%").withQuery("où", "Köln/Bonn ~");
    assertThat(call.address())
        .hasToString(
            "https://api.example.org/v1?what=C%2B%2B%20%26%20C%23%20%3D%2050%25"
                + "&o%C3%B9=K%C3%B6ln%2FBonn%20~");
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/, https://h.example/?a=b",
    "https://h.example/?, https://h.example/?a=b",
    "https://h.example/?x=1, https://h.example/?x=1&a=b",
    "https://h.example/?x=1&, https://h.example/?x=1&a=b",
    "https://h.example/#top, https://h.example/?a=b",
    "https://h.example/?x=%26#top, https://h.example/?x=%26&a=b"
  })
  void aQueryIsJoinedToWhatIsThere(String address, String expected) {
    assertThat(HttpCall.get(address).withQuery("a", "b").address()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example, https://h.example/boards/a%20b",
    "https://h.example/, https://h.example/boards/a%20b",
    "https://h.example/v1/, https://h.example/v1/boards/a%20b",
    "https://h.example/v1?x=1#y, https://h.example/v1/boards/a%20b"
  })
  void stepsAreAddedBelowAnAddress(String base, String expected) {
    assertThat(HttpCall.under(URI.create(base), "boards", "a b")).hasToString(expected);
  }

  @Test
  void aStepFromAStrangerStaysOneStep() {
    assertThat(HttpCall.under(BASE, "a/b", "?x=1", "#y", "%2e%2e", "a\\b", "@evil.example"))
        .hasToString(
            "https://api.example.org/v1/a%2Fb/%3Fx%3D1/%23y/%252e%252e/a%5Cb/%40evil.example");
    assertThat(HttpCall.under(BASE, "jobs", "")).hasToString("https://api.example.org/v1/jobs/");
    assertThat(HttpCall.under(BASE)).isEqualTo(BASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", ""})
  void stepsThatWouldLeadElsewhereAreRejected(String step) {
    assertThatThrownBy(() -> HttpCall.under(BASE, step, "jobs"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Address step \"%s\" of [%s, jobs] below \"https://api.example.org/v1\": expected a name.",
            step, step);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://h.example/",
        "file:///etc/passwd",
        "/jobs",
        "https:///jobs",
        "mailto:a@b.c"
      })
  void onlyWebAddressesAreCalled(String address) {
    assertThatThrownBy(() -> HttpCall.get(address))
        .hasMessage("Address \"%s\": expected an absolute http or https address.", address);
  }

  @Test
  void headersAreComparedWithoutCase() {
    HttpCall call =
        HttpCall.get(BASE).withHeader("Accept", "text/html").withHeader("accept", "*/*");
    assertThat(call.headers()).hasSize(1).containsValue("*/*");
    assertThat(call.headers().get("ACCEPT")).isEqualTo("*/*");
  }

  @Test
  void aHeaderCannotSmuggleInAnotherOne() {
    assertThatThrownBy(() -> HttpCall.get(BASE).withHeader("X-Key", "s3cret\r\nHost: evil.example"))
        .hasMessage("Header \"X-Key\": its value has control characters, expected one line.");
    assertThatThrownBy(() -> HttpCall.get(BASE).withHeader("X Key", "a"))
        .hasMessage("Header \"X Key\": expected a name such as Accept.");
  }

  @Test
  void noSecretIsInTheText() {
    HttpCall call =
        HttpCall.postJson(BASE, "{\"password\":\"s3cret\"}")
            .withQuery("key", "s3cret")
            .withHeader("Authorization", "Bearer s3cret");
    assertThat(call.toString())
        .doesNotContain("s3cret")
        .startsWith("HttpCall[POST https://api.example.org/v1, headers=[Authorization]");
  }

  @Test
  void aFormIsEncoded() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "refresh_token");
    fields.put("scope", "a b&c");
    Blob body = HttpCall.postForm(BASE, fields).body().orElseThrow();
    assertThat(new String(body.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("grant_type=refresh_token&scope=a+b%26c");
  }

  @Test
  void acceptedStatusesStayWithTheCall() {
    HttpCall call =
        HttpCall.get(BASE)
            .accepting(404, 410)
            .withQuery("a", "b")
            .withHeader("Accept", "*/*")
            .withJson("{}")
            .withTimeout(Duration.ofSeconds(1));
    assertThat(call.accepted()).containsExactlyInAnyOrder(404, 410);
    assertThat(call.accepting().accepted()).isEmpty();
    assertThatThrownBy(() -> HttpCall.get(BASE).accepting(40))
        .hasMessage("Status \"40\": expected 100 to 999, such as 404.");
  }

  @Test
  void methodAndTimeoutAreChecked() {
    assertThatThrownBy(() -> HttpCall.of("get", BASE))
        .hasMessage("HTTP method \"get\": expected upper case.");
    assertThatThrownBy(() -> HttpCall.get(BASE).withTimeout(Duration.ZERO))
        .hasMessage("Timeout \"PT0S\": expected more than zero.");
    assertThat(HttpCall.of("PROPFIND", BASE).method()).isEqualTo("PROPFIND");
    assertThat(new HttpCall("GET", BASE, Map.of(), Optional.empty(), Duration.ofSeconds(60)))
        .isEqualTo(HttpCall.get(BASE));
  }

  @Test
  void anAddressIsReadAsBrowsersDo() {
    assertThat(HttpCall.address(" https://a.example/b c?d=1|2&e=100% "))
        .contains(URI.create("https://a.example/b%20c?d=1%7C2&e=100%25"));
    assertThat(HttpCall.address(URI.create("https://a.example/jobs/"), "../job/7#x"))
        .contains(URI.create("https://a.example/job/7#x"));
    assertThat(HttpCall.address("javascript:alert(1)")).isEmpty();
    assertThat(HttpCall.address("//a.example")).isEmpty();
    assertThat(HttpCall.address("https:///nowhere")).isEmpty();
    assertThat(HttpCall.address("")).isEmpty();
  }

  @Test
  void aBrowserSaysThatItIsOne() {
    HttpCall call = HttpCall.get("https://h.example/").asBrowser();

    assertThat(call.headers().get("user-agent")).startsWith("Mozilla/5.0 ");
    assertThat(call.headers()).containsEntry("Accept-Language", "en");
  }
}
