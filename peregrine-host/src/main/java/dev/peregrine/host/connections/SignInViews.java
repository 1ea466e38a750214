package dev.peregrine.host.connections;

import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.oauth.DeviceSignIn;
import dev.peregrine.host.oauth.DeviceSignIns;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the part of an integration's page that is about signing in. */
final class SignInViews {

  static final String BACK = ConnectionsRoutes.HERE + "-signed-in";

  private final OAuth oauth;
  private final DeviceSignIns devices;

  /** Why a sign-in did not come to an end, until the next one is begun. */
  private final Map<String, String> problems = new ConcurrentHashMap<>();

  SignInViews(OAuth oauth, DeviceSignIns devices) {
    this.oauth = oauth;
    this.devices = devices;
  }

  /** Empty where the settings suffice. */
  Optional<SignInPart> of(Visit visit, Connection connection, String link) {
    return connection.descriptor().signIn().map(how -> part(visit, connection, link));
  }

  private SignInPart part(Visit visit, Connection connection, String link) {
    Optional<DeviceSignIn> waiting = devices.waiting(connection.id());
    String problem = problems.getOrDefault(whose(connection.id()), "");
    boolean registered = false;
    try {
      registered = oauth.client(connection.id()).isPresent();
    } catch (SecretException notOpened) {
      problem = notOpened.sentence();
    }
    return new SignInPart(
        connection.name(),
        connection.path(),
        oauth.isSignedIn(connection.id()),
        registered,
        back(visit).toString(),
        link,
        waiting.map(DeviceSignIn::userCode).orElse(""),
        waiting.map(DeviceSignIn::page).map(URI::toString).orElse(""),
        waiting.map(DeviceSignIn::page).map(URI::getHost).orElse(""),
        connection.descriptor().signIn().flatMap(how -> how.device()).isPresent(),
        connection.locked().isPresent(),
        problem);
  }

  void problem(String id, String sentence) {
    problems.put(whose(id), sentence);
  }

  void clear(String id) {
    problems.remove(whose(id));
  }

  /** Where the service sends the browser. */
  static URI back(Visit visit) {
    return URI.create(visit.root() + BACK);
  }

  private static String whose(String id) {
    return Tenant.current().id() + " " + id;
  }
}
