package dev.peregrine.plugin.integration.caldav;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.Service;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The person's server, with their name and password. */
record DavServer(Service service) {

  static DavServer of(IntegrationContext context) throws ExtensionException {
    String password = Service.required(context, "password", CalDav.PASSWORD);
    String user = context.settings().text("username").orElse("").strip();
    if (user.isEmpty() || user.indexOf(':') >= 0) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "User name \"%s\": expected the name that you sign in with, without a colon. Correct it in the settings."
              .formatted(user));
    }
    String both =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return new DavServer(
        Service.of("The calendar server", context)
            .withSecret(password)
            .withSecret(both)
            .withPass(renewed -> Map.of("Authorization", "Basic " + both)));
  }

  /** The address that the person entered. */
  URI address() {
    URI base = service.base();
    return base.getRawPath() == null || base.getRawPath().isEmpty() ? URI.create(base + "/") : base;
  }

  /** A path as the server writes it, below the place where it was written. */
  URI resolve(URI place, String href) throws ExtensionException {
    try {
      URI target = place.resolve(href.strip().replace(" ", "%20"));
      if (target.getHost() != null && target.getScheme().matches("https?")) {
        return target;
      }
    } catch (IllegalArgumentException broken) {
      // told below
    }
    throw service.notUnderstood();
  }

  HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException {
    return service.exchange(call);
  }

  /** Asks for properties of a thing, and of what is in it where {@code depth} is 1. */
  HttpCall propfind(URI at, int depth, String properties) {
    return xml(
            "PROPFIND",
            at,
            "<d:propfind xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\" xmlns:s=\"http://calendarserver.org/ns/\"><d:prop>%s</d:prop></d:propfind>"
                .formatted(properties))
        .withHeader("Depth", Integer.toString(depth));
  }

  static HttpCall xml(String method, URI at, String body) {
    String text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + body;
    return HttpCall.of(method, at)
        .withBody(
            new Blob("", "application/xml; charset=utf-8", text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Asks for several things at once. */
  Multistatus ask(HttpCall call, String target) throws ExtensionException, InterruptedException {
    return read(service.send(call, target));
  }

  Multistatus read(HttpReply reply) throws ExtensionException {
    return Multistatus.read(reply.bytes()).orElseThrow(service::notUnderstood);
  }

  /** Whether an answer is no refusal. */
  static boolean isGood(HttpReply reply) {
    return reply.status() >= 200 && reply.status() <= 299;
  }
}
