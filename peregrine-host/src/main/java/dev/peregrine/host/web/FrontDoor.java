package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.texts.Languages;
import dev.peregrine.host.texts.LastLanguage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every page: refuses names that are not ours, so that no foreign site can reach this
 * computer by pointing its own name at it, binds the tenant and the language, and says to the
 * browser what our pages may do. Who is nobody gets no further than style and signs.
 */
final class FrontDoor implements Filter {

  /** Where the tenant lies for code that a server thread of its own runs. */
  static final String TENANT = "peregrine.tenant";

  /** Where the seal of the visitor's forms lies. */
  static final String SEAL = "peregrine.seal";

  /** There where the visitor looks at what is another's. */
  static final String LOOKS = "peregrine.looks";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; "
          + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Set<String> names;
  private final String ours;
  private final TenantResolver tenants;
  private final Doorstep doorstep;
  private final Health health;
  private final Optional<Neighbours> neighbours;
  private final @Nullable Passing passing;
  private final Turnstile turnstile;
  private final Bench bench = new Bench();

  FrontDoor(
      WebOptions options,
      TenantResolver tenants,
      Doorstep doorstep,
      Health health,
      Turnstile turnstile,
      Optional<Neighbours> neighbours) {
    this.neighbours = neighbours;
    this.passing = neighbours.map(all -> new Passing(all, this::moving)).orElse(null);
    this.turnstile = turnstile;
    this.names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    options.names().forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    this.ours =
        options.https()
            ? options.names().stream().sorted().findFirst().map("https://"::concat).orElse("")
            : "";
    this.tenants = tenants;
    this.doorstep = doorstep;
    this.health = health;
  }

