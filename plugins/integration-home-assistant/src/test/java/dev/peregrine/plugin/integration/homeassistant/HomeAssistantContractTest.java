package dev.peregrine.plugin.integration.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.testkit.NotifierContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HomeAssistantContractTest extends NotifierContract {

  private static final String SEND = "/api/services/notify/mobile_app_pixel";

  @Override
  protected Notifier integration() {
    return new HomeAssistant();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("service", "notify.mobile_app_pixel");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready
        .answer("/api/", RecordedAnswer.json("{\"message\":\"API running.\"}"))
        .answer(
            "/api/services",
            RecordedAnswer.json(
                """
                [{"domain":"light","services":{"turn_on":{}}},
                 {"domain":"notify","services":{"notify":{},"persistent_notification":{},"mobile_app_pixel":{}}}]
                """))
        .answer(SEND, RecordedAnswer.json("[]"))
        .answer("/api/services/notify/notify", RecordedAnswer.json("[]"));
  }

  @Override
  protected String testPath() {
    return "/api/";
  }

  @Override
  protected String sendPath() {
    return SEND;
  }

  @Override
  protected String failure(int status, String message) {
    return status == 401 ? "401: Unauthorized" : "{\"message\":\"%s\"}".formatted(message);
  }

  @Override
  protected String shown(RecordedRequest sent) {
    JsonNode message = read(sent);
    String title = message.path("title").asString();
    String text = message.path("message").asString();
    assertThat(title + text).as("no template").doesNotContain("{{", "{%", "{#");
    return (title + "\n" + text).replace("\u2060", "")
        + "\n"
        + message.path("data").path("url").asString("");
  }

  @Override
  protected Optional<String> idOf(RecordedRequest sent) {
    return Optional.of(read(sent).path("data").path("tag").asString());
  }

  private static JsonNode read(RecordedRequest sent) {
    return JsonMapper.shared().readTree(sent.body());
  }

  @Test
  void theTokenGoesIntoTheHeaderOnly() throws Exception {
    send(notice());

    assertThat(sent().headers()).containsEntry("authorization", "Bearer " + secret("token"));
    assertThat(sent().body()).doesNotContain(secret("token"));
  }

  @Test
  void aServiceThatIsNotAPhoneGetsTextOnly() throws Exception {
    integration().send(notice(), context(Map.of("service", "notify")));

    RecordedRequest sent = server().requests().getLast();
    assertThat(sent.path()).isEqualTo("/api/services/notify/notify");
    assertThat(read(sent).has("data")).isFalse();
    assertThat(read(sent).path("message").asString()).endsWith("\n\nhttp://127.0.0.1:8501/review");
  }

  @Test
  void aServiceThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
    var context = context(Map.of("service", "mobile_app_nokia"));

    var why =
        tried(
                () -> {
                  String _ = integration().test(context);
                },
                context)
            .orElseThrow();

    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(why)
        .hasMessageContaining("mobile_app_nokia")
        .hasMessageContaining("mobile_app_pixel");
  }

  @Test
  void aServiceThatWentAwayLaterIsAMatterOfTheSettings() throws Exception {
    server().answer(SEND, RecordedAnswer.html("400: Bad Request").withStatus(400));
    var context = context();

    assertThat(tried(() -> integration().send(notice(), context), context).orElseThrow().kind())
        .isEqualTo(Kind.BAD_SETTINGS);
  }

  @Test
  void aServiceThatIsNoneIsSaidBeforeAnythingIsSent() throws Exception {
    var context = context(Map.of("service", "../../states"));

    assertThat(tried(() -> integration().send(notice(), context), context).orElseThrow().kind())
        .isEqualTo(Kind.BAD_SETTINGS);
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void aHomeAssistantBelowAPathIsFound() throws Exception {
    server().answer("/home" + SEND, RecordedAnswer.json("[]"));

    integration().send(notice(), context(Map.of("base-url", server().address() + "/home/")));

    assertThat(server().requests().getLast().path()).isEqualTo("/home" + SEND);
  }
}
