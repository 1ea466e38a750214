package dev.peregrine.host.boot;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.NetworkFile;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.hardware.Hardware;
import dev.peregrine.host.http.InstalledBrowser;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingProxy;
import dev.peregrine.host.web.WebOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this Peregrine stands and what it was told from outside: the only reader of environment,
 * clock and zone.
 *
 * @param install the folder with {@code lib/}, {@code api/} and {@code plugins/} that the build
 *     made
 * @param root the folder of the launcher
 * @param home where everything that lives is: {@code config/}, {@code data/}, {@code plugins/},
 *     {@code logs/}
 * @param calledFrom the folder in which the person typed the command
 * @param environment the variables of the program's environment
 * @param tenant for whom a command works, as it was said on the command line
 */
record Installation(
    Path install,
    Path root,
    Path home,
    Path calledFrom,
    InstantSource clock,
    ZoneId zone,
    Map<String, String> environment,
    Optional<String> tenant) {

  Installation {
    environment = Map.copyOf(environment);
  }

  /** As the launcher said it, and the environment. */
  static Installation found(Optional<Path> home, Optional<String> tenant) {
    return of(System.getenv(), home, tenant);
  }

  private static Installation of(
      Map<String, String> environment, Optional<Path> home, Optional<String> tenant) {
    Path root = property("peregrine.root", ".");
    Path calledFrom = property("peregrine.cwd", ".");
    Path chosen =
        home.map(calledFrom::resolve)
            .or(() -> named(environment, "PEREGRINE_HOME").map(calledFrom::resolve))
            .orElse(root);
    return new Installation(
        property("peregrine.install", "."),
        root,
        chosen.toAbsolutePath().normalize(),
        calledFrom,
        InstantSource.system(),
        ZoneId.systemDefault(),
        environment,
        tenant);
  }

  /** This with another home. */
  Installation at(Path otherHome) {
    return new Installation(install, root, otherHome, calledFrom, clock, zone, environment, tenant);
  }

  /** What looks at this machine. */
  Hardware hardware(OutgoingHttp http) {
    return new Hardware(environment, http, services(), clock, WebOptions.PORT);
  }

  /**
   * Where services are: what the person says, or else the environment.
   *
   * @throws UsageException where the environment names an address that is none
   */
  ServicesFile services() {
    var variables = new Variables(environment);
    var addresses = new HashMap<String, URI>();
    for (String service : List.of("ollama", "vllm", "searxng", "vision")) {
      variables
          .address("PEREGRINE_%s_URL".formatted(service.toUpperCase(Locale.ROOT)))
          .ifPresent(address -> addresses.put(service, address));
    }
    variables.refuse();
    return new ServicesFile(addresses);
  }

  /** Where the log goes: {@code PEREGRINE_LOG}. */
  String log() {
    return named(environment, "PEREGRINE_LOG").orElse("");
  }

  /** The browser for pages that are empty without one. */
  InstalledBrowser browser() {
    return new InstalledBrowser(environment);
  }

  /** Whether the person develops Peregrine itself: {@code PEREGRINE_DEVELOPER=on}. */
  boolean developerMode() {
    return named(environment, "PEREGRINE_DEVELOPER").filter("on"::equals).isPresent();
  }

  /**
   * The proxy for everything: of the configuration, or else of the environment.
   *
   * @throws ConfigException where the configuration names one that is none
   */
  Optional<OutgoingProxy> proxy(NetworkFile network) {
    return network.proxy().or(() -> proxy(environment));
  }

  static Optional<OutgoingProxy> proxy(Map<String, String> environment) {
    Optional<String> variable =
        Stream.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
            .filter(name -> named(environment, name).isPresent())
            .findFirst();
    String without =
        named(environment, "NO_PROXY").or(() -> named(environment, "no_proxy")).orElse("");
    return variable.map(
        name ->
            OutgoingProxy.of(environment.getOrDefault(name, ""), without)
                .orElseThrow(
                    () ->
                        new UsageException(
                            "Variable %s is no address of a proxy, expected one such as http://proxy.example:3128. Correct it, or name the proxy in config/network.yaml."
                                .formatted(name))));
  }

  /** A file or folder as the person typed it. */
  Path typed(String path) {
    return calledFrom.resolve(path).normalize();
  }

  private static Path property(String key, String otherwise) {
    return Path.of(System.getProperty(key, otherwise)).toAbsolutePath().normalize();
  }

  private static Optional<String> named(Map<String, String> environment, String key) {
    return Optional.ofNullable(environment.get(key)).filter(value -> !value.isBlank());
  }
}
