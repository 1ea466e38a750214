package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One request and its answer: what the person sent, and what is shown to them. */
public final class Visit {

  private static final String TOAST = "peregrine_toast";

  /** The cookie with how the person wants the pages. */
  static final String LOOK = "peregrine_look";

  private static final String ZONE = "peregrine_zone";
  private static final int TOAST_SECONDS = 30;
  private static final int YEAR = 365 * 24 * 60 * 60;

  private final Context context;
  private final WebServer server;
  private final long began;

  /** A file that the person chose. */
  public record Upload(String name, byte[] bytes) {}

  Visit(Context context, WebServer server) {
    this.context = context;
    this.server = server;
    this.began = server.mark();
  }

  /** A value of the form or the address, without blanks around; empty where there is none. */
  public String value(String name) {
    String form = context.req().getMethod().equals("GET") ? null : context.formParam(name);
    String value = form != null ? form : context.queryParam(name);
    return value == null ? "" : value.strip();
  }

  /** A value of the form; null where the form has no field of that name. */
  public @Nullable String typed(String name) {
    return context.formParam(name);
  }

  /** All values of that name, of the form or the address. */
  public List<String> values(String name) {
    var all = new ArrayList<String>();
    if (!context.req().getMethod().equals("GET")) {
      all.addAll(context.formParams(name));
    }
    all.addAll(context.queryParams(name));
    return List.copyOf(all);
  }

  /** Whether a box of the form is ticked or a switch of the address is there. */
  public boolean has(String name) {
    return !values(name).isEmpty();
  }

  /** A whole number of the form or the address; empty where there is none. */
  public OptionalLong number(String name) {
    return whole(value(name));
  }

  /** A part of the path. */
  public String part(String name) {
    return context.pathParam(name);
  }

  /** The number in the path; a path without one is no page. */
  public long id(String name) {
    return whole(part(name)).orElseThrow(() -> new NoSuchPageException("number", part(name)));
  }

