package dev.peregrine.host.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * Style, scripts, signs and fonts. All lie under one address that carries a hash over their
 * content: a browser keeps them for good, relative addresses within them work, and a new version of
 * the program is a new address.
 */
final class Assets {

  /**
   * It gives the sheets for calls where there is no connection, and has nothing to do elsewhere.
   */
  private static final String SHEET_WORKER = "js/callsheet-worker.js";

  private static final List<String> FILES =
      List.of(
          "tokens.css",
          "app.css",
          "icon.svg",
          "js/shell.js",
          "js/shut.js",
          "js/live.js",
          "js/toast.js",
          "js/review.js",
          "js/recipe.js",
          "js/person.js",
          "js/callsheet.js",
          SHEET_WORKER,
          "js/places.js",
          "js/letter.js",
          "js/practice.js",
          "js/keys.js",
          "js/palette.js",
          "js/feedback.js",
          "js/survey.js",
          "js/notices.js",
          "js/swipe.js",
          "js/charts.js",
          "js/interviews.js",
          "fonts/inter-400.ttf",
          "fonts/inter-500.ttf",
          "fonts/inter-600.ttf",
          "fonts/source-serif-400.ttf",
          "fonts/source-serif-500.ttf",
          "fonts/atkinson-next-latin.woff2",
          "fonts/atkinson-next-latin-ext.woff2",
          "fonts/opendyslexic-400.woff2",
          "fonts/opendyslexic-700.woff2");
  private static final String NPM = "org.webjars.npm";
  private static final String WEBJARS = "org.webjars";
  private static final String HTMX = "js/htmx.js";
  private static final String ECHARTS = "js/echarts.js";
  private static final String SORTABLE = "js/sortable.js";

  private final Map<String, String> places = new TreeMap<>();
  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();
  private final String version;

  private record Asset(String type, byte[] bytes, Optional<byte[]> gzipped) {}

  /** They come with the program and do not change while it runs, so they are read once. */
  private static final class Shipped {
    private static final Assets ALL = new Assets();
  }

  static Assets all() {
    return Shipped.ALL;
  }

  private Assets() {
    FILES.forEach(file -> places.put(file, "/assets/" + file));
    places.put(HTMX, webjar(NPM, "htmx.org", "dist/htmx.min.js"));
    // A page does without these: gestures are buttons and keys, too, and charts are tables.
    if (Assets.class.getResource(pom(NPM, "sortablejs")) != null) {
      places.put(SORTABLE, webjar(NPM, "sortablejs", "Sortable.min.js"));
    }
    if (Assets.class.getResource(pom(WEBJARS, "echarts")) != null) {
      places.put(ECHARTS, webjar(WEBJARS, "echarts", "echarts.esm.min.js"));
    }
    version = hash();
  }

  /** The address under which all of them lie. */
  String root() {
    return "/assets/" + version;
  }

  /** Answers {@code /assets/{version}/<file>}. */
  void answer(Context context) {
    String file = context.pathParam("file");
    String place = places.get(file);
    if (place == null) {
      context.status(404);
      return;
    }
    Asset asset = loaded.computeIfAbsent(file, name -> load(name, place));
    // An old address after an update gets the new file, but is not told to keep it.
    boolean current = context.pathParam("version").equals(version);
    context.header(
        "Cache-Control", current ? "public, max-age=31536000, immutable" : "public, no-cache");
    context.contentType(asset.type());
    if (file.equals(SHEET_WORKER)) {
      context.header("Service-Worker-Allowed", "/interviews/");
    }
    String accepts = Optional.ofNullable(context.header("Accept-Encoding")).orElse("");
    context.header("Vary", "Accept-Encoding");
    if (asset.gzipped().isPresent() && accepts.contains("gzip")) {
      context.header("Content-Encoding", "gzip");
      context.result(asset.gzipped().get());
    } else {
      context.result(asset.bytes());
    }
  }

  private static Asset load(String file, String place) {
    byte[] bytes = read(place);
    return new Asset(type(file), bytes, Optional.of(gzip(bytes)));
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String type(String file) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "ttf" -> "font/ttf";
      case "woff2" -> "font/woff2";
      default -> "application/octet-stream";
    };
  }

  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      places.values().forEach(place -> digest.update(read(place)));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String pom(String group, String artifact) {
    return "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
  }

  private static String webjar(String group, String artifact, String file) {
    var properties = new Properties();
    try (InputStream in = open(pom(group, artifact))) {
      properties.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return "/META-INF/resources/webjars/%s/%s/%s"
        .formatted(artifact, properties.getProperty("version"), file);
  }

  private static byte[] read(String place) {
    try (InputStream in = open(place)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream open(String place) {
    InputStream in = Assets.class.getResourceAsStream(place);
    if (in == null) {
      throw new IllegalStateException(
          "File \"%s\" is missing from the program. Build it again with ./peregrine build."
              .formatted(place));
    }
    return in;
  }
}
