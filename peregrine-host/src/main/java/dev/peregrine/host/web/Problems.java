package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.shares.OverShareException;
import dev.peregrine.host.storage.FencedException;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.tenancy.LockedException;
import dev.peregrine.host.tenancy.Tenant;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what goes wrong into a page, or a note within the page, that says what to do. */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** How much of a refused request is read all the same, so that the browser sees the answer. */
  private static final long DRAINED = 512L * 1024 * 1024;

  private static final int TOO_OFTEN = 429;
  private static final int NO_ROOM = 507;

  /** A form that is larger brings more than it changes. */
  private static final long SMALL = 4_096;

  private static final Set<String> BRINGING = Set.of("POST", "PUT", "PATCH");
  private static final Pattern DELETING =
      Pattern.compile("delete|remove|forget|discard|clear|undo|cancel|reject|archive|erase");

  private final WebServer server;
  private final RouteRegistry registry;

  Problems(WebServer server, RouteRegistry registry) {
    this.server = server;
    this.registry = registry;
  }

  void add(RoutesConfig routes) {
    routes.before(this::checkSize);
    routes.before(this::checkOrigin);
    routes.before(this::checkRoom);
    routes.exception(
        NoSuchPageException.class, (e, context) -> show(context, 404, missing(text(e))));
    routes.exception(TooBigException.class, (e, context) -> show(context, 413, tooBig()));
    routes.exception(NotOursException.class, (e, context) -> show(context, 403, notOurs()));
    routes.exception(
        ShutException.class,
        (e, context) ->
            show(
                context,
                403,
                new Problem(e.door().title(), e.door().sentence(), Optional.empty())));
    routes.exception(LockedException.class, (e, context) -> locked(context, e.locked()));
    routes.exception(FencedException.class, (e, context) -> fenced(context, e));
    routes.exception(OverShareException.class, this::overShare);
    routes.exception(HttpResponseException.class, this::http);
    routes.exception(Exception.class, this::other);
    routes.error(
        404,
        context -> {
          if (context.res().getContentType() == null || context.resultInputStream() == null) {
            show(context, 404, missing(t("web.no-page", "path", context.path())));
          }
        });
  }

  private static final class TooBigException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class NotOursException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void checkSize(Context context) throws IOException {
    boolean large = registry.takesLarge(context.path());
    long length = context.req().getContentLengthLong();
    // Who does not say how long a form with files is, may send without end.
    boolean unsaid = length < 0 && context.isMultipart();
    if (!large && (unsaid || length > server.options().uploadBytes())) {
      drain(context);
      throw new TooBigException();
    }
  }

  private static void drain(Context context) throws IOException {
    long left = DRAINED;
    var buffer = new byte[64 * 1024];
    InputStream in = context.req().getInputStream();
    for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
      left -= read;
    }
  }

  private void checkOrigin(Context context) {
    if (!registry.isForPrograms(context.path()) && !server.csrf().allows(context)) {
      throw new NotOursException();
    }
  }

  /**
   * What is small changes what is there, and may delete it; what is large, or has files, brings
   * something.
   */
  private void checkRoom(Context context) throws IOException {
    long length = context.req().getContentLengthLong();
    boolean brings =
        BRINGING.contains(context.req().getMethod())
            && (context.isMultipart() || length > SMALL)
            && !DELETING.matcher(context.path()).find();
    if (!brings) {
      return;
    }
    try {
      server.room().accept(Math.max(0, length));
    } catch (OverShareException full) {
      drain(context);
      throw full;
    }
  }

  private void overShare(OverShareException e, Context context) {
    boolean passes = e.again().isPresent();
    e.again().ifPresent(again -> context.header("Retry-After", Long.toString(again.toSeconds())));
    show(
        context,
        passes ? TOO_OFTEN : NO_ROOM,
        new Problem(passes ? t("web.too-often") : t("web.no-room"), text(e), Optional.empty()));
  }

  private void http(HttpResponseException e, Context context) {
    switch (e.getStatus()) {
      case 404 -> show(context, 404, missing(t("web.no-page", "path", context.path())));
      case 413 -> show(context, 413, tooBig());
      default ->
          show(
              context,
              e.getStatus(),
              new Problem(t("web.did-not-work"), text(e), Optional.empty()));
    }
  }

  private void other(Exception e, Context context) {
    if (isTooBig(e)) {
      show(context, 413, tooBig());
      return;
    }
    Optional<Integer> told = registry.statusOfTold(e);
    LOG.error("{} {} failed", context.req().getMethod(), context.path(), e);
    show(
        context,
        told.orElse(500),
        told.isPresent()
            ? new Problem(t("web.did-not-work"), text(e), Optional.empty())
            : new Problem(
                t("web.went-wrong"),
                t("web.went-wrong-more"),
                Optional.of(e.getClass().getSimpleName())));
  }

  // Jetty says it with exceptions of several kinds, none of which is its own.
  private static boolean isTooBig(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = Optional.ofNullable(cause.getMessage()).orElse("");
      if (message.contains("max length exceeded")
          || message.contains("exceeds max")
          || message.contains("Form is larger")
          || message.contains("maxFormContentSize")) {
        return true;
      }
    }
    return false;
  }

  private void fenced(Context context, FencedException e) {
    context.header("Retry-After", "2");
    show(context, 503, new Problem(t("web.not-now"), text(e), Optional.empty()));
  }

  private record Problem(String title, String sentence, Optional<String> detail) {}

  private static String text(Exception e) {
    String whole = Optional.ofNullable(e.getMessage()).orElse("");
    return Tenant.find()
        .map(
            tenant ->
                e instanceof StorageException storage ? storage.told(tenant) : tenant.told(whole))
        .orElse(whole);
  }

  private static Problem missing(String sentence) {
    return new Problem(t("web.nothing-here"), sentence, Optional.empty());
  }

  private Problem tooBig() {
    return new Problem(
        t("web.too-big"),
        t("web.too-big-more", "megabytes", server.options().uploadBytes() / (1024 * 1024)),
        Optional.empty());
  }

  private static Problem notOurs() {
    return new Problem(t("web.not-ours"), t("web.not-ours-more"), Optional.empty());
  }

  private void locked(Context context, Locked what) {
    if (registry.isForPrograms(context.path())) {
      ProgramProblem.of(403, "locked", t("web.is-locked", "name", what.name()), said(what))
          .with("unlocks", what.unlocks())
          .reply()
          .writeTo(context);
      return;
    }
    var visit = new Visit(context, server);
    if (visit.wantsParts()) {
      show(
          context,
          403,
          new Problem(t("web.is-locked", "name", what.name()), said(what), Optional.empty()));
    } else {
      visit.show(403, new LockedPage(visit.shell(what.name(), ""), what));
    }
  }

  private static String said(Locked what) {
    return what.does() + " " + what.unlocks();
  }

  private void show(Context context, int status, Problem problem) {
    if (registry.isForPrograms(context.path())) {
      ProgramProblem.of(status, "status-" + status, problem.title(), problem.sentence())
          .reply()
          .writeTo(context);
      return;
    }
    var visit = new Visit(context, server);
    if (visit.wantsParts()) {
      context.header("HX-Retarget", "#problem");
      context.header("HX-Reswap", "innerHTML show:window:top");
      visit.show(status, new ProblemNote(problem.title(), problem.sentence()));
    } else {
      visit.show(
          status,
          new ErrorPage(
              visit.shell(problem.title(), ""),
              problem.title(),
              problem.sentence(),
              problem.detail()));
    }
  }
}
