package dev.peregrine.host.boot;

import dev.peregrine.host.account.DeskRoutes;
import dev.peregrine.host.account.SignOutRoutes;
import dev.peregrine.host.nodes.Shards;
import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.rounds.FeedAddress;
import dev.peregrine.host.sessions.Session;
import dev.peregrine.host.sessions.SessionRules;
import dev.peregrine.host.sessions.Sessions;
import dev.peregrine.host.sessions.UserIds;
import dev.peregrine.host.sessions.Verdict;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.texts.Texts;
import dev.peregrine.host.web.TenantResolver;
import dev.peregrine.host.web.Visitor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose request it is, where many share a Peregrine: who brings a session that counts is the person
 * it names, and everybody else is nobody. Nobody ever falls through to anybody's data.
 */
final class CloudResolver implements TenantResolver {

  /** The session, as the server in front passes it on. */
  static final String SESSION = "X-CF-Session";

  /** The secret by which that server shows that it is the one. */
  static final String PROXY = "X-CF-Proxy";

  /** Of IPv6, with a zone. */
  private static final int LONGEST_ADDRESS = 64;

  private static final String BEARER = "Bearer ";

  private static final Set<String> LOOKING = Set.of("GET", "HEAD");

  private static final Logger LOG = LoggerFactory.getLogger(CloudResolver.class);

  private final CloudSettings settings;
  private final Optional<CallerAddresses> proxies;
  private final Sessions sessions;
  private final CloudFolders folders;
  private final Tenants tenants;
  private final Optional<Hosted> hosted;
  private final Predicate<String> programs;
  private final Optional<Cluster> cluster;
  private final Predicate<Tenant> kept;
  private final OutOfReach outOfReach;

  /**
   * @param programs whether a text opens something of the current tenant without a session: a token
   *     of a program, or the path of their calendar's feed
   * @param kept whether somebody who has no folder here has data elsewhere, to be brought here
   */
  CloudResolver(
      CloudSettings settings,
      Sessions sessions,
      CloudFolders folders,
      Tenants tenants,
      Predicate<String> programs,
      Optional<Hosted> hosted,
      Optional<Cluster> cluster,
      Predicate<Tenant> kept,
      OutOfReach outOfReach) {
    this.outOfReach = outOfReach;
    this.cluster = cluster;
    this.programs = programs;
    this.kept = kept;
    this.settings = settings;
    this.sessions = sessions;
    this.folders = folders;
    this.tenants = tenants;
    this.hosted = hosted;
    List<String> addresses = settings.proxy().addresses();
    this.proxies =
        addresses.isEmpty() ? Optional.empty() : Optional.of(new CallerAddresses(addresses));
  }

  @Override
  public Visitor resolve(HttpServletRequest request) {
    if (!comesThroughProxy(request)) {
      return stranger(request);
    }
    Optional<String> feed = FeedAddress.tenantOf(request.getRequestURI());
    if (feed.isPresent() && LOOKING.contains(request.getMethod())) {
      // A calendar has no session: it is let in by the address that it was given.
      return opened(request, feed, request.getRequestURI(), Visitor.Rights.LOOK);
    }
    Optional<String> token = bearer(request);
    if (token.isPresent()) {
      return program(request, token.get());
    }
    // One that was sent along beside the one that was passed on is somebody's try.
    List<String> headers = Collections.list(request.getHeaders(SESSION));
    if (headers.size() != 1) {
      return stranger(request);
    }
    return switch (sessions.read(headers.getFirst())) {
      case Session session when request.getRequestURI().equals(SignOutRoutes.HERE) ->
          leaving(session.user(), request);
      case Session session ->
          looking(session, request).orElseGet(() -> known(session.user(), request));
      case Verdict.Refused refused -> {
        LOG.debug("A session was refused: {}", refused.reason());
        yield stranger(request);
      }
    };
  }

