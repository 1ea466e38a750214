package dev.peregrine.plugin.integration.telegram;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.ForNotifier;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.integration.wire.ServiceFailure;
import dev.peregrine.wire.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A chat in Telegram, told by a bot of the person's own. The token is part of every address; what
 * Telegram or the network says of an address is therefore never repeated.
 *
 * @see <a href="https://core.telegram.org/bots/api">Bot API</a>
 */
public final class Telegram implements Notifier {

  private static final Pattern TOKEN = Pattern.compile("\\d{3,20}:[\\w-]{10,80}");
  private static final Pattern CHAT = Pattern.compile("-?\\d{1,20}|@[A-Za-z]\\w{3,31}");

  /** Telegram takes 4,096 characters; this leaves room for title and link. */
  private static final int LONGEST_TEXT = 3400;

  @Override
  public ForNotifier descriptor() {
    return ForNotifier.of(
            About.of("telegram", "Telegram", "Notices from a bot of your own in Telegram.")
                .withHosts("api.telegram.org")
                .withCallGap(Duration.ofSeconds(1))
                .withHomepage("https://core.telegram.org/bots#how-do-i-create-a-bot")
                .withTerms("One message a second in a chat, twenty a minute in a group.")
                .withSettings(
                    SettingSpec.baseUrl("https://api.telegram.org"),
                    new SettingSpec.Secret(
                        "token",
                        "Bot token",
                        "123456:ABC…, from @BotFather when you make the bot.",
                        true),
                    new SettingSpec.Text(
                        "chat-id",
                        "Chat",
                        "Your number in Telegram, which @userinfobot tells, or @name of a channel. Write something to your bot first, or it may not write to you.",
                        true,
                        Optional.empty())))
        .withLimits(200, LONGEST_TEXT);
  }

  /** Asks for the chat, which nobody sees. */
  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    Json chat =
        ask("getChat", new JsonObject().text("chat_id", chat(context)), context).at("result");
    return "The bot reaches %s.".formatted(name(chat));
  }

  private static String name(Json chat) {
    String name =
        Stream.of("title", "username", "first_name")
            .flatMap(key -> chat.at(key).text().stream())
            .findFirst()
            .orElse("");
    return name.isEmpty()
        ? "the chat"
        : "the chat \"%s\"".formatted(name.replaceAll("[\\p{Cntrl}\\s]+", " "));
  }

  @Override
  public void send(Notice notice, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    var _ =
        ask(
            "sendMessage",
            new JsonObject()
                .text("chat_id", chat(context))
                .text("text", Message.html(notice))
                .text("parse_mode", "HTML")
                .object("link_preview_options", new JsonObject().flag("is_disabled", true))
                .flag("disable_notification", notice.priority() == Notice.Priority.LOW),
            context);
  }

  private static Json ask(String method, JsonObject question, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    String token = token(context);
    Service telegram =
        Service.of("Telegram", context).withSecret(token).withSecret(token.split(":", 2)[1]);
    HttpReply reply =
        telegram.exchange(
            telegram
                .call("POST", "/bot%s/%s".formatted(token, method))
                .withJson(question.toString()));
    if (reply.status() != 200) {
      throw refusal(telegram.failure(reply));
    }
    Json answer = reply.json();
    if (!answer.at("ok").flag().orElse(false)) {
      throw telegram.notUnderstood();
    }
    return answer;
  }

  private static ExtensionException refusal(ServiceFailure failure) {
    String said = failure.message().toLowerCase(Locale.ROOT);
    if (failure.status() == 401 || failure.status() == 404) {
      return new ExtensionException(
          Kind.BAD_SETTINGS,
          "Telegram does not know a bot with this token (%d). Enter the one that @BotFather shows."
              .formatted(failure.status()));
    }
    if (failure.status() == 403) {
      return new ExtensionException(
          Kind.BAD_SETTINGS,
          "The bot may not write into this chat (403). Write something to it first, unblock it, or make it a member.");
    }
    if (failure.status() == 400 && said.contains("supergroup")) {
      return new ExtensionException(
          Kind.BAD_SETTINGS,
          "The group became a supergroup and has another number (400). Enter that one as the chat.");
    }
    if (failure.status() == 400 && (said.contains("chat") || said.contains("peer"))) {
      return new ExtensionException(
          Kind.BAD_SETTINGS,
          "Telegram does not find this chat (400). Write something to the bot first, and check the number.");
    }
    return failure.exception("this chat");
  }

  private static String token(IntegrationContext context) throws ExtensionException {
    String token = Service.required(context, "token", "Bot token").strip();
    if (!TOKEN.matcher(token).matches()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "\"Bot token\" is none. Expected a number, a colon and about 35 letters, digits, - and _. Copy it from @BotFather.");
    }
    return token;
  }

  private static String chat(IntegrationContext context) throws ExtensionException {
    String chat = context.settings().text("chat-id").orElse("").strip();
    if (!CHAT.matcher(chat).matches()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Chat \"%s\": expected a number or the @name of a channel. Correct it in the settings."
              .formatted(chat));
    }
    return chat;
  }
}
