package dev.peregrine.plugin.integration.slack;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackContractTest extends NotifierContract {

  private static final String PATH = "/services/T0/B0/s3cret-hook";

  @Override
  protected Notifier integration() {
    return new Slack();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("webhook", "https://hooks.slack.com" + PATH);
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready.answer(
        PATH,
        request ->
            read(request).path("text").asString("").isEmpty()
                ? word("no_text").withStatus(400)
                : word("ok"));
  }

  @Override
  protected String testPath() {
    return PATH;
  }

  @Override
  protected String sendPath() {
    return PATH;
  }

  /** A word where there is one for it. */
  @Override
  protected String failure(int status, String message) {
    return status == 404 ? "no_service" : status == 400 ? "invalid_payload" : message;
  }

  @Override
  protected String shown(RecordedRequest sent) {
    var shown = new StringBuilder();
    for (JsonNode block : read(sent).path("blocks")) {
      show(block, shown);
    }
    return shown.toString();
  }

  private static void show(JsonNode element, StringBuilder shown) {
    String type = element.path("type").asString();
    assertThat(type).isIn("rich_text", "rich_text_section", "rich_text_list", "text", "link");
    shown.append(element.path("text").asString(""));
    shown.append(type.equals("link") ? " " + element.path("url").asString() : "");
    for (JsonNode part : element.path("elements")) {
      show(part, shown);
    }
    shown.append(type.equals("rich_text_section") ? "\n" : "");
  }

  /** Rich text mentions by elements of their own, which {@link #shown} does not let pass. */
  @Override
  protected boolean mentionsPeople(RecordedRequest sent) {
    return read(sent).path("text").asString().matches("(?s).*<[!@#].*");
  }

  private static JsonNode read(RecordedRequest sent) {
    return JsonMapper.shared().readTree(sent.body());
  }

  private static RecordedAnswer word(String word) {
    return RecordedAnswer.html(word);
  }

  @Test
  void aTestIsSeenByNobody() throws Exception {
    String _ = integration().test(context());

    assertThat(server().requests()).hasSize(1);
    assertThat(read(sent()).path("text").asString()).isEmpty();
    assertThat(read(sent()).has("blocks")).isFalse();
  }

  @Test
  void theLineForTheLockScreenIsEscaped() throws Exception {
    send(Notice.of("n-1", Event.TEST, "<!channel> R&D", "", Instant.EPOCH));

    assertThat(read(sent()).path("text").asString()).isEqualTo("&lt;!channel&gt; R&amp;D");
  }

  @TestFactory
  Stream<DynamicTest> aWebhookThatWasRevokedIsAskedForAgain() {
    return Map.of(
            "no_service", 404,
            "invalid_token", 403,
            "action_prohibited", 403,
            "channel_is_archived", 410,
            "no_team", 400)
        .entrySet()
        .stream()
        .map(
            revoked ->
                test(
                    revoked.getKey(),
                    () -> {
                      server().answer(PATH, word(revoked.getKey()).withStatus(revoked.getValue()));
                      var context = context();
                      var why =
                          tried(() -> integration().send(notice(), context), context).orElseThrow();
                      assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
                      assertThat(why).hasMessageContaining(revoked.getKey());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> anAddressThatIsNoneIsSaidBeforeAnythingIsSent() {
    return Stream.of(
            "https://evil.example/services/T0/B0/x",
            "https://hooks.slack.com/services/T0/../x",
            "https://hooks.slack.com/services/T0",
            "http://hooks.slack.com/services/T0/B0/x")
        .map(
            address ->
                test(
                    address,
                    () -> {
                      var context = context(Map.of("webhook", address));
                      var why =
                          tried(() -> integration().send(notice(), context), context).orElseThrow();
                      assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
                      assertThat(why).hasMessageNotContaining(address);
                      assertThat(server().requests()).isEmpty();
                    }));
  }
}
