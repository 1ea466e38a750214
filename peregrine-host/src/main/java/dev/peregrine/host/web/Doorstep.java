package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What those read who are not let in: a page where a browser shows pages, a note within the page
 * where a script asked for a part of it, so that nothing that was typed is lost, and a problem (RFC
 * 9457) where a program asked.
 */
final class Doorstep {

  static final String PROBLEM = "application/problem+json";
  private static final int TOO_OFTEN = 429;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Templates templates;
  private final Assets assets;

  Doorstep(Templates templates, Assets assets) {
    this.templates = templates;
    this.assets = assets;
  }

  /** Says that nothing is shown without a session, and where to get one. */
  void stranger(HttpServletRequest asked, HttpServletResponse answer, Visitor.Stranger stranger)
      throws IOException {
    // What one saw must not be shown to the next one by going back.
    answer.setHeader("Cache-Control", "no-store");
    if (isPart(asked)) {
      note(answer, 401, t("web.session-over"), t("web.session-over-more"));
    } else if (showsPages(asked)) {
      boolean sent = !asked.getMethod().equals("GET");
      var page =
          new SignInPage(
              assets.root(), look(asked), stranger.signIn().map(java.net.URI::toString), sent);
      html(answer, 401, page);
    } else {
      answer.setHeader("WWW-Authenticate", "Bearer");
      var members = new LinkedHashMap<String, Object>();
      stranger.signIn().ifPresent(address -> members.put("sign_in", address.toString()));
      problem(answer, 401, t("web.no-session"), t("web.no-session-more"), members);
    }
  }

  /** Says that somebody's data cannot be reached at the moment. */
  void notNow(HttpServletRequest asked, HttpServletResponse answer, String sentence)
      throws IOException {
    answer.setHeader("Cache-Control", "no-store");
    answer.setHeader("Retry-After", "10");
    if (isPart(asked)) {
      note(answer, 503, t("web.not-now"), sentence);
    } else if (showsPages(asked)) {
      html(answer, 503, new NotNowPage(assets.root(), look(asked), t("web.not-now"), sentence));
    } else {
      problem(answer, 503, t("web.not-now"), sentence, Map.of());
    }
  }

  /**
   * Says that somebody asks too often.
   *
   * @param again when to come again
   */
  void tooOften(HttpServletRequest asked, HttpServletResponse answer, Duration again)
      throws IOException {
    long seconds = Math.max(1, again.plusMillis(999).toSeconds());
    answer.setHeader("Cache-Control", "no-store");
    answer.setHeader("Retry-After", Long.toString(seconds));
    String sentence = t("web.too-often-more", "seconds", seconds);
    if (isPart(asked)) {
      note(answer, TOO_OFTEN, t("web.too-often"), sentence);
    } else if (showsPages(asked)) {
      html(
          answer,
          TOO_OFTEN,
          new NotNowPage(assets.root(), look(asked), t("web.too-often"), sentence));
    } else {
      problem(answer, TOO_OFTEN, t("web.too-often"), sentence, Map.of("retry_after", seconds));
    }
  }

  /** Says that somebody may look only. */
  void lookOnly(HttpServletRequest asked, HttpServletResponse answer, Visitor.Rights rights)
      throws IOException {
    if (rights == Visitor.Rights.LATER) {
      notNow(asked, answer, t("web.later"));
      return;
    }
    if (isPart(asked)) {
      note(answer, 403, t("web.look-only"), t("web.look-only-more"));
    } else if (showsPages(asked)) {
      plain(answer, 403, t("web.look-only") + ". " + t("web.look-only-more"));
    } else {
      problem(answer, 403, t("web.look-only"), t("web.look-only-more"), Map.of());
    }
  }

  void plain(HttpServletResponse answer, int status, String sentence) throws IOException {
    write(answer, status, "text/plain;charset=utf-8", sentence.getBytes(StandardCharsets.UTF_8));
  }

  private void html(HttpServletResponse answer, int status, Record page) throws IOException {
    write(answer, status, "text/html;charset=utf-8", templates.draw(page));
  }

  private void note(HttpServletResponse answer, int status, String title, String sentence)
      throws IOException {
    answer.setHeader("HX-Retarget", "#problem");
    answer.setHeader("HX-Reswap", "innerHTML show:window:top");
    html(answer, status, new ProblemNote(title, sentence));
  }

  private static void problem(
      HttpServletResponse answer,
      int status,
      String title,
      String detail,
      Map<String, Object> members)
      throws IOException {
    var all = new LinkedHashMap<String, Object>();
    all.put("type", "about:blank");
    all.put("title", title);
    all.put("status", status);
    all.put("detail", detail);
    all.putAll(members);
    write(answer, status, PROBLEM, JSON.writeValueAsBytes(all));
  }

  private static void write(HttpServletResponse answer, int status, String type, byte[] bytes)
      throws IOException {
    answer.setStatus(status);
    answer.setContentType(type);
    answer.setContentLength(bytes.length);
    answer.getOutputStream().write(bytes);
  }

  private static boolean isPart(HttpServletRequest asked) {
    return asked.getHeader("HX-Request") != null
        && asked.getHeader("HX-History-Restore-Request") == null;
  }

  /** Whether whoever asked shows the answer as a page; browsers say so, or at least ask for one. */
  private static boolean showsPages(HttpServletRequest asked) {
    if (asked.getHeader("Authorization") != null) {
      return false;
    }
    String mode = asked.getHeader("Sec-Fetch-Mode");
    return mode != null
        ? mode.equals("navigate")
        : Optional.ofNullable(asked.getHeader("Accept")).orElse("").contains("text/html");
  }

  private static Look look(HttpServletRequest asked) {
    Cookie[] cookies = asked.getCookies();
    return Look.unpacked(
        Arrays.stream(cookies == null ? new Cookie[0] : cookies)
            .filter(cookie -> cookie.getName().equals(Visit.LOOK))
            .findFirst()
            .map(Cookie::getValue)
            .orElse(""));
  }
}