  /** Their session, or the token of a program; only the server in front can say the former. */
  @Override
  public Optional<String> word(HttpServletRequest request) {
    if (!comesThroughProxy(request)) {
      return Optional.empty();
    }
    return bearer(request)
        .or(() -> Optional.ofNullable(request.getHeader(SESSION)))
        .filter(word -> word.length() <= SessionRules.LONGEST);
  }

  /** Where the server in front was called from, as it says last; else who called this one. */
  @Override
  public String from(HttpServletRequest request) {
    List<String> said = Collections.list(request.getHeaders("X-Forwarded-For"));
    String caller = request.getRemoteAddr();
    if (said.isEmpty() || !comesThroughProxy(request)) {
      return caller;
    }
    String last = said.getLast();
    String from = last.substring(last.lastIndexOf(',') + 1).strip();
    return from.isEmpty() || from.length() > LONGEST_ADDRESS ? caller : from;
  }

  private boolean comesThroughProxy(HttpServletRequest request) {
    if (cluster.isPresent() && cluster.get().isFromNode(request)) {
      // It looked at this before it passed the request on.
      return true;
    }
    Optional<SessionRules.Secret> secret = settings.proxy().secret();
    return proxies.map(known -> known.has(request.getRemoteAddr())).orElse(true)
        && secret
            .map(known -> known.is(Optional.ofNullable(request.getHeader(PROXY)).orElse("")))
            .orElse(true);
  }

  /** Somebody of the staff who looks into another person's Peregrine. */
  private Optional<Visitor> looking(Session session, HttpServletRequest request) {
    String path = request.getRequestURI();
    Optional<String> role = settings.platform().flatMap(CloudSettings.Platform::supportRole);
    // Their own: where they say whom they look at, and what is the same for everybody.
    if (hosted.isEmpty()
        || role.filter(session.role()::equals).isEmpty()
        || path.equals(DeskRoutes.HERE)
        || path.startsWith(DeskRoutes.HERE + "/")
        || path.startsWith("/assets/")) {
      return Optional.empty();
    }
    Optional<String> person =
        Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
            .filter(cookie -> cookie.getName().equals(DeskRoutes.COOKIE))
            .findFirst()
            .flatMap(cookie -> UserIds.canonical(cookie.getValue()));
    return person.map(user -> look(hosted.get(), session.user(), user, request));
  }

  private Visitor look(Hosted platform, String staff, String user, HttpServletRequest request) {
    Optional<Visitor> elsewhere = cluster.flatMap(nodes -> nodes.elsewhere(user, request));
    if (elsewhere.isPresent()) {
      // The other one writes down that it was looked.
      return elsewhere.get();
    }
    boolean enters =
        !platform.erasures().isGoing(user)
            && platform.support().enter(staff, user, request.getMethod(), request.getRequestURI());
    return enters
        ? known(user, Visitor.Rights.LOOK, request)
        : new Visitor.NotNow(Texts.t("account.desk-not-now"));
  }

  private Visitor known(String user, HttpServletRequest request) {
    if (isGoing(user)) {
      return new Visitor.NotNow(Texts.t("account.being-deleted"));
    }
    boolean still = hosted.map(Hosted::isStandingStill).orElse(false);
    return known(user, still ? Visitor.Rights.LATER : Visitor.Rights.ALL, request);
  }

  /** Somebody ends their session: their own, and also while nothing else can be changed. */
  private Visitor leaving(String user, HttpServletRequest request) {
    return isGoing(user) ? known(user, request) : known(user, Visitor.Rights.ALL, request);
  }

  private boolean isGoing(String user) {
    return hosted.map(platform -> platform.erasures().isGoing(user)).orElse(false);
  }

  private Visitor known(String user, Visitor.Rights rights, HttpServletRequest request) {
    Optional<Visitor> elsewhere = cluster.flatMap(nodes -> nodes.elsewhere(user, request));
    return elsewhere.orElseGet(() -> here(user, rights, request));
  }

