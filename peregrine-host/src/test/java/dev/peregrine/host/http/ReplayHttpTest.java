package dev.peregrine.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayHttpTest {

  private static RecordedCall recorded(String address, int status, String body) {
    return new RecordedCall(
        "GET",
        "a.example",
        address,
        Optional.empty(),
        status,
        Optional.of("application/json"),
        body);
  }

  private final ReplayHttp http =
      new ReplayHttp(
          List.of(
              recorded("/jobs?page=1", 503, ""),
              recorded("/jobs?page=1", 200, "[1]"),
              recorded("/jobs?token=scrubbed", 200, "[2]"),
              recorded("/wall", 403, "no")),
          () -> Instant.EPOCH);

  private static HttpCall get(String path) {
    return HttpCall.get("https://a.example" + path);
  }

  @Test
  void aPassingFaultIsTriedAgainAsItWasWhenRecorded() throws Exception {
    assertThat(http.fetch(get("/jobs?page=1")).text()).isEqualTo("[1]");
    assertThat(http.fetch(get("/jobs?page=1")).text()).as("the last answer stays").isEqualTo("[1]");
  }

  @Test
  void aKeyInTheAddressMayBeAnother() throws Exception {
    assertThat(http.fetch(get("/jobs?token=mine")).text()).isEqualTo("[2]");
  }

  @Test
  void aRefusalIsOneAgainAndWhatWasNotAskedIsNamed() {
    assertThat(failure("/wall").kind()).isEqualTo(Kind.REFUSED);
    assertThat(http.unasked())
        .containsExactly("GET a.example/jobs?page=1", "GET a.example/jobs?token=scrubbed");
  }

  @Test
  void aCallThatWasNotRecordedIsNamed() {
    assertThat(failure("/other")).hasMessageContaining("\"GET a.example/other\"");
    assertThat(http.unanswered()).containsExactly("GET a.example/other");
  }

  private ExtensionException failure(String path) {
    return catchThrowableOfType(ExtensionException.class, () -> http.fetch(get(path)));
  }
}
