package dev.peregrine.host.demo;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Seal;
import dev.peregrine.host.web.TenantResolver;
import dev.peregrine.host.web.Visitor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows visitors by a cookie, and gives a copy of their own to whoever has none. */
public final class VisitorDoor implements TenantResolver {

  static final String COOKIE = "peregrine_visitor";
  static final String ROBOTS = "/robots.txt";

  /** What a page that is open asks for by itself. */
  private static final String EVENTS = "/events";

  private final Visitors visitors;
  private final Tenant nobody;

  /**
   * @param nobody whose name stands for who asks for nobody's data; has none
   */
  public VisitorDoor(Visitors visitors, Tenant nobody) {
    this.visitors = visitors;
    this.nobody = nobody;
  }

  @Override
  public Visitor resolve(HttpServletRequest request) {
    Optional<Visitors.Visit> known = known(request);
    if (known.isPresent()) {
      return seen(known.get().tenant());
    }
    String path = request.getRequestURI();
    if (path.equals(ROBOTS)) {
      return seen(nobody);
    }
    // A program would get a fresh copy with each call.
    boolean byProgram =
        Optional.ofNullable(request.getHeader("Authorization"))
            .filter(proof -> proof.startsWith("Bearer "))
            .isPresent();
    if (byProgram || path.startsWith("/assets/") || path.equals(EVENTS)) {
      return new Visitor.Stranger(Optional.empty());
    }
    return visitors
        .welcome()
        .<Visitor>map(visit -> new Visitor.Arrived(seen(visit.tenant()), COOKIE, visit.word()))
        .orElseGet(() -> new Visitor.NotNow(t("demo.full")));
  }

  private static Visitor.Known seen(Tenant tenant) {
    return new Visitor.Known(tenant, Seal.NONE, Visitor.Rights.ALL);
  }

  private Optional<Visitors.Visit> known(HttpServletRequest request) {
    boolean busy = !request.getRequestURI().equals(EVENTS);
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .filter(Visitors::isWord)
        .flatMap(word -> visitors.known(word, busy).stream())
        .findFirst();
  }
}
