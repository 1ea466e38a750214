package dev.peregrine.host.pipeline;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links that lead to another address which they carry: redirects of mails, copies for phones. */
final class WrappedLink {

  private static final int DEEPEST = 3;

  /** Hosts with the start of the path and the key that carries the address. */
  private record Wrapper(String host, String path, String key) {}

  private static final List<Wrapper> WRAPPERS =
      List.of(
          new Wrapper("www.google.com", "/url", "q"),
          new Wrapper("www.google.com", "/url", "url"),
          new Wrapper("www.linkedin.com", "/authwall", "sessionRedirect"),
          new Wrapper("www.linkedin.com", "/login", "session_redirect"),
          new Wrapper("www.linkedin.com", "/uas/login", "session_redirect"),
          new Wrapper("www.linkedin.com", "/signup/cold-join", "session_redirect"),
          new Wrapper("www.linkedin.com", "/redir/redirect", "url"),
          new Wrapper("www.linkedin.com", "/safety/go", "url"),
          new Wrapper("safelinks.protection.outlook.com", "/", "url"),
          new Wrapper("l.facebook.com", "/l.php", "u"),
          new Wrapper("lm.facebook.com", "/l.php", "u"));

  private static final Pattern AMP_OF_GOOGLE = Pattern.compile("/amp/(s/)?([^/]+\\..+)");
  private static final Pattern AMP_CACHE = Pattern.compile("/[a-z](?:/[a-z])??/(s/)?([^/]+\\..+)");
  private static final Pattern URLDEFENSE = Pattern.compile("/v3/__(https?:/.+?)__;.*");

  private WrappedLink() {}

  static URI unwrapped(URI link) {
    URI address = link;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Optional<URI> inner = inner(address);
      if (inner.isEmpty()) {
        return address;
      }
      address = inner.get();
    }
    return address;
  }

  private static Optional<URI> inner(URI link) {
    String host = link.getHost();
    String path = link.getRawPath();
    if (host == null || path == null) {
      return Optional.empty();
    }
    if (host.equals("www.google.com") && path.startsWith("/amp/")) {
      return amp(AMP_OF_GOOGLE.matcher(path));
    }
    if (host.endsWith(".cdn.ampproject.org")) {
      return amp(AMP_CACHE.matcher(path));
    }
    if (host.equals("urldefense.com")) {
      Matcher inner = URLDEFENSE.matcher(path);
      // What follows a scheme's colon was made one slash of two.
      return inner.matches()
          ? web(inner.group(1).replaceFirst("^(https?):/+", "$1://"))
          : Optional.empty();
    }
    return WRAPPERS.stream()
        .filter(wrapper -> host.equals(wrapper.host) || host.endsWith("." + wrapper.host))
        .filter(wrapper -> path.startsWith(wrapper.path))
        .flatMap(wrapper -> value(link, wrapper.key).flatMap(WrappedLink::web).stream())
        .findFirst();
  }

  private static Optional<URI> amp(Matcher path) {
    return path.matches()
        ? web((path.group(1) == null ? "http://" : "https://") + path.group(2))
        : Optional.empty();
  }

  private static Optional<String> value(URI link, String key) {
    String query = link.getRawQuery();
    if (query == null) {
      return Optional.empty();
    }
    for (String part : query.split("&", -1)) {
      if (part.startsWith(key + "=")) {
        try {
          return Optional.of(
              URLDecoder.decode(part.substring(key.length() + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException halfEncoded) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<URI> web(String text) {
    try {
      URI address = URI.create(text);
      boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      return isWeb && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
