package dev.peregrine.host.web;

import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.texts.Languages;
import dev.peregrine.host.texts.LastLanguage;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every page: refuses names that are not ours, so that no foreign site can reach this
 * computer by pointing its own name at it, binds the tenant and the language, and says to the
 * browser what our pages may do.
 */
final class FrontDoor implements Filter {

  /** Where the tenant lies for code that a server thread of its own runs. */
  static final String TENANT = "peregrine.tenant";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; "
          + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Set<String> names;
  private final TenantResolver tenants;

  FrontDoor(Set<String> names, TenantResolver tenants) {
    this.names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    this.tenants = tenants;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked)
        || !(response instanceof HttpServletResponse answer)) {
      throw new ServletException("Only HTTP is served here.");
    }
    protect(answer);
    String host = Optional.ofNullable(asked.getHeader("Host")).orElse("");
    if (!names.contains(withoutPort(host).toLowerCase(Locale.ROOT))) {
      refuse(
          answer,
          HttpServletResponse.SC_FORBIDDEN,
          "Peregrine does not answer to the name \"%s\", only to localhost and the names it was started with. Open http://localhost:%d instead."
              .formatted(printable(host), asked.getLocalPort()));
      return;
    }
    Optional<Tenant> tenant = tenants.resolve(asked);
    if (tenant.isEmpty()) {
      refuse(
          answer,
          HttpServletResponse.SC_UNAUTHORIZED,
          "Your session is over. Sign in again, then reload this page.");
      return;
    }
    asked.setAttribute(TENANT, tenant.get());
    Language language = language(asked);
    if ("navigate".equals(asked.getHeader("Sec-Fetch-Mode"))) {
      LastLanguage.keep(tenant.get().config(), language);
    }
    inside(tenant.get(), language, () -> chain.doFilter(request, response));
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
    try {
      language.call(
          () ->
              tenant.call(
                  () -> {
                    rest.go();
                    return true;
                  }));
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
  }

  private static String withoutPort(String host) {
    int port = host.lastIndexOf(':');
    return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
  }

  private static String printable(String host) {
    String plain = host.replaceAll("[^\\x21-\\x7e]", "?");
    return plain.length() > 80 ? plain.substring(0, 80) : plain;
  }

  private static void refuse(HttpServletResponse answer, int status, String sentence)
      throws IOException {
    answer.setStatus(status);
    answer.setContentType("text/plain;charset=utf-8");
    answer.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
  }
}
