package dev.peregrine.host.web;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.texts.Numbers;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the pages. Requests run on platform threads, because they end in SQLite, which must not
 * run on virtual ones.
 */
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int THREADS = 64;

  /** Cookies come twice where a server in front passes them on in a header of its own, too. */
  private static final int HEADERS_BYTES = 32 * 1024;

  private static final int LOWER_GROUP = 100;
  private static final int LARGEST_GB = 16;

  private final WebOptions options;
  private final Crowd crowd;
  private final InstantSource clock;
  private final Csrf csrf;
  private final Assets assets = Assets.all();
  private final Templates templates = new Templates();
  private final Health health = new Health();
  private final Optional<Neighbours> neighbours;
  private final Events events;
  private final RouteRegistry registry = new RouteRegistry(this::visit);
  private final Javalin javalin;

  /**
   * Starts to serve.
   *
   * @throws PortTakenException where another program has the port
   */
  public WebServer(
      WebOptions options,
      TenantResolver tenants,
      Live live,
      List<Routes> routes,
      InstantSource clock,
      RandomGenerator random) {
    this(options, tenants, Crowd.NONE, live, routes, clock, random, Optional.empty());
  }

  /**
   * The same for many, and as one node of several.
   *
   * @throws PortTakenException where another program has the port
   */
  public WebServer(
      WebOptions options,
      TenantResolver tenants,
      Crowd crowd,
      Live live,
      List<Routes> routes,
      InstantSource clock,
      RandomGenerator random,
      Optional<Neighbours> neighbours) {
    this.neighbours = neighbours;
    this.options = options;
    this.crowd = crowd;
    this.clock = clock;
    this.csrf = new Csrf(random, options.https());
    this.events = new Events(live, crowd.shares().events());
    this.javalin = Javalin.create(config -> configure(config, tenants, routes));
    try {
      javalin.start(options.host(), options.port());
    } catch (JavalinBindException taken) {
      events.close();
      throw new PortTakenException(options.port(), taken);
    }
  }

  private void configure(JavalinConfig config, TenantResolver tenants, List<Routes> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
    config.jetty.modifyServer(server -> server.setStopTimeout(2_000));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(HEADERS_BYTES);
        });
    config.jetty.modifyServletContextHandler(
        handler -> {
          var door =
              new FrontDoor(
                  options,
                  tenants,
                  new Doorstep(templates, assets),
                  health,
                  new Turnstile(crowd.shares()),
                  neighbours);
          handler.addFilter(new FilterHolder(door), "/*", EnumSet.allOf(DispatcherType.class));
          door.passing().ifPresent(passing -> handler.addServlet(passing.holder(), Passing.PATH));
          registry
              .servlets()
              .forEach((path, servlet) -> handler.addServlet(new ServletHolder(servlet), path));
        });
    config.http.maxRequestSize = options.uploadBytes();
    // What is too big for a route is refused before its form is read, see Problems.
    config.jetty.multipartConfig.maxFileSize(LARGEST_GB, SizeUnit.GB);
    config.jetty.multipartConfig.maxTotalRequestSize(LARGEST_GB, SizeUnit.GB);
    config.routes.get("/assets/{version}/<file>", assets::answer);
    config.routes.before("/events", events::admit);
    config.routes.sse("/events", events::open);
    new LookRoutes().add(registry);
    new LanguageRoutes().add(registry);
    new ShellRoutes(this).add(registry);
    routes.forEach(feature -> feature.add(registry));
    registry.health().forEach(health::part);
    registry.addTo(config.routes);
    new Problems(this, registry).add(config.routes);
  }

  private Visit visit(Context context) {
    return new Visit(context, this);
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** A cookie of ours, which no script reads. */
  Cookie cookie(String name, String value, int seconds) {
    return new Cookie(name, value, "/", seconds, options.https(), true, null, SameSite.LAX);
  }

  /**
   * Says that it is about to stop, so that nobody is sent here any more, and goes on answering for
   * as long as it was told. Requests that are not done two seconds after that are cut off; whoever
   * closes more goes on.
   */
  @Override
  public void close() {
    health.leave();
    neighbours.ifPresent(Neighbours::leaving);
    try {
      Thread.sleep(options.drain());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    events.close();
    try {
      javalin.stop();
    } catch (JavalinException cutOff) {
      LOG.warn("Requests were cut off when the server stopped", cutOff);
    }
  }

  /** Before a page reads what it shows; what changes later is told to it. */
  long mark() {
    return events.mark();
  }

  List<String> pages() {
    return registry.pages();
  }

  List<GatedRoute> gated() {
    return registry.gated();
  }

  int openEvents() {
    return events.open();
  }

  WebOptions options() {
    return options;
  }

  /** Told how many bytes come; throws where there is no room for them. */
  LongConsumer room() {
    return crowd.room();
  }

  InstantSource clock() {
    return clock;
  }

  Csrf csrf() {
    return csrf;
  }

  Assets assets() {
    return assets;
  }

  Templates templates() {
    return templates;
  }

  ActivitySource activity() {
    return times -> {
      try {
        return registry.activitySource().now(times);
      } catch (RuntimeException shownElsewhere) {
        return Activity.NONE; // the page that says what is broken must be drawn all the same
      }
    };
  }

  Optional<Banner> banner(String path) {
    return registry.banner().at(path);
  }

  List<ShutDoor> shut() {
    return registry.shut();
  }

  /**
   * What stands in the shell of every page; one that cannot say it must not take the page along.
   */
  List<Notice> notices(boolean looks) {
    if (looks) {
      return registry.forLookers();
    }
    var all = new java.util.ArrayList<Notice>();
    for (var notice : registry.notices()) {
      try {
        notice.get().ifPresent(all::add);
      } catch (RuntimeException shownElsewhere) {
        continue;
      }
    }
    return all;
  }

  /** Those of the upper group. */
  int upperLinks(List<Shell.Link> links) {
    Set<String> upper =
        registry.entries().stream()
            .filter(entry -> entry.order() < LOWER_GROUP)
            .map(MenuEntry::id)
            .collect(Collectors.toSet());
    return (int) links.stream().filter(link -> upper.contains(link.id())).count();
  }

  List<Shell.Link> links(String here) {
    return registry.entries().stream()
        .map(entry -> link(entry, here))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Shell.Link> link(MenuEntry entry, String here) {
    String waiting = waiting(entry);
    boolean isHere = entry.id().equals(here);
    return entry.always() || isHere || !waiting.isEmpty()
        ? Optional.of(
            new Shell.Link(entry.id(), entry.label(), entry.icon(), entry.path(), waiting, isHere))
        : Optional.empty();
  }

  private static String waiting(MenuEntry entry) {
    try {
      OptionalLong waiting = entry.waiting().get();
      return waiting.isPresent() && waiting.getAsLong() > 0 ? Numbers.n(waiting.getAsLong()) : "";
    } catch (RuntimeException shownElsewhere) {
      return "";
    }
  }
}
