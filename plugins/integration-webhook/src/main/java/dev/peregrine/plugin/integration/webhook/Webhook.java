package dev.peregrine.plugin.integration.webhook;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.ForNotifier;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.wire.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A webhook of the person's own: each notice is posted as JSON, signed where there is a secret to
 * sign with. The same notice has the same id each time it comes.
 */
public final class Webhook implements Notifier {

  @Override
  public ForNotifier descriptor() {
    return ForNotifier.of(
            About.of(
                    "webhook",
                    "Webhook",
                    "Notices as signed JSON to an address of your own: a script, a server, an automation.")
                .withSettings(
                    new SettingSpec.Address(
                        "base-url",
                        "Address",
                        "Notices are posted to it. An answer of status 200 to 299 says that one was taken.",
                        true,
                        Optional.empty()),
                    new SettingSpec.Secret(
                        "path",
                        "Secret part of the address",
                        "If the address holds a key: leave it out above, and enter here what follows, such as /hooks/8f3a or ?key=8f3a.",
                        false),
                    new SettingSpec.Secret(
                        "secret",
                        "Signing secret",
                        "If set, each notice carries a signature that the receiver can check.",
                        false)))
        .withLimits(300, 20_000)
        .withTestIsSeen(true);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    Instant now = context.clock().instant();
    Notice notice =
        Notice.of(
            "test-" + now.toEpochMilli(), Event.TEST, "A test from Peregrine", "It arrived.", now);
    HttpReply reply = post(notice, context);
    return "%s took a test notice (%d).".formatted(reply.address().getHost(), reply.status());
  }

  @Override
  public void send(Notice notice, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    var _ = post(notice, context);
  }

  private static HttpReply post(Notice notice, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    URI address = address(context);
    String body = json(notice);
    HttpCall call =
        HttpCall.of("POST", address)
            .withJson(body)
            .withHeader("Idempotency-Key", notice.id())
            .withHeader("X-Peregrine-Event", notice.event().key())
            // Somebody who has it already may say so.
            .accepting(409);
    Optional<String> secret = context.settings().secret("secret");
    if (secret.isPresent()) {
      Signature signature = Signature.of(body, secret.get(), context.clock().instant());
      call = call.withHeader("X-Peregrine-Signature", signature.header());
    }
    HttpReply reply = receiver(context, address).send(call, "this address");
    if (!isSame(address, reply.address())) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "The webhook leads on to another address at \"%s\", on which way notices get lost. Enter that one in the settings."
              .formatted(reply.address().getHost()));
    }
    return reply;
  }

  private static Service receiver(IntegrationContext context, URI address) {
    Service receiver =
        new Service("The webhook", address, Map.of(), List.of(), renewed -> Map.of(), context);
    for (String key : List.of("path", "secret")) {
      Optional<String> secret = context.settings().secret(key);
      if (secret.isPresent()) {
        receiver = receiver.withSecret(secret.get());
      }
    }
    return receiver;
  }

  /** The message names no address, as it may hold a key. */
  private static URI address(IntegrationContext context) throws ExtensionException {
    URI base =
        context
            .settings()
            .address("base-url")
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.BAD_SETTINGS, "\"Address\" is not set. Enter where notices go."));
    String path = context.settings().secret("path").orElse("").strip();
    String joint = path.isEmpty() || path.startsWith("/") || path.startsWith("?") ? "" : "/";
    Optional<URI> whole = HttpCall.address(base + joint + path);
    return whole.orElseThrow(
        () ->
            new ExtensionException(
                Kind.BAD_SETTINGS,
                "\"Secret part of the address\" makes no address together with the one above. Expected something like /hooks/8f3a or ?key=8f3a."));
  }

  /** Where a redirect was followed, a POST may have become a GET, and nothing was taken. */
  private static boolean isSame(URI asked, URI answered) {
    return asked.getScheme().equalsIgnoreCase(answered.getScheme())
        && asked.getHost().equalsIgnoreCase(answered.getHost())
        && port(asked) == port(answered)
        && path(asked).equals(path(answered));
  }

  private static int port(URI address) {
    boolean secure = address.getScheme().equalsIgnoreCase("https");
    return address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
  }

  private static String path(URI address) {
    String path = Optional.ofNullable(address.getPath()).orElse("");
    return path.isEmpty() ? "/" : path;
  }

  private static String json(Notice notice) {
    var facts = new JsonObject();
    notice.facts().forEach(facts::text);
    JsonObject json =
        new JsonObject()
            .text("id", notice.id())
            .text("event", notice.event().key())
            .text("title", notice.title())
            .text("text", notice.text())
            .text("priority", priority(notice))
            .text("at", notice.at().toString());
    link(json, notice.link());
    return json.objects("items", notice.items().stream().map(Webhook::item).toList())
        .object("facts", facts)
        .toString();
  }

  private static JsonObject item(Notice.Item item) {
    return link(
        new JsonObject().text("title", item.title()).text("text", item.text()), item.link());
  }

  private static JsonObject link(JsonObject json, Optional<URI> link) {
    return link.isPresent() ? json.text("link", link.get().toString()) : json.json("link", "null");
  }

  private static String priority(Notice notice) {
    return switch (notice.priority()) {
      case LOW -> "low";
      case NORMAL -> "normal";
      case URGENT -> "urgent";
    };
  }
}