  private Visitor here(String user, Visitor.Rights rights, HttpServletRequest request) {
    Tenant tenant = folders.tenant(user);
    try {
      folders.make(tenant);
      tenants.arrive(tenant);
    } catch (StorageException | UncheckedIOException cannot) {
      return cannot(tenant, cannot);
    }
    outOfReach.over(tenant);
    boolean overdue =
        rights == Visitor.Rights.ALL
            && cluster.map(nodes -> !nodes.ownership().isMine(tenant)).orElse(false);
    var known =
        new Visitor.Known(tenant, folders.seal(tenant), overdue ? Visitor.Rights.LATER : rights);
    return cluster.isPresent() ? hinted(known, request) : known;
  }

  /** With a cookie by which the server in front sends the next request here at once. */
  private static Visitor hinted(Visitor.Known known, HttpServletRequest request) {
    String shard = Integer.toString(Shards.of(known.tenant().id()));
    boolean has =
        Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
            .anyMatch(
                cookie ->
                    cookie.getName().equals(Cluster.COOKIE) && cookie.getValue().equals(shard));
    return has ? known : new Visitor.Arrived(known, Cluster.COOKIE, shard);
  }

  private Visitor cannot(Tenant tenant, RuntimeException why) {
    if (why instanceof StorageException said && said.isPassing()) {
      LOG.debug("What belongs to {} cannot be reached yet", tenant.id(), why);
    } else {
      outOfReach.noted(tenant, why);
    }
    return new Visitor.NotNow(
        why instanceof StorageException said
            ? said.told(tenant)
            : Texts.t("web.storage-unreachable"));
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(text -> text.substring(BEARER.length()).strip());
  }

  /**
   * Whose program it is. A token opens what is made for programs and no page; one that does not
   * count makes nobody arrive and no folder.
   */
  private Visitor program(HttpServletRequest request, String token) {
    Optional<String> whose = ApiTokens.tenantOf(token).filter(user -> isForPrograms(request));
    return opened(request, whose, token, Visitor.Rights.ALL);
  }

  /**
   * @param whose it says it is
   * @param word by which it is let in
   * @param most what it may do
   */
  private Visitor opened(
      HttpServletRequest request, Optional<String> whose, String word, Visitor.Rights most) {
    Optional<Tenant> tenant =
        whose.flatMap(UserIds::canonical).filter(user -> !isGoing(user)).map(folders::tenant);
    if (tenant.isEmpty()) {
      return stranger(request);
    }
    Optional<Visitor> elsewhere =
        cluster.flatMap(nodes -> nodes.elsewhere(tenant.get().id(), request));
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    if (!folders.has(tenant.get()) && !kept.test(tenant.get())) {
      return stranger(request);
    }
    try {
      boolean counts = tenant.get().calling(() -> programs.test(word));
      if (!counts) {
        return stranger(request);
      }
      return most == Visitor.Rights.ALL
          ? known(tenant.get().id(), request)
          : known(tenant.get().id(), most, request);
    } catch (StorageException cannot) {
      return cannot(tenant.get(), cannot);
    }
  }

  /** Both as it was written and as it is understood. */
  private static boolean isForPrograms(HttpServletRequest request) {
    String understood =
        request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    return Stream.of(request.getRequestURI(), understood)
        .allMatch(path -> path.equals("/mcp") || path.startsWith("/api/v1/"));
  }

  private Visitor stranger(HttpServletRequest request) {
    return new Visitor.Stranger(settings.signIn().map(address -> withNext(address, request)));
  }

  /** Where one signs in, to come back to what was asked for; a form is not sent again. */
  private URI withNext(URI signIn, HttpServletRequest request) {
    String path = "/";
    if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      path = request.getRequestURI() + (query == null ? "" : "?" + query);
    }
    String root = settings.addresses().getFirst().toString().replaceFirst("/+$", "");
    String next = URLEncoder.encode(root + path, StandardCharsets.UTF_8);
    String all = signIn.toString();
    return URI.create(all + (all.contains("?") ? "&" : "?") + "next=" + next);
  }
}
