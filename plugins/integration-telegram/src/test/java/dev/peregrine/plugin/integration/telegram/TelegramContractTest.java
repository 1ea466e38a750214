package dev.peregrine.plugin.integration.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.testkit.NotifierContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TelegramContractTest extends NotifierContract {

  private static final String TOKEN = "123456:s3cret-token-of-a-bot";
  private static final String ASK = "/bot" + TOKEN + "/getChat";
  private static final String SEND = "/bot" + TOKEN + "/sendMessage";

  @Override
  protected Notifier integration() {
    return new Telegram();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("token", TOKEN, "chat-id", "987654");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready
        .answer(
            ASK,
            RecordedAnswer.json(
                "{\"ok\":true,\"result\":{\"id\":987654,\"first_name\":\"Mira\",\"type\":\"private\"}}"))
        .answer(
            SEND,
            RecordedAnswer.json(
                "{\"ok\":true,\"result\":{\"message_id\":7,\"date\":1795338000,\"chat\":{\"id\":987654,\"type\":\"private\"}}}"));
  }

  @Override
  protected String testPath() {
    return ASK;
  }

  @Override
  protected String sendPath() {
    return SEND;
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(status, message);
  }

  @Override
  protected String shown(RecordedRequest sent) {
    assertThat(read(sent).path("parse_mode").asString()).isEqualTo("HTML");
    Document html = html(sent);
    html.outputSettings().prettyPrint(false);
    return html.body().wholeText().replace("\u2060", "");
  }

  /** A text in which Telegram finds a name. */
  @Override
  protected boolean mentionsPeople(RecordedRequest sent) {
    return html(sent).body().wholeText().matches("(?s).*(?<![\\w.+-])@\\w.*");
  }

  private static Document html(RecordedRequest sent) {
    Document html = Jsoup.parse(read(sent).path("text").asString());
    assertThat(html.body().select("*:not(b):not(a):not(body)")).isEmpty();
    return html;
  }

  private static JsonNode read(RecordedRequest sent) {
    return JsonMapper.shared().readTree(sent.body());
  }

  @Test
  void aTestIsSeenByNobody() throws Exception {
    assertThat(integration().test(context())).isEqualTo("The bot reaches the chat \"Mira\".");

    assertThat(server().requests()).extracting(RecordedRequest::path).containsExactly(ASK);
  }

  @Test
  void theTimeToWaitIsReadFromTheAnswer() throws Exception {
    server()
        .answer(
            SEND,
            RecordedAnswer.json(
                    "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 14\",\"parameters\":{\"retry_after\":14}}")
                .withStatus(429));
    var context = context();

    var why = tried(() -> integration().send(notice(), context), context).orElseThrow();

    assertThat(why.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(why.retryAfter()).contains(Duration.ofSeconds(14));
  }

  @TestFactory
  Stream<DynamicTest> aChatThatIsOutOfReachIsAskedForAgain() {
    return Map.of(
            "Bad Request: chat not found", 400,
            "Bad Request: group chat was upgraded to a supergroup chat", 400,
            "Forbidden: bot was blocked by the user", 403,
            "Unauthorized", 401,
            "Not Found", 404)
        .entrySet()
        .stream()
        .map(
            refused ->
                test(
                    refused.getKey(),
                    () -> {
                      server()
                          .answer(
                              SEND,
                              RecordedAnswer.json(failure(refused.getValue(), refused.getKey()))
                                  .withStatus(refused.getValue()));
                      var context = context();
                      assertThat(
                              tried(() -> integration().send(notice(), context), context)
                                  .orElseThrow()
                                  .kind())
                          .isEqualTo(Kind.BAD_SETTINGS);
                    }));
  }

  @Test
  void addressesOfMailsStayAsTheyAre() throws Exception {
    send(Notice.of("n-1", Event.TEST, "Mail", "jobs@falke.example", Instant.EPOCH));

    assertThat(read(sent()).path("text").asString()).contains("jobs@falke.example");
  }

  @Test
  void whatIsNotUrgentComesSilently() throws Exception {
    send(notice().withPriority(Notice.Priority.LOW));

    assertThat(read(sent()).path("disable_notification").asBoolean()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> settingsThatAreNoneAreSaidBeforeAnythingIsSent() {
    return Stream.of(
            Map.of("token", "123456:abcdefghijkl/../getMe"),
            Map.of("token", "abc"),
            Map.of("chat-id", "mira mueller"))
        .map(
            wrong ->
                test(
                    wrong.toString(),
                    () -> {
                      var context = context(wrong);
                      var why =
                          tried(() -> integration().send(notice(), context), context).orElseThrow();
                      assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
                      assertThat(why).hasMessageNotContaining("abc");
                      assertThat(server().requests()).isEmpty();
                    }));
  }
}
