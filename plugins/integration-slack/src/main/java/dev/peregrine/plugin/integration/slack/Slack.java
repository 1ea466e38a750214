package dev.peregrine.plugin.integration.slack;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.ForNotifier;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.wire.JsonObject;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A channel of Slack, through an incoming webhook. Notices are rich text, in which nothing that a
 * stranger wrote is markup or calls anybody.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Incoming
 *     webhooks</a>
 */
public final class Slack implements Notifier {

  private static final String TARGET = "the webhook";

  private static final Pattern WEBHOOK =
      Pattern.compile("https://hooks\\.slack(?:-gov)?\\.com(/services/[\\w-]+/[\\w-]+/([\\w-]+))");

  /** What Slack says, in a word, of a webhook that works but was given nothing to say. */
  private static final Set<String> NOTHING_SAID =
      Set.of("no_text", "missing_text_or_fallback_or_attachments");

  private static final Pattern WORD = Pattern.compile("[a-z_]{3,60}");

  /** Words for a webhook that will not work until the person does something. */
  private static final Set<String> GONE =
      Set.of(
          "no_service",
          "no_service_id",
          "no_team",
          "no_active_hooks",
          "team_disabled",
          "invalid_token",
          "channel_not_found",
          "channel_is_archived",
          "user_not_found",
          "posting_to_general_channel_denied",
          "action_prohibited");

  @Override
  public ForNotifier descriptor() {
    return ForNotifier.of(
            About.of(
                    "slack", "Slack", "Notices in a channel of Slack, through an incoming webhook.")
                .withHosts("hooks.slack.com")
                .withCallGap(Duration.ofSeconds(1))
                .withHomepage("https://api.slack.com/apps")
                .withTerms("One message a second for each webhook.")
                .withSettings(
                    SettingSpec.baseUrl("https://hooks.slack.com"),
                    new SettingSpec.Secret(
                        "webhook",
                        "Webhook address",
                        "https://hooks.slack.com/services/…: from your app at api.slack.com/apps, under Incoming Webhooks. It decides the channel.",
                        true)))
        .withLimits(150, 3000);
  }

  /** Says nothing, which only a webhook that works complains about. Nobody sees it. */
  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    HttpReply reply = post(new JsonObject().text("text", "").toString(), context);
    if (!NOTHING_SAID.contains(word(reply)) && !word(reply).equals("ok")) {
      throw slack(context, webhook(context)).notUnderstood();
    }
    return "Slack knows this webhook.";
  }

  @Override
  public void send(Notice notice, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    var _ = post(RichText.message(notice), context);
  }

  private static HttpReply post(String json, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    Matcher webhook = webhook(context);
    Service slack = slack(context, webhook);
    HttpReply reply = slack.exchange(slack.call("POST", webhook.group(1)).withJson(json));
    if (reply.status() == 200 || (reply.status() == 400 && NOTHING_SAID.contains(word(reply)))) {
      return reply;
    }
    if (GONE.contains(word(reply))) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Slack does not take anything through this webhook any more (%d: \"%s\"). Make a new one, and enter its address."
              .formatted(reply.status(), word(reply)));
    }
    throw slack.failure(reply).exception(TARGET);
  }

  /** Slack answers webhooks with a word, not with JSON. */
  private static String word(HttpReply reply) {
    String text = reply.text().strip();
    return WORD.matcher(text).matches() ? text : "";
  }

  private static Service slack(IntegrationContext context, Matcher webhook) {
    return Service.of("Slack", context)
        .withSecret(webhook.group())
        .withSecret(webhook.group(1))
        .withSecret(webhook.group(2));
  }

  /** The message does not repeat the address: whoever has it can write into the channel. */
  private static Matcher webhook(IntegrationContext context) throws ExtensionException {
    Matcher webhook =
        WEBHOOK.matcher(Service.required(context, "webhook", "Webhook address").strip());
    if (!webhook.matches()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "\"Webhook address\" is none of an incoming webhook. Expected https://hooks.slack.com/services/ and three parts. Copy it from your app at api.slack.com/apps.");
    }
    return webhook;
  }
}
