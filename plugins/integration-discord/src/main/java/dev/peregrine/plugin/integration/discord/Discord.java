package dev.peregrine.plugin.integration.discord;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.ForNotifier;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.integration.wire.Service;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A channel of Discord, through a webhook. A notice is an embed; nobody is mentioned.
 *
 * @see <a href="https://docs.discord.com/developers/resources/webhook">Webhooks</a>
 */
public final class Discord implements Notifier {

  private static final String TARGET = "the webhook";

  private static final Pattern WEBHOOK =
      Pattern.compile(
          "https://(?:(?:ptb|canary)\\.)?discord(?:app)?\\.com/api(?:/v\\d+)?(/webhooks/\\d{1,20}/([\\w-]+))(?:\\?thread_id=(\\d{1,20}))?");

  @Override
  public ForNotifier descriptor() {
    return ForNotifier.of(
            About.of("discord", "Discord", "Notices in a channel of Discord, through a webhook.")
                .withHosts("discord.com")
                .withCallGap(Duration.ofMillis(500))
                .withHomepage("https://support.discord.com/hc/articles/228383668")
                .withTerms("Five messages in two seconds for each webhook, thirty in a minute.")
                .withSettings(
                    SettingSpec.baseUrl("https://discord.com"),
                    new SettingSpec.Secret(
                        "webhook",
                        "Webhook address",
                        "https://discord.com/api/webhooks/…: from the channel's settings, under Integrations → Webhooks.",
                        true)))
        .withLimits(Embed.LONGEST_TITLE, Embed.LONGEST_TEXT);
  }

  /** Asks what the webhook is, which nobody sees. */
  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    Matcher webhook = webhook(context);
    Service discord = discord(context, webhook);
    Optional<String> name =
        discord.send(discord.call("GET", path(webhook)), TARGET).json().at("name").text();
    return "Discord knows the webhook \"%s\"."
        .formatted(name.map(Discord::oneLine).orElseThrow(discord::notUnderstood));
  }

  @Override
  public void send(Notice notice, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    Matcher webhook = webhook(context);
    Service discord = discord(context, webhook);
    // Without wait, Discord would say nothing of a message that it does not keep.
    String thread = Optional.ofNullable(webhook.group(3)).map("&thread_id="::concat).orElse("");
    var _ =
        discord.send(
            discord
                .call("POST", path(webhook) + "?wait=true" + thread)
                .withJson(Embed.message(notice)),
            TARGET);
  }

  private static String path(Matcher webhook) {
    return "/api/v10" + webhook.group(1);
  }

  private static String oneLine(String name) {
    return name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static Service discord(IntegrationContext context, Matcher webhook) {
    return Service.of("Discord", context)
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
          "\"Webhook address\" is none of a webhook. Expected https://discord.com/api/webhooks/, a number and a token. Copy it from the channel's settings.");
    }
    return webhook;
  }
}
