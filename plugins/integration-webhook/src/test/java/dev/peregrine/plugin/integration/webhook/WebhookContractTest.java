package dev.peregrine.plugin.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.testkit.NotifierContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookContractTest extends NotifierContract {

  private static final String PATH = "/hooks/s3cret-8f3a";

  @Override
  protected Notifier integration() {
    return new Webhook();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("path", PATH);
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready.answer(PATH, RecordedAnswer.json("").withStatus(204));
  }

  @Override
  protected String testPath() {
    return PATH;
  }

  @Override
  protected String sendPath() {
    return PATH;
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"status\":%d,\"message\":\"%s\"}".formatted(status, message);
  }

  @Override
  protected String shown(RecordedRequest sent) {
    JsonNode notice = read(sent);
    var shown = new StringBuilder(notice.path("title").asString());
    shown.append('\n').append(notice.path("text").asString());
    for (JsonNode item : notice.path("items")) {
      shown.append('\n').append(item.path("title").asString());
      shown.append('\n').append(item.path("text").asString());
    }
    return shown.append('\n').append(notice.path("link").asString("")).toString();
  }

  @Override
  protected Optional<String> idOf(RecordedRequest sent) {
    return Optional.of(read(sent).path("id").asString());
  }

  private static JsonNode read(RecordedRequest sent) {
    return JsonMapper.shared().readTree(sent.body());
  }

  @Test
  void programsReadEverythingByName() throws Exception {
    send(notice());

    JsonNode json = read(sent());
    assertThat(json.path("event").asString()).isEqualTo("postings_found");
    assertThat(json.path("priority").asString()).isEqualTo("normal");
    assertThat(json.path("at").asString()).isEqualTo("2026-11-22T08:59:00Z");
    assertThat(json.path("facts").path("least_score").asString()).isEqualTo("80");
    assertThat(json.path("items").get(0).path("link").asString())
        .isEqualTo("http://127.0.0.1:8501/jobs/1?a=b&c=d");
    assertThat(json.path("items").get(1).path("link").isNull()).isTrue();
    assertThat(sent().headers())
        .containsEntry("idempotency-key", "n-17")
        .containsEntry("x-peregrine-event", "postings_found");
  }

  @Test
  void aSecretSignsTimeAndBody() throws Exception {
    var context = context(Map.of("secret", "falke"));

    integration().send(Notice.of("n-1", Event.TEST, "Grüße", "👩‍💻", Instant.EPOCH), context);

    // Made with: printf '%s.%s' "$t" "$body" | openssl dgst -sha256 -hmac falke
    assertThat(sent().body())
        .isEqualTo(
            "{\"id\":\"n-1\",\"event\":\"test\",\"title\":\"Grüße\",\"text\":\"👩‍💻\",\"priority\":\"normal\",\"at\":\"1970-01-01T00:00:00Z\",\"link\":null,\"items\":[],\"facts\":{}}");
    assertThat(sent().headers())
        .containsEntry(
            "x-peregrine-signature",
            "t=1795338000,v1=b61e788b9bd035fa939539a9440b0d0b7747878134e10b52ad12e31f65c46740");
  }

  @Test
  void withoutASecretNothingIsSigned() throws Exception {
    integration().send(notice(), context(Map.of("secret", "")));

    assertThat(sent().headers()).doesNotContainKey("x-peregrine-signature");
  }

  @Test
  void aReceiverThatHasItAlreadyMaySaySo() throws Exception {
    server().answer(PATH, RecordedAnswer.json("{}").withStatus(409));

    send(notice());

    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void anAddressThatIsGoneIsAskedForAgain() throws Exception {
    server().answer(PATH, RecordedAnswer.status(410));
    var context = context();

    assertThat(tried(() -> integration().send(notice(), context), context).orElseThrow().kind())
        .isEqualTo(Kind.BAD_SETTINGS);
  }

  @Test
  void aRedirectDoesNotSwallowTheNotice() throws Exception {
    server()
        .answer(PATH, RecordedAnswer.status(301).withHeader("Location", "/elsewhere"))
        .answer("/elsewhere", RecordedAnswer.json("{}"));
    var context = context();

    var why = tried(() -> integration().send(notice(), context), context).orElseThrow();

    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(why).hasMessageContaining("another address");
  }

  @Test
  void theSecretPartMayBeAQuery() throws Exception {
    server().answer("/", RecordedAnswer.json("{}"));

    integration().send(notice(), context(Map.of("path", "?key=8f3a")));

    assertThat(server().requests().getLast().query("key")).contains("8f3a");
  }

  @Test
  void aSecretPartThatIsNoneIsNotRepeated() throws Exception {
    var context = context(Map.of("path", "/a b\\c{"));

    tried(() -> integration().send(notice(), context), context)
        .ifPresent(why -> assertThat(why).hasMessageNotContaining("a b"));
  }
}
