package dev.peregrine.host.http;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Calls to other servers: for extensions within what their descriptors name, and for links. */
public final class OutgoingHttp implements AutoCloseable {

  private static final int REMEMBERED = 2_000;

  private final Lines lines;
  private final Lookups lookups;

  public OutgoingHttp(OutgoingOptions options, InstantSource clock) {
    this(options, clock, new Lookups());
  }

  private OutgoingHttp(OutgoingOptions options, InstantSource clock, Lookups lookups) {
    this(options, clock, lookups, new Network(lookups, PublicAddress::isPublic));
  }

  OutgoingHttp(OutgoingOptions options, InstantSource clock, Network network) {
    this(options, clock, new Lookups(), network);
  }

  private OutgoingHttp(
      OutgoingOptions options, InstantSource clock, Lookups lookups, Network network) {
    this.lookups = lookups;
    Wire wire = new Wire(network, options.proxy());
    lines = new Lines(options, wire, new Turns(), new CallLedger(REMEMBERED), clock);
  }

  /**
   * HTTP for one call of an extension and the current tenant, with cookies of its own.
   *
   * @param caller the name in the ledger, such as {@code board/adzuna}
   * @param entered addresses that the person entered: their hosts are allowed as well, also inside
   *     the own machine and network, and are called without a gap
   */
  public Http forExtension(String caller, About about, Collection<URI> entered) {
    return forExtension(caller, about, entered, (call, reply) -> {});
  }

  /**
   * The same, with somebody who hears every call and its answer after redirects, also of one that
   * becomes a failure.
   */
  public Http forExtension(
      String caller, About about, Collection<URI> entered, BiConsumer<HttpCall, HttpReply> heard) {
    return new CallerHttp(
        new CallerHttp.Caller(
            caller,
            about.name(),
            Tenant.current().id(),
            AllowedHosts.of(about.hosts(), entered),
            about.callGap(),
            heard),
        lines);
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
    var hosts = AllowedHosts.anywhere(lines.options().localPages());
    return new CallerHttp(
        new CallerHttp.Caller("page", what, Tenant.current().id(), hosts, Duration.ZERO), lines);
  }

  private static HttpCall asking(URI address) {
    return HttpCall.get(address)
        .withHeader("Accept", "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8")
        .withHeader("Accept-Language", "en,*;q=0.5");
  }

  /** The latest calls. */
  public CallLedger ledger() {
    return lines.ledger();
  }

  @Override
  public void close() {
    lines.wire().close();
    lookups.close();
  }
}
