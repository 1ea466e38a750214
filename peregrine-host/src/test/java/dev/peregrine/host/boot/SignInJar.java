package dev.peregrine.host.boot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Plugins for tests of signing in: notifiers at whose service the person signs in. */
final class SignInJar {

  private static final String LAMP =
      """
      package lamp;

      import dev.peregrine.api.*;
      import dev.peregrine.api.ExtensionException.Kind;
      import dev.peregrine.api.integration.*;
      import java.net.URI;
      import java.util.*;

      public final class Lamp implements Notifier {
        @Override public IntegrationDescriptor.ForNotifier descriptor() {
          return IntegrationDescriptor.ForNotifier.of(
              About.of("NAME", "Harbour NAME", "Shines when something happens.")
                  .withHosts("lamp.example")
                  .withSettings(
                      SettingSpec.baseUrl("https://lamp.example"),
                      new SettingSpec.Address("provider", "Provider", "", false, Optional.empty()),
                      new SettingSpec.Text("client-id", "Client id", "", true, Optional.empty()),
                      new SettingSpec.Secret("client-secret", "Client secret", "", false)))
              .withSignIn(SignIn.of("SERVER/authorize", "SERVER/token", "lamp.shine", "offline")
                  .withClientSecret("client-secret")DEVICE);
        }
        @Override public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
          return "The lamp of " + ask("/me", context) + ".";
        }
        @Override public void send(Notice notice, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          context.state().put("shone", ask("/shine", context));
        }
        private static String ask(String path, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          HttpReply reply = call(path, context.accessToken(), context);
          if (reply.status() == 401) {
            reply = call(path, context.renewedAccessToken(), context);
          }
          if (reply.status() != 200) {
            throw new ExtensionException(Kind.UNAVAILABLE, "Harbour lamp answered with " + reply.status() + ".");
          }
          return reply.text();
        }
        private static HttpReply call(String path, String token, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          return context.http().exchange(
              HttpCall.get(URI.create(context.settings().address("base-url").orElseThrow() + path))
                  .withHeader("Authorization", "Bearer " + token));
        }
      }
      """;

  /**
   * Puts a lamp that is signed in at among the plugins that a home is shipped with.
   *
   * @param id such as {@code lamp}
   * @param server who gives tokens
   * @param codes whether also for codes that are typed in elsewhere
   */
  public static void lamp(Path home, String id, URI server, boolean codes) throws IOException {
    String root = server.toString().replaceFirst("/$", "");
    IntegrationJar.write(
        home,
        "integration-" + id,
        "lamp.Lamp",
        LAMP.replace("SERVER", root)
            .replace("DEVICE", codes ? ".withDevice(\"" + root + "/device\")" : "")
            .replace("NAME", id));
  }

  private SignInJar() {}
}
