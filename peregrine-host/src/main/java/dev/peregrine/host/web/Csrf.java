package dev.peregrine.host.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Keeps other sites from pressing our buttons. A changing request must come from our own origin, as
 * far as the browser says where it comes from, and must carry the token of the browser's cookie: in
 * the form, so that it works without script, or in a header. The cookie outlives a restart, so that
 * a form which was open meanwhile still works.
 */
final class Csrf {

  private static final int SMALL = 64 * 1024;

  static final String FIELD = "_token";
  private static final String HEADER = "X-Peregrine-Token";
  private static final String COOKIE = "peregrine_token";
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final int YEAR = 365 * 24 * 60 * 60;

  private final RandomGenerator random;

  private final boolean secure;

  /**
   * @param secure whether browsers reach us by https
   */
  Csrf(RandomGenerator random, boolean secure) {
    this.random = random;
    this.secure = secure;
  }

  /** The token for the forms of this answer; a browser without one gets one. */
  String token(Context context) {
    Optional<String> known = cookie(context);
    if (known.isPresent()) {
      return seal(context).on(known.get());
    }
    String fresh = context.attribute(COOKIE);
    if (fresh == null) {
      var bytes = new byte[16];
      random.nextBytes(bytes);
      fresh = HexFormat.of().formatHex(bytes);
      context.attribute(COOKIE, fresh);
      // Lax, not Strict: who comes by a link from elsewhere keeps the token of the other tabs.
      context.cookie(new Cookie(COOKIE, fresh, "/", YEAR, secure, true, null, SameSite.LAX));
    }
    return seal(context).on(fresh);
  }

  /** Whether a request may change something. */
  boolean allows(Context context) {
    if (READING.contains(context.req().getMethod())) {
      return true;
    }
    if (!comesFromHere(context)) {
      takeIn(context);
      return false;
    }
    return cookie(context).filter(own -> carries(context, seal(context).on(own))).isPresent();
  }

  /**
   * Reads what a small form said although nobody wants it: of an answer to what was not read the
   * server closes the connection, on which the browser may have sent its next request already.
   */
  private static void takeIn(Context context) {
    int length = context.req().getContentLength();
    if (length > 0 && length <= SMALL) {
      byte[] _ = context.bodyAsBytes();
    }
  }

  private static Seal seal(Context context) {
    return context.req().getAttribute(FrontDoor.SEAL) instanceof Seal seal ? seal : Seal.NONE;
  }

  private static boolean comesFromHere(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = context.header("Origin");
    if (origin == null) {
      return true;
    }
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null
          && authority
              .toLowerCase(Locale.ROOT)
              .equals(
                  Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  private static boolean carries(Context context, String own) {
    String header = context.header(HEADER);
    String given = header != null ? header : context.formParam(FIELD);
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), own.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> cookie(Context context) {
    return Optional.ofNullable(context.cookie(COOKIE))
        .filter(value -> SHAPE.matcher(value).matches());
  }
}
