package dev.peregrine.host.http;

import dev.peregrine.host.storage.HomeLock;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Cache;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Answers that are kept, so that a server can say "not modified" instead of sending them again. Per
 * tenant, in its own folder, 50 MB at most, and always asked for anew: a person who searches wants
 * to know what is there now.
 */
final class Answers implements AutoCloseable {

  private static final long MAX_BYTES = 50L << 20;

  /** Each holds two open files; who comes later is served without. */
  private static final int MOST_TENANTS = 100;

  /** Whoever sends another header may send a key in it, or means one answer for one person. */
  private static final Set<String> HARMLESS =
      Set.of("accept", "accept-language", "user-agent", "content-type", "referer");

  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(?:key|token|secret|password|passwd|signature|auth|session).*");

  private record Kept(Optional<Cache> cache, Optional<HomeLock> lock) {}

  private final Map<Path, Kept> caches = new HashMap<>();

  /** Where the answer to this request may be kept; empty for nowhere. */
  Optional<Cache> of(Request request, Tenant tenant, List<String> secrets) {
    return isPublic(request, secrets) ? cache(tenant) : Optional.empty();
  }

  private static boolean isPublic(Request request, List<String> secrets) {
    HttpUrl url = request.url();
    String whole = url + " " + url.pathSegments() + " " + url.query();
    return request.method().equals("GET")
        && request.headers().names().stream()
            .allMatch(name -> HARMLESS.contains(name.toLowerCase(Locale.ROOT)))
        && url.username().isEmpty()
        && url.password().isEmpty()
        && url.queryParameterNames().stream().noneMatch(name -> SECRET_NAME.matcher(name).matches())
        && secrets.stream().noneMatch(secret -> !secret.isEmpty() && whole.contains(secret));
  }

  private synchronized Optional<Cache> cache(Tenant tenant) {
    Path folder = folder(tenant);
    if (!caches.containsKey(folder) && caches.size() >= MOST_TENANTS) {
      return Optional.empty();
    }
    return caches.computeIfAbsent(folder, Answers::open).cache();
  }

  /** OkHttp's cache is for one program at a time: a second one on the same home goes without. */
  private static Kept open(Path folder) {
    try {
      HomeLock lock = HomeLock.take(folder);
      return new Kept(
          Optional.of(new Cache(folder.resolve("kept").toFile(), MAX_BYTES)), Optional.of(lock));
    } catch (StorageException taken) {
      return new Kept(Optional.empty(), Optional.empty());
    }
  }

  /** The request that asks whether the kept answer still holds. */
  static Request asking(Request request) {
    return request
        .newBuilder()
        .header(
            "Cache-Control",
            new CacheControl.Builder().maxAge(0, TimeUnit.SECONDS).build().toString())
        .build();
  }

  /** Marks what the cache must not keep; nothing but what can be asked for by its mark is. */
  static Response marked(Request sent, Response response) {
    boolean keep =
        response.code() == 304
            || (response.code() == 200
                && sent.header("Cookie") == null
                && response.header("Set-Cookie") == null
                && (response.header("ETag") != null || response.header("Last-Modified") != null));
    return keep ? response : response.newBuilder().header("Cache-Control", "no-store").build();
  }

  /** Lets go of a tenant's folder; what is kept in it stays for the next time. */
  synchronized void leave(Tenant tenant) {
    Kept kept = caches.remove(folder(tenant));
    if (kept != null) {
      close(kept);
    }
  }

  private static Path folder(Tenant tenant) {
    return tenant.data().resolve("answers");
  }

  @Override
  public synchronized void close() {
    caches.values().forEach(Answers::close);
    caches.clear();
  }

  private static void close(Kept kept) {
    try {
      kept.cache().ifPresent(Answers::close);
    } finally {
      kept.lock().ifPresent(HomeLock::close);
    }
  }

  private static void close(Cache cache) {
    try {
      cache.close();
    } catch (IOException lost) {
      // What was not written is asked for again in full.
    }
  }
}
