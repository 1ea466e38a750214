package dev.peregrine.host.http;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/** The cookies of one call of an extension; forgotten with it. */
final class CallCookies implements CookieJar {

  private static final int MOST = 300;

  private final InstantSource clock;
  private final List<Cookie> cookies = new ArrayList<>();

  CallCookies(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void saveFromResponse(HttpUrl url, List<Cookie> received) {
    for (Cookie cookie : received) {
      cookies.removeIf(
          old ->
              old.name().equals(cookie.name())
                  && old.domain().equals(cookie.domain())
                  && old.path().equals(cookie.path()));
      if (cookies.size() < MOST) {
        cookies.add(cookie);
      }
    }
  }

  @Override
  public synchronized List<Cookie> loadForRequest(HttpUrl url) {
    long now = clock.millis();
    return cookies.stream()
        .filter(cookie -> cookie.expiresAt() > now && cookie.matches(url))
        .toList();
  }
}
