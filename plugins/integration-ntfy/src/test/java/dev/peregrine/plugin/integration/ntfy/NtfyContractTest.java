package dev.peregrine.plugin.integration.ntfy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.testkit.NotifierContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NtfyContractTest extends NotifierContract {

  @Override
  protected Notifier integration() {
    return new Ntfy();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("topic", "falke_17");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready.answer("/falke_17/auth", RecordedAnswer.json("{\"success\":true}"));
    ready.answer(
        "/",
        RecordedAnswer.json(
            "{\"id\":\"hwQ2YpKdmg\",\"time\":1795337940,\"event\":\"message\",\"topic\":\"falke_17\",\"message\":\"…\"}"));
  }

  @Override
  protected String testPath() {
    return "/falke_17/auth";
  }

  @Override
  protected String sendPath() {
    return "/";
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"code\":%d01,\"http\":%d,\"error\":\"%s\",\"link\":\"https://ntfy.sh/docs\"}"
        .formatted(status, status, message);
  }

  @Override
  protected String shown(RecordedRequest sent) {
    JsonNode message = JsonMapper.shared().readTree(sent.body());
    return message.path("title").asString()
        + "\n"
        + message.path("message").asString()
        + "\n"
        + message.path("click").asString();
  }

  @Test
  void theLongestMessageIsNoFile() throws Exception {
    send(notice().withItems(java.util.List.of()));
    assertThat(integration().descriptor().longestText() * 4).isLessThan(4096);
  }

  @Test
  void aTopicThatIsNoneIsSaidBeforeAnythingIsSent() throws Exception {
    var context = context(Map.of("topic", "a b/../c"));

    assertThat(tried(() -> integration().send(notice(), context), context).orElseThrow().kind())
        .isEqualTo(Kind.BAD_SETTINGS);
    assertThat(server().requests()).isEmpty();
  }
}
