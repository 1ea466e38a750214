package dev.peregrine.plugin.integration.ntfy;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.ForNotifier;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.integration.wire.NoticeText;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.wire.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ntfy, the one at ntfy.sh or one of the person's own. A notice is published as JSON, as plain
 * text: nothing in it is taken as markup.
 *
 * @see <a href="https://docs.ntfy.sh/publish/#publish-as-json">Publish as JSON</a>
 */
public final class Ntfy implements Notifier {

  private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");

  /** A message of more than 4,096 bytes becomes a file; these many characters never are so long. */
  private static final int LONGEST_TEXT = 1000;

  @Override
  public ForNotifier descriptor() {
    return ForNotifier.of(
            About.of(
                    "ntfy",
                    "ntfy",
                    "Notices on phone and desktop through ntfy, the one at ntfy.sh or one of your own.")
                .withHosts("ntfy.sh")
                .withCallGap(Duration.ofMillis(500))
                .withHomepage("https://ntfy.sh")
                .withTerms(
                    "At ntfy.sh, whoever knows a topic can read it: choose one nobody guesses.")
                .withSettings(
                    SettingSpec.baseUrl("https://ntfy.sh"),
                    new SettingSpec.Text(
                        "topic",
                        "Topic",
                        "The name that you subscribe to in the app. Letters, digits, - and _.",
                        true,
                        Optional.empty()),
                    new SettingSpec.Secret(
                        "token",
                        "Access token",
                        "Only for topics that are protected: tk_…, from your account.",
                        false)))
        .withLimits(120, LONGEST_TEXT);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    String topic = topic(context);
    Service ntfy = service(context);
    var _ = ntfy.send(ntfy.call("GET", "/%s/auth".formatted(topic)), named(topic));
    return "%s takes notices for %s.".formatted(ntfy.base().getHost(), named(topic));
  }

  @Override
  public void send(Notice notice, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    String topic = topic(context);
    Service ntfy = service(context);
    JsonObject message =
        new JsonObject()
            .text("topic", topic)
            .text("title", notice.title())
            // Without a text, ntfy would write one of its own.
            .text("message", NoticeText.neverEmpty(notice))
            .whole("priority", priority(notice));
    notice.link().ifPresent(link -> message.text("click", link.toString()));
    var _ = ntfy.send(ntfy.call("POST", "/").withJson(message.toString()), named(topic));
  }

  private static int priority(Notice notice) {
    return switch (notice.priority()) {
      case LOW -> 2;
      case NORMAL -> 3;
      case URGENT -> 5;
    };
  }

  private static Service service(IntegrationContext context) {
    Service ntfy = Service.of("ntfy", context);
    return context.settings().secret("token").map(ntfy::withToken).orElse(ntfy);
  }

  private static String topic(IntegrationContext context) throws ExtensionException {
    String topic = context.settings().text("topic").orElse("").strip();
    if (!TOPIC.matcher(topic).matches()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Topic \"%s\": expected 1 to 64 letters, digits, - and _. Correct it in the settings."
              .formatted(topic));
    }
    return topic;
  }

  private static String named(String topic) {
    return "topic \"%s\"".formatted(topic);
  }
}
