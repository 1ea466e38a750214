package dev.peregrine.plugin.integration.homeassistant;

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
import dev.peregrine.integration.wire.NoticeText;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.wire.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The person's own Home Assistant: a notice goes to one of its notify services, to a phone for
 * example.
 *
 * @see <a href="https://developers.home-assistant.io/docs/api/rest/">REST API</a>
 */
public final class HomeAssistant implements Notifier {

  private static final Pattern SERVICE = Pattern.compile("[a-z0-9_]{1,100}");
  private static final String PHONE = "mobile_app_";

  /** Where a template could begin. */
  private static final Pattern TEMPLATE = Pattern.compile("\\{(?=[{%#])");

  private static final String UNSEEN = "\u2060";

  @Override
  public ForNotifier descriptor() {
    return ForNotifier.of(
            About.of(
                    "home-assistant",
                    "Home Assistant",
                    "Notices through your own Home Assistant: on phones, speakers, screens.")
                .withCallGap(Duration.ofMillis(200))
                .withHomepage("https://www.home-assistant.io/integrations/notify/")
                .withSettings(
                    new SettingSpec.Address(
                        "base-url",
                        "Address",
                        "Of your Home Assistant, such as http://homeassistant.local:8123. It may be in your own network.",
                        true,
                        Optional.empty()),
                    new SettingSpec.Secret(
                        "token",
                        "Access token",
                        "A long-lived one: your profile in Home Assistant → Security → Create token.",
                        true),
                    new SettingSpec.Text(
                        "service",
                        "Notify service",
                        "What follows \"notify.\" in Home Assistant, such as mobile_app_pixel. Without one: notify, which tells all.",
                        false,
                        Optional.of("notify"))))
        .withLimits(150, 2000);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    String service = service(context);
    Service home = home(context);
    if (home.send(home.call("GET", "/api/")).json().at("message").text().isEmpty()) {
      throw home.notUnderstood();
    }
    Json domains = home.send(home.call("GET", "/api/services")).json();
    List<String> services =
        domains.items().stream()
            .filter(domain -> domain.at("domain").text().filter("notify"::equals).isPresent())
            .flatMap(domain -> domain.at("services").names().stream())
            .filter(name -> SERVICE.matcher(name).matches())
            .sorted()
            .toList();
    if (!services.contains(service)) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Home Assistant has no notify service \"%s\", expected one of %s. Change it in the settings."
              .formatted(service, services.stream().limit(20).toList()));
    }
    return "Home Assistant runs and has notify.%s.".formatted(service);
  }

  @Override
  public void send(Notice notice, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    String service = service(context);
    Service home = home(context);
    boolean phone = service.startsWith(PHONE);
    String text = NoticeText.neverEmpty(notice);
    // Only the app takes an address to open, and more data than text at all.
    String link = phone ? "" : notice.link().map(address -> "\n\n" + address).orElse("");
    JsonObject message =
        new JsonObject().text("title", inert(notice.title())).text("message", inert(text) + link);
    if (phone) {
      message.object("data", ForPhone.data(notice));
    }
    HttpReply reply =
        home.exchange(
            home.call("POST", "/api/services/notify/" + service).withJson(message.toString()));
    if (reply.status() == 400) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Home Assistant does not take this through notify.%s (400). Look whether the service is still there, and test the settings."
              .formatted(service));
    }
    if (reply.status() < 200 || reply.status() > 299) {
      throw home.failure(reply).exception("notify." + service);
    }
  }

  /**
   * Older versions of Home Assistant take titles and messages for templates, and would read the
   * state of the house into what a stranger wrote. A sign that nobody sees makes them texts.
   */
  private static String inert(String text) {
    return TEMPLATE.matcher(text).replaceAll("{" + UNSEEN);
  }

  private static Service home(IntegrationContext context) throws ExtensionException {
    if (context.settings().address("base-url").isEmpty()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS, "\"Address\" is not set. Enter the one of your Home Assistant.");
    }
    return Service.of("Home Assistant", context)
        .withToken(Service.required(context, "token", "Access token"));
  }

  private static String service(IntegrationContext context) throws ExtensionException {
    String entered = context.settings().text("service").orElse("").strip();
    String service = entered.startsWith("notify.") ? entered.substring(7) : entered;
    if (!SERVICE.matcher(service).matches()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Notify service \"%s\": expected lower-case letters, digits and _, such as mobile_app_pixel. Correct it in the settings."
              .formatted(entered));
    }
    return service;
  }
}
