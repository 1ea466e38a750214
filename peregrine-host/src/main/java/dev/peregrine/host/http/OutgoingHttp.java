package dev.peregrine.host.http;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.host.tenancy.Tenant;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/** Calls to other servers: for extensions within what their descriptors name, and for links. */
public final class OutgoingHttp implements AutoCloseable {

  private static final int REMEMBERED = 2_000;

  private final Lines lines;
  private final Lookups lookups;

  /** Without a browser. */
  public OutgoingHttp(OutgoingOptions options, InstantSource clock) {
    this(options, InstalledBrowser.none(), clock);
  }

  public OutgoingHttp(OutgoingOptions options, InstalledBrowser browser, InstantSource clock) {
    this(options, options::proxy, browser, clock);
  }

  /**
   * @param proxy the proxy for everything, asked for at each call; what the options say of it does
   *     not count
   */
  public OutgoingHttp(
      OutgoingOptions options,
      Supplier<Optional<OutgoingProxy>> proxy,
      InstalledBrowser browser,
      InstantSource clock) {
    this(options, proxy, browser, clock, new Lookups());
  }

  private OutgoingHttp(
      OutgoingOptions options,
      Supplier<Optional<OutgoingProxy>> proxy,
      InstalledBrowser browser,
      InstantSource clock,
      Lookups lookups) {
    this(options, proxy, browser, clock, lookups, new Network(lookups, PublicAddress::isPublic));
  }

  OutgoingHttp(OutgoingOptions options, InstantSource clock, Network network) {
    this(options, InstalledBrowser.none(), clock, network);
  }

  OutgoingHttp(
      OutgoingOptions options, InstalledBrowser browser, InstantSource clock, Network network) {
    this(options, options::proxy, browser, clock, new Lookups(), network);
  }

  private OutgoingHttp(
      OutgoingOptions options,
      Supplier<Optional<OutgoingProxy>> proxy,
      InstalledBrowser browser,
      InstantSource clock,
      Lookups lookups,
      Network network) {
    this.lookups = lookups;
    Wire wire = new Wire(network, proxy, options.reach());
    lines =
        new Lines(
            options,
            wire,
            new Browser(browser),
            new Turns(),
            new Answers(),
            new CallLedger(REMEMBERED),
            clock,
            new ConcurrentHashMap<>());
  }

  /**
   * HTTP for one call of an extension and the current tenant, with cookies of its own.
   *
   * @param caller the name in the ledger, such as {@code board/adzuna}
   */
  public Http forExtension(String caller, About about, Given given) {
    return forExtension(caller, about, given, (call, reply) -> {});
  }

  /**
   * The same, with somebody who hears every call and its answer after redirects, also of one that
   * becomes a failure.
   */
  public Http forExtension(
      String caller, About about, Given given, BiConsumer<HttpCall, HttpReply> heard) {
    return new CallerHttp(
        new CallerHttp.Caller(
            caller,
            about.name(),
            Tenant.current(),
            AllowedHosts.of(caller, about.hosts(), given.addresses(), reach()),
            about.callGap(),
            true,
            given,
            heard),
        lines);
  }

  /**
   * Connects to a server that does not speak HTTP for one call of an extension and the current
   * tenant, under the rules of its calls over HTTP.
   *
   * @param given in whose addresses the server is where the person entered it
   */
  public Dialling dialling(String caller, About about, Given given) {
    Tenant tenant = Tenant.current();
    return (host, port, entered) -> {
      AllowedHosts named = AllowedHosts.of(caller, about.hosts(), List.of(), reach());
      HttpUrl server = server(host, port, about.name(), named);
      AllowedHosts hosts = entered ? named.withEntered(server) : named;
      return new CallerHttp(
              new CallerHttp.Caller(
                  caller, about.name(), tenant, hosts, about.callGap(), false, given),
              lines)
          .dial(server);
    };
  }

  private static HttpUrl server(String host, int port, String who, AllowedHosts named)
      throws ExtensionException {
    try {
      return new HttpUrl.Builder().scheme("http").host(host).port(port).build();
    } catch (IllegalArgumentException noServer) {
      throw Refusals.notAllowed(host, who, named.names());
    }
  }

  /** Makes connections for one call of an extension. */
  @FunctionalInterface
  public interface Dialling {

    /**
     * Connects.
     *
     * @param entered whether the person entered the host, so that it may lead inside
     */
    Socket connect(String host, int port, boolean entered) throws ExtensionException;
  }

  /**
   * Reads a page that the current tenant's person pasted a link to, with the limits and failures of
   * {@link Http#fetch}. Public hosts only, unless the options let links lead inside.
   */
  public HttpReply page(URI address) throws ExtensionException, InterruptedException {
    return forPages("Add by link").fetch(asking(address));
  }

  /**
   * Looks once at a public page, whatever its status is, and follows its redirects: an answer of
   * 404 says something, too.
   *
   * @throws ExtensionException {@code UNAVAILABLE} where there is no answer
   */
  public HttpReply look(URI address) throws ExtensionException, InterruptedException {
    return forPages("Still open?").exchange(asking(address));
  }

  private Http forPages(String what) {
    return forReading("page", what);
  }

  /**
   * HTTP for reading pages that others link to: public hosts only, unless the options let links
   * lead inside.
   *
   * @param caller the name in the ledger
   * @param what it is for, as messages name it
   */
  public Http forReading(String caller, String what) {
    var hosts = AllowedHosts.anywhere(lines.options().localPages());
    return new CallerHttp(
        new CallerHttp.Caller(
            caller, what, Tenant.current(), hosts, Duration.ZERO, false, Given.NOTHING),
        lines);
  }

  private static HttpCall asking(URI address) {
    return HttpCall.get(address)
        .withHeader("Accept", "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8")
        .withHeader("Accept-Language", "en,*;q=0.5");
  }

  /**
   * Connections to servers that do not speak HTTP, whose addresses the person entered.
   *
   * @param caller whose they are, such as {@code mail}
   */
  public OutgoingSockets sockets(String caller) {
    return new OutgoingSockets(lines.wire().network(), caller, reach());
  }

  private Reach reach() {
    return lines.options().reach();
  }

  /** The latest calls. */
  public CallLedger ledger() {
    return lines.ledger();
  }

  /** Lets go of what is kept of a tenant; with their next call it is there again. */
  public void leave(Tenant tenant) {
    lines.answers().leave(tenant);
  }

  @Override
  public void close() {
    lines.browser().close();
    lines.wire().close();
    lines.answers().close();
    lookups.close();
  }
}