  /** What passes requests on, where there is somebody to pass them on to. */
  Optional<Passing> passing() {
    return Optional.ofNullable(passing);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked)
        || !(response instanceof HttpServletResponse answer)) {
      throw new ServletException("Only HTTP is served here.");
    }
    protect(answer);
    // Whoever looks after the program asks by its address, not by its name.
    if (health.answers(asked, answer)) {
      return;
    }
    if (neighbours.isPresent() && neighbours.get().answers(asked, answer)) {
      return;
    }
    String host = Optional.ofNullable(asked.getHeader("Host")).orElse("");
    if (!names.contains(withoutPort(host).toLowerCase(Locale.ROOT))) {
      doorstep.plain(
          answer,
          HttpServletResponse.SC_FORBIDDEN,
          "Peregrine does not answer to the name \"%s\", only to localhost and the names it was started with. Open %s instead."
              .formatted(
                  printable(host),
                  ours.isEmpty() ? "http://localhost:%d".formatted(asked.getLocalPort()) : ours));
      return;
    }
    // To look whether a program's word counts takes more than to look at a session.
    String from = tenants.from(asked);
    if (bringsWord(asked) && turnstile.isSpent(from)) {
      tooOften(from, asked, answer, Duration.ofSeconds(1));
      return;
    }
    Optional<String> word = counts(asked) ? tenants.word(asked) : Optional.empty();
    Optional<Duration> still = word.flatMap(turnstile::stillRefused);
    if (still.isPresent()) {
      tooOften(word.get(), asked, answer, still.get());
      return;
    }
    // What is said of a visitor is said in their language, too.
    switch (language(asked).<Visitor>calling(() -> tenants.resolve(asked))) {
      case Visitor.Known known -> known(known, word, asked, answer, chain);
      case Visitor.Arrived arrived -> {
        answer.addCookie(cookie(arrived, asked));
        known(arrived.visitor(), word, asked, answer, chain);
      }
      case Visitor.Stranger stranger -> {
        if (isForEverybody(asked)) {
          chain.doFilter(request, response);
          return;
        }
        Optional<Duration> again = turnstile.knock(from);
        if (again.isPresent()) {
          tooOften(from, asked, answer, again.get());
        } else {
          within(
              language(asked),
              () -> {
                doorstep.stranger(asked, answer, stranger);
                return true;
              });
        }
      }
      case Visitor.Elsewhere elsewhere -> {
        if (passing == null) {
          moving(asked, answer);
        } else {
          passing.pass(elsewhere, asked, answer);
        }
      }
      case Visitor.NotNow notNow -> {
        if (isForEverybody(asked)) {
          // The page that says so has style, too.
          chain.doFilter(request, response);
          return;
        }
        within(
            language(asked),
            () -> {
              doorstep.notNow(asked, answer, notNow.sentence());
              return true;
            });
      }
    }
  }

  private void moving(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
    try {
      protect(answer);
      within(
          language(asked),
          () -> {
            doorstep.notNow(asked, answer, t("nodes.moving"));
            return true;
          });
    } catch (ServletException neverThrown) {
      throw new IOException(neverThrown);
    }
  }

  private void tooOften(
      String who, HttpServletRequest asked, HttpServletResponse answer, Duration again)
      throws IOException {
    Bench.Word word = language(asked).calling(() -> doorstep.tooOften(asked, again));
    bench.sit(who, asked, answer, word);
  }

  private Cookie cookie(Visitor.Arrived arrived, HttpServletRequest asked) {
    var cookie = new Cookie(arrived.cookie(), arrived.word());
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(asked.isSecure() || !ours.isEmpty());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private void known(
      Visitor.Known known,
      Optional<String> word,
      HttpServletRequest asked,
      HttpServletResponse answer,
      FilterChain chain)
      throws IOException, ServletException {
    if (!counts(asked)) {
      inside(known, asked, answer, chain);
      return;
    }
    Optional<Duration> again =
        turnstile.<ServletException>enter(
            known.tenant(), () -> inside(known, asked, answer, chain));
    if (again.isPresent()) {
      // The staff's session is theirs, whomever they look at.
      if (known.rights() != Visitor.Rights.LOOK) {
        word.ifPresent(each -> turnstile.refused(each, known.tenant()));
      }
      tooOften(word.orElse(known.tenant().id()), asked, answer, again.get());
    }
  }

  /** Style and signs cost next to nothing, and what goes on with a request is no new one. */
  private static boolean counts(HttpServletRequest asked) {
    return !isForEverybody(asked) && asked.getDispatcherType() == DispatcherType.REQUEST;
  }

  private void inside(
      Visitor.Known known, HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    Language language = language(asked);
    if (known.rights() != Visitor.Rights.ALL && !READING.contains(asked.getMethod())) {
      inside(known.tenant(), language, () -> doorstep.lookOnly(asked, answer, known.rights()));
      return;
    }
    asked.setAttribute(TENANT, known.tenant());
    asked.setAttribute(SEAL, known.seal());
    if (known.rights() == Visitor.Rights.LOOK) {
      asked.setAttribute(LOOKS, true);
    }
    if (known.rights() == Visitor.Rights.ALL
        && "navigate".equals(asked.getHeader("Sec-Fetch-Mode"))) {
      LastLanguage.keep(known.tenant().config(), language);
    }
    inside(known.tenant(), language, () -> chain.doFilter(asked, answer));
  }

  /** A program's token, or the secret address of a calendar. */
  private static boolean bringsWord(HttpServletRequest asked) {
    return asked.getHeader("Authorization") != null
        || asked.getRequestURI().startsWith("/calendar/");
  }

  /** Style, scripts and signs, which are the same for all and say nothing of anybody. */
  private static boolean isForEverybody(HttpServletRequest asked) {
    String path = asked.getRequestURI();
    return asked.getMethod().equals("GET")
        && path.startsWith("/assets/")
        && path.matches("[A-Za-z0-9/._-]+")
        && !path.contains("..");
  }

  private static Language language(HttpServletRequest asked) {
    Cookie[] cookies = asked.getCookies();
    Optional<Language> chosen =
        Arrays.stream(cookies == null ? new Cookie[0] : cookies)
            .filter(cookie -> cookie.getName().equals(LanguageRoutes.COOKIE))
            .findFirst()
            .flatMap(cookie -> Languages.named(cookie.getValue()));
    return chosen.orElseGet(
        () -> Languages.asked(Optional.ofNullable(asked.getHeader("Accept-Language")).orElse("")));
  }

  private interface Rest {
    void go() throws IOException, ServletException;
  }

  private static void inside(Tenant tenant, Language language, Rest rest)
      throws IOException, ServletException {
    within(
        language,
        () ->
            tenant.call(
                () -> {
                  rest.go();
                  return true;
                }));
  }

  private static void within(Language language, java.util.concurrent.Callable<Boolean> work)
      throws IOException, ServletException {
    try {
      language.call(work);
    } catch (IOException | ServletException | RuntimeException known) {
      throw known;
    } catch (Exception unexpected) {
      throw new ServletException(unexpected);
    }
  }

  private static void protect(HttpServletResponse answer) {
    answer.setHeader("Content-Security-Policy", POLICY);
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("X-Frame-Options", "DENY");
    // Not no-referrer: with it a browser sends "Origin: null" for our own forms.
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    answer.setHeader("Cache-Control", "private, no-cache");
    // Nothing here is for those who search the web.
    answer.setHeader("X-Robots-Tag", "noindex, nofollow");
  }

  private static String withoutPort(String host) {
    int port = host.lastIndexOf(':');
    return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
  }

  private static String printable(String host) {
    String plain = host.replaceAll("[^\\x21-\\x7e]", "?");
    return plain.length() > 80 ? plain.substring(0, 80) : plain;
  }
}
