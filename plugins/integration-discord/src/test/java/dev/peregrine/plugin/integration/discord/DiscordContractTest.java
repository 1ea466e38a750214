package dev.peregrine.plugin.integration.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.testkit.NotifierContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiscordContractTest extends NotifierContract {

  private static final String PATH = "/api/v10/webhooks/17/s3cret-hook";
  private static final Pattern ESCAPED = Pattern.compile("\\\\([^0-9A-Za-z\\s])");

  @Override
  protected Notifier integration() {
    return new Discord();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("webhook", "https://discord.com/api/webhooks/17/s3cret-hook");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready.answer(
        PATH,
        request ->
            RecordedAnswer.json(
                request.method().equals("GET")
                    ? "{\"id\":\"17\",\"type\":1,\"name\":\"Falke\",\"channel_id\":\"4\",\"token\":\"s3cret-hook\"}"
                    : "{\"id\":\"99\",\"type\":0,\"content\":\"\",\"channel_id\":\"4\",\"embeds\":[{}]}"));
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
    return "{\"message\":\"%s\",\"code\":%d}".formatted(message, status == 404 ? 10015 : 0);
  }

  /** What is left where Discord's Markdown has done its work. */
  @Override
  protected String shown(RecordedRequest sent) {
    JsonNode embed = read(sent).path("embeds").get(0);
    return rendered(embed.path("title").asString())
        + "\n"
        + rendered(embed.path("description").asString());
  }

  private static String rendered(String markdown) {
    String kept = ESCAPED.matcher(markdown).replaceAll(sign -> held(sign.group(1)));
    String marked =
        kept.replaceAll("\\[([^\\]]*)\\]\\(<([^>]*)>\\)", "$1 $2")
            .replaceAll("<[@#!:][^>]*>", "")
            .replaceAll("[*_~`|]", "");
    return marked
        .codePoints()
        .map(sign -> sign >= 0xE000 && sign < 0xE080 ? sign - 0xE000 : sign)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String held(String sign) {
    return Character.toString(0xE000 + sign.charAt(0));
  }

  @Override
  protected boolean mentionsPeople(RecordedRequest sent) {
    JsonNode message = read(sent);
    JsonNode parsed = message.path("allowed_mentions").path("parse");
    return !parsed.isArray() || !parsed.isEmpty() || message.has("content");
  }

  private static JsonNode read(RecordedRequest sent) {
    return JsonMapper.shared().readTree(sent.body());
  }

  @Test
  void aTestIsSeenByNobody() throws Exception {
    assertThat(integration().test(context())).isEqualTo("Discord knows the webhook \"Falke\".");

    assertThat(server().requests()).extracting(RecordedRequest::method).containsOnly("GET");
  }

  @Test
  void itWaitsUntilTheMessageIsKept() throws Exception {
    send(notice());

    assertThat(sent().query("wait")).contains("true");
  }

  @Test
  void aThreadIsKept() throws Exception {
    integration()
        .send(
            notice(),
            context(
                Map.of(
                    "webhook",
                    "https://canary.discord.com/api/v9/webhooks/17/s3cret-hook?thread_id=44")));

    assertThat(sent().query("thread_id")).contains("44");
  }

  @Test
  void theTimeToWaitIsReadFromTheAnswer() throws Exception {
    server()
        .answer(
            PATH,
            RecordedAnswer.json(
                    "{\"message\":\"You are being rate limited.\",\"retry_after\":1.25,\"global\":false}")
                .withStatus(429));
    var context = context();

    var why = tried(() -> integration().send(notice(), context), context).orElseThrow();

    assertThat(why.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(why.retryAfter()).contains(Duration.ofMillis(1250));
  }

  @Test
  void manyLongItemsStayWithinTheLimits() throws Exception {
    String sign = "*".repeat(100);
    var items =
        IntStream.range(10, 25)
            .mapToObj(
                number ->
                    new Notice.Item(
                        number + sign,
                        "",
                        Optional.of(URI.create("http://127.0.0.1:8501/jobs/" + "1".repeat(60)))))
            .toList();

    send(
        Notice.of("n-1", Event.DIGEST, "*".repeat(128), "_".repeat(150), Instant.EPOCH)
            .withItems(items)
            .withLink(Optional.of(URI.create("http://127.0.0.1:8501/review"))));

    JsonNode embed = read(sent()).path("embeds").get(0);
    assertThat(embed.path("title").asString().length()).isLessThanOrEqualTo(256);
    assertThat(embed.path("description").asString())
        .hasSizeLessThanOrEqualTo(4096)
        .endsWith("\nhttp://127.0.0.1:8501/review");
    assertThat(shown(sent())).contains(items.stream().map(Notice.Item::title).toList());
  }

  @Test
  void anAddressThatIsNoneIsSaidBeforeAnythingIsSent() throws Exception {
    var context = context(Map.of("webhook", "https://discord.com/api/webhooks/17/../users"));

    var why = tried(() -> integration().send(notice(), context), context).orElseThrow();

    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(why).hasMessageNotContaining("users");
    assertThat(server().requests()).isEmpty();
  }
}
