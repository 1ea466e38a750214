package dev.peregrine.host.boot;

import dev.peregrine.host.sessions.SessionRules;
import dev.peregrine.host.shares.Shares;
import dev.peregrine.host.storage.FileFormat;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerSecrets;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.storage.TenantKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Peregrine for many was told by its environment; {@code docs/operating.md} has every
 * variable.
 *
 * @param root where each person has a folder
 * @param listen the address to listen on
 * @param port the port, unless the command line names one
 * @param addresses under which browsers reach it
 * @param signIn where people sign in
 * @param signOut where people sign out of the place that gives sessions
 * @param sessions which sessions count
 * @param proxy whose word about sessions counts
 * @param secrets from which the keys of people's files follow
 * @param servers inside the own network that people may have asked: for each caller, as {@code
 *     llm/} for all models, their addresses
 * @param idle after how long somebody who does nothing is no longer worked for
 * @param drain how long it goes on answering after it has said that it stops
 * @param platform the service's own database; empty where it has none
 * @param node where it is one node of several
 * @param shares how much each person may have
 * @param snapshots where copies are shipped; empty for nowhere
 */
record CloudSettings(
    Path root,
    String listen,
    int port,
    List<URI> addresses,
    Optional<URI> signIn,
    Optional<URI> signOut,
    SessionRules sessions,
    Proxy proxy,
    ServerSecrets secrets,
    Map<String, List<URI>> servers,
    Duration idle,
    Duration drain,
    Optional<Platform> platform,
    Optional<NodeSettings> node,
    Shares shares,
    Optional<SnapshotSettings> snapshots) {

  static final int PORT = 8505;

  CloudSettings {
    addresses = List.copyOf(addresses);
    servers = Map.copyOf(servers);
  }

  /**
   * Who passes sessions on. A request that does not come from there has none, whatever it says.
   *
   * @param secret that it sends along; empty for none
   * @param addresses from which it calls; empty for any
   */
  record Proxy(Optional<SessionRules.Secret> secret, List<String> addresses) {

    Proxy {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * The service's own database, and what comes with it.
   *
   * @param account where people change their plan
   * @param supportRole what the session of those says who look where a person lets them
   */
  record Platform(ServerAddress database, Optional<URI> account, Optional<String> supportRole) {}

  private static Optional<Platform> platform(Variables variables) {
    Optional<URI> account = variables.address("CLOUD_ACCOUNT_URL");
    Optional<String> role = variables.text("CLOUD_SUPPORT_ROLE");
    Optional<String> url = variables.text("PLATFORM_DB_URL");
    if (url.isEmpty()) {
      if (account.isPresent() || role.isPresent()) {
        variables.wrong(
            "PLATFORM_DB_URL is missing: CLOUD_ACCOUNT_URL and CLOUD_SUPPORT_ROLE mean nothing without it");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(new Platform(ServerAddress.parse(url.get()), account, role));
    } catch (IllegalArgumentException odd) {
      variables.wrong("PLATFORM_DB_URL: " + odd.getMessage());
      return Optional.empty();
    }
  }

  /** Whether the environment asks for a Peregrine for many. */
  static boolean isAskedFor(Map<String, String> environment) {
    return new Variables(environment).flag("CLOUD_MODE");
  }

  /**
   * Reads them all.
   *
   * @throws UsageException with everything that is wrong at once
   */
  static CloudSettings of(Map<String, String> environment) {
    var variables = new Variables(environment);
    List<SessionRules.Secret> secrets = new ArrayList<>();
    for (String name : List.of("CLOUD_SESSION_SECRETS", "DIRECTUS_JWT_SECRET")) {
      variables.lines(name).forEach(line -> variables.secret(name, line).ifPresent(secrets::add));
    }
    Optional<URI> keys = variables.address("CLOUD_SESSION_JWKS_URL");
    if (secrets.isEmpty() && keys.isEmpty()) {
      variables.wrong(
          "CLOUD_SESSION_SECRETS (or CLOUD_SESSION_JWKS_URL) is missing: without it no session can"
              + " be checked");
    }
    Optional<SessionRules.Secret> proxySecret =
        variables
            .text("CLOUD_PROXY_SECRET")
            .flatMap(line -> variables.secret("CLOUD_PROXY_SECRET", line));
    List<String> proxies = variables.list("CLOUD_PROXIES");
    if (proxySecret.isEmpty() && proxies.isEmpty()) {
      variables.wrong(
          "CLOUD_PROXIES (such as 10.0.0.0/8) or CLOUD_PROXY_SECRET is missing: it says whose word"
              + " about sessions counts");
    }
    proxies.forEach(
        each -> {
          if (!CallerAddresses.isOne(each)) {
            variables.wrong(
                "CLOUD_PROXIES: \"%s\" is no address and no net, expected such as 10.0.0.7 or 10.0.0.0/8"
                    .formatted(each));
          }
        });
    Optional<Path> root = variables.text("CLOUD_DATA_ROOT").map(Path::of);
    if (root.filter(Path::isAbsolute).isEmpty()) {
      variables.wrong(
          "CLOUD_DATA_ROOT is missing or no whole path, expected such as"
              + " /var/lib/peregrine/people");
    }
    Optional<ServerSecrets> serverSecrets = serverSecrets(variables);
    List<URI> addresses = addresses(variables, "CLOUD_PUBLIC_URL");
    if (addresses.isEmpty()) {
      variables.wrong("CLOUD_PUBLIC_URL is missing, expected such as https://jobs.example.org");
    }
    int port = variables.number("CLOUD_PORT", PORT, 0, 65_535);
    Optional<URI> signIn = variables.address("CLOUD_SIGN_IN_URL");
    Optional<URI> signOut = variables.address("CLOUD_SIGN_OUT_URL");
    int skew = variables.number("CLOUD_SESSION_SKEW_SECONDS", 30, 0, 300);
    int idle = variables.number("CLOUD_IDLE_MINUTES", 15, 1, 24 * 60);
    int drain = variables.number("CLOUD_DRAIN_SECONDS", 5, 0, 300);
    Optional<Platform> platform = platform(variables);
    Optional<NodeSettings> node = NodeSettings.of(variables);
    List<URI> models = addresses(variables, "CLOUD_MODEL_URLS");
    Map<String, List<URI>> servers =
        Map.of("research/searxng", addresses(variables, "CLOUD_SEARXNG_URL"), "llm/", models);
    Shares shares = LimitSettings.of(variables, models);
    Optional<SnapshotSettings> snapshots = SnapshotSettings.of(variables);
    variables.refuse();
    return new CloudSettings(
        root.orElse(Path.of("/")),
        variables.text("CLOUD_LISTEN").orElse("0.0.0.0"),
        port,
        addresses,
        signIn,
        signOut,
        new SessionRules(
            secrets,
            keys,
            variables.text("CLOUD_SESSION_ISSUER"),
            variables.text("CLOUD_SESSION_AUDIENCE"),
            Duration.ofSeconds(skew)),
        new Proxy(proxySecret, proxies),
        serverSecrets.orElseThrow(),
        servers,
        Duration.ofMinutes(idle),
        Duration.ofSeconds(drain),
        platform,
        node,
        shares,
        snapshots);
  }

  /**
   * How people's databases are written.
   *
   * @param install where the driver that encrypts is
   */
  FileFormat files(Path install) {
    return files(install, root);
  }

  /** The same for folders in another place. */
  FileFormat files(Path install, Path folder) {
    return FileFormat.encrypted(install.resolve("sqlcipher"), keys(folder));
  }

  /**
   * The keys of people whose folders are in another place.
   *
   * @param folder with a folder for each
   */
  TenantKeys keys(Path folder) {
    return new TenantKeys(folder, secrets);
  }

  private static Optional<ServerSecrets> serverSecrets(Variables variables) {
    Optional<String> one = variables.text("CF_SERVER_SECRET");
    Optional<String> file = variables.text("CF_SERVER_SECRETS_FILE");
    if (one.isPresent() == file.isPresent()) {
      variables.wrong(
          one.isPresent()
              ? "CF_SERVER_SECRET and CF_SERVER_SECRETS_FILE are both set; leave one of them out, the secret itself may be line 1 of the file"
              : "CF_SERVER_SECRET (or CF_SERVER_SECRETS_FILE) is missing: people's files are encrypted with it; make one with: openssl rand -base64 48");
      return Optional.empty();
    }
    try {
      return Optional.of(
          file.map(path -> ServerSecrets.in(Path.of(path)))
              .orElseGet(() -> ServerSecrets.of(one.orElseThrow())));
    } catch (StorageException wrong) {
      variables.wrong(String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  private static List<URI> addresses(Variables variables, String name) {
    return variables.list(name).stream()
        .map(text -> variables.address(name, text))
        .flatMap(Optional::stream)
        .toList();
  }
}