  private static OptionalLong whole(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException none) {
      return OptionalLong.empty();
    }
  }

  /** The file that was chosen in a form; empty where none was. */
  public Optional<Upload> file(String name) {
    UploadedFile file = context.uploadedFile(name);
    if (file == null || file.size() == 0) {
      return Optional.empty();
    }
    try (InputStream in = file.content()) {
      return Optional.of(new Upload(leaf(file.filename()), in.readAllBytes()));
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  /** All files that were chosen in a form; empty ones too, so that they can be told. */
  public List<Upload> files(String name) {
    var files = new ArrayList<Upload>();
    for (UploadedFile file : context.uploadedFiles(name)) {
      if (!file.filename().isEmpty()) {
        try (InputStream in = file.content()) {
          files.add(new Upload(leaf(file.filename()), in.readAllBytes()));
        } catch (IOException gone) {
          throw new java.io.UncheckedIOException(gone);
        }
      }
    }
    return files;
  }

  /**
   * Writes the file that was chosen in a form, however large it is; a file that is there keeps its
   * rights.
   *
   * @return false where none was chosen
   */
  public boolean save(String name, Path to) throws IOException {
    UploadedFile file = context.uploadedFile(name);
    if (file == null || file.size() == 0) {
      return false;
    }
    try (InputStream in = file.content();
        OutputStream out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
    return true;
  }

  /** A file that the person chose, as it was written away. */
  public record Saved(String name, Path path) {}

  /** Writes all files that were chosen in a form into a folder, however large they are. */
  public List<Saved> saveAll(String name, Path folder) throws IOException {
    var saved = new ArrayList<Saved>();
    for (UploadedFile file : context.uploadedFiles(name)) {
      if (!file.filename().isEmpty()) {
        Path to = folder.resolve("%06d".formatted(saved.size()));
        try (InputStream in = file.content();
            OutputStream out = Files.newOutputStream(to)) {
          in.transferTo(out);
        }
        saved.add(new Saved(leaf(file.filename()), to));
      }
    }
    return saved;
  }

  /** The name of the file that was chosen in a form; empty where none was. */
  public String uploadName(String name) {
    UploadedFile file = context.uploadedFile(name);
    return file == null ? "" : leaf(file.filename());
  }

  // A browser may send folders, and an attacker may send "..": only the last name counts.
  private static String leaf(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.replaceAll("\\p{Cntrl}", "").strip();
  }

  /** Whether a script asks for parts of a page, rather than the browser for a whole one. */
  public boolean wantsParts() {
    return context.header("HX-Request") != null
        && context.header("HX-History-Restore-Request") == null;
  }

  /** The address that was asked for, with its question mark and what follows. */
  public String address() {
    String query = context.queryString();
    return context.path() + (query == null ? "" : "?" + query);
  }

  /** What follows the question mark of the page that the script runs on, or of this request. */
  public String query() {
    return Optional.ofNullable(context.queryString()).orElse("");
  }

  /** Times and dates in the person's zone. */
  public Times times() {
    return new Times(server.clock().instant(), zone());
  }

  private ZoneId zone() {
    String told = context.cookie(ZONE);
    if (told == null || told.length() > 60) {
      return server.options().zone();
    }
    try {
      return ZoneId.of(URLDecoder.decode(told, StandardCharsets.UTF_8));
    } catch (DateTimeException | IllegalArgumentException unknown) {
      return server.options().zone();
    }
  }

  /** The proof for the forms of a part that is drawn alone. */
  public String token() {
    return server.csrf().token(context);
  }

  /**
   * What stands around the page.
   *
   * @param entry the menu entry that the page belongs to; empty for none
   */
  public Shell shell(String title, String entry) {
    List<Shell.Link> links = server.links(entry);
    int upper = server.upperLinks(links);
    return new Shell(
        title,
        false,
        "",
        "",
        context.req().getMethod().equals("GET") ? address() : "/",
        look(),
        token(),
        server.assets().root(),
        t(server.options().place()),
        links.subList(0, upper),
        links.subList(upper, links.size()),
        server.activity().now(times()),
        takeToast(),
        LanguageRoutes.choices(kept(LanguageRoutes.COOKIE).orElse("")),
        server.notices(context.req().getAttribute(FrontDoor.LOOKS) != null),
        server.banner(context.path()),
        server.shut(),
        began);
  }

  /** How the person wants the pages, in this browser. */
  public Look look() {
    return Look.unpacked(Optional.ofNullable(context.cookie(LOOK)).orElse(""));
  }

  void keep(Look look) {
    context.cookie(server.cookie(LOOK, look.packed(), YEAR));
  }

  /** Keeps a choice for a year. */
  void keep(String cookie, String value) {
    context.cookie(server.cookie(cookie, value, YEAR));
  }

  /** What was kept under that name. */
  Optional<String> kept(String cookie) {
    return Optional.ofNullable(context.cookie(cookie)).filter(value -> !value.isEmpty());
  }

  /** Notes something for this browser until it is closed. */
  public void remember(String note) {
    context.cookie(server.cookie("peregrine_" + note, "1", -1));
  }

  /** Notes a value for this browser until it is closed; an empty one is forgotten. */
  public void note(String cookie, String value) {
    context.cookie(server.cookie(cookie, value, value.isEmpty() ? 0 : -1));
  }

  /** What {@link #note(String, String)} noted; empty for nothing. */
  public String noted(String cookie) {
    return kept(cookie).orElse("");
  }

  /** Whether {@link #remember} noted it. */
  public boolean remembers(String note) {
    return context.cookie("peregrine_" + note) != null;
  }

  /** What the request says in a header, in the order in which it says it. */
  public List<String> headers(String name) {
    return Collections.list(context.req().getHeaders(name));
  }

  /** Has the browser forget the pages that it kept. */
  public void forgetAll() {
    context.header("Clear-Site-Data", "\"cache\"");
  }

  /** Has nobody keep this answer, not even the browser: there is a secret in it. */
  public void unkept() {
    context.header("Cache-Control", "no-store");
  }

  /** Shows a page. */
  public void show(Record page) {
    parts(page);
  }

  /** Shows a page with a status, such as 422 for a form that needs another look. */
  public void show(int status, Record page) {
    context.status(status);
    parts(page);
  }

  /** Shows parts of a page, one after the other. */
  public void parts(Record... pages) {
    context.contentType("text/html;charset=utf-8");
    context.result(server.templates().draw(pages));
  }

  /**
   * Says to the script that the parts take the place of what is in an element, and under which
   * address the page can be had again.
   */
  public void replace(String element, String path) {
    context.header("HX-Retarget", element);
    // After a decision, the moment in which the old card leaves.
    boolean acted = context.req().getMethod().equals("POST");
    context.header("HX-Reswap", acted ? "innerHTML swap:140ms" : "innerHTML");
    isNowAt(path);
  }

  /** Says to the script under which address the page, as it is now, can be had again. */
  public void isNowAt(String path) {
    context.header("HX-Replace-Url", path);
  }

  /** Gives a text to keep as a file. */
  public void download(String name, String text) {
    context.contentType("application/octet-stream");
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    context.result(
        text.getBytes(StandardCharsets.UTF_8)); // as text it would leave in Latin letters
  }

  /** What is written to whoever asked, while it is made. */
  @FunctionalInterface
  public interface Stream {
    void to(OutputStream out) throws IOException;
  }

  /** Gives a file to keep that may be too large to be held in memory. */
  public void download(String name, Stream stream) throws IOException {
    context.contentType("application/octet-stream");
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    stream.to(context.outputStream());
  }

  /** Answers with a text of that kind, not to be kept as a file. */
  public void give(String mediaType, String text) {
    context.contentType(mediaType + ";charset=utf-8");
    context.result(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Has the browser go to a page of ours by itself, when Peregrine starts again meanwhile. */
  public void refresh(int seconds, String path) {
    context.header("Refresh", seconds + "; url=" + path);
  }

  /** Gives a file to keep. */
  public void download(String name, byte[] bytes) {
    context.contentType("application/octet-stream");
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
    context.header("Content-Disposition", "attachment; filename=\"" + plain + "\"");
    context.result(bytes);
  }

  /** Gives a document to keep, under its own name in whatever script. */
  public void keep(String name, String mediaType, byte[] bytes) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
    String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    context.contentType(mediaType);
    context.header(
        "Content-Disposition",
        "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, whole));
    context.result(bytes);
  }

  /**
   * Gives what programs fetch again and again; who has it as it is already is told just that.
   *
   * @param mark of what is in it
   */
  public void refetched(String mediaType, byte[] bytes, String mark) {
    String tag = '"' + mark + '"';
    context.header("ETag", tag);
    // A program in between may have made the mark a weak one.
    if (Optional.ofNullable(context.header("If-None-Match")).orElse("").contains(tag)) {
      context.status(304);
      return;
    }
    context.contentType(mediaType);
    context.result(bytes);
  }

  /** Where this program was reached, such as {@code http://localhost:8501}. */
  public String root() {
    return (server.options().https() ? "https" : context.scheme())
        + "://"
        + Optional.ofNullable(context.header("Host")).orElse("localhost");
  }

  /**
   * Gives a document to be looked at within a page of ours. It may hold a stranger's words, so
   * nothing in it runs, and nothing in it asks anybody for anything.
   */
  public void preview(String mediaType, byte[] bytes) {
    boolean isPage = mediaType.startsWith("text/html");
    // The browser's own viewer of PDF does not work in a sandbox.
    context.header(
        "Content-Security-Policy",
        (isPage ? "sandbox; " : "object-src 'self'; ")
            + "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
    context.header("X-Frame-Options", "SAMEORIGIN");
    context.header("Content-Disposition", "inline");
    context.contentType(isPage ? "text/html;charset=utf-8" : mediaType);
    context.result(bytes);
  }

  /** Answers that all is well and nothing is to be shown. */
  public void nothing() {
    context.status(204);
  }

  /** Sends the browser to another page of ours. */
  public void go(String path) {
    String safe = isOwnPath(path) ? path : "/";
    if (wantsParts()) {
      context.header("HX-Redirect", safe);
      context.status(204);
    } else {
      context.header("Location", safe);
      context.status(303);
    }
  }

  /** Sends the browser to another page of ours, which then says what happened. */
  public void go(String path, Toast toast) {
    context.cookie(server.cookie(TOAST, toast.packed(), TOAST_SECONDS));
    go(path);
  }

  private Optional<Toast> takeToast() {
    String packed = context.cookie(TOAST);
    if (packed == null || packed.isEmpty()) {
      return Optional.empty();
    }
    context.cookie(server.cookie(TOAST, "", 0));
    return Toast.unpacked(packed);
  }

  /** Whether this is an address within our own pages, not one of another site. */
  static boolean isOwnPath(String path) {
    if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
      return false;
    }
    try {
      URI address = URI.create(path);
      return address.getHost() == null && address.getScheme() == null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
