package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.texts.Language;
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
  private static final String HTML = "text/html;charset=utf-8";
  private static final int TOO_OFTEN = 429;
  private static final int DRAWN = 64;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Templates templates;
  private final Assets assets;

  // Guarded by itself. Looks come from outside, and there are thousands.
  private final Map<Told, byte[]> drawn =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Told, byte[]> eldest) {
          return size() > DRAWN;
        }
      };

  private enum Form {
    PAGE(HTML),
    NOTE(HTML),
    PROBLEM(Doorstep.PROBLEM);

    private final String type;

    Form(String type) {
      this.type = type;
    }
  }

  private record Told(Form form, Look look, Language language, long seconds) {}

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
   * What somebody reads who asks too often. It is drawn once for all who read the same, since most
   * who are told so are told it again and again.
   *
   * @param again when to come again
   */
  Bench.Word tooOften(HttpServletRequest asked, Duration again) {
    long seconds = Math.max(1, again.plusMillis(999).toSeconds());
    Form form = isPart(asked) ? Form.NOTE : showsPages(asked) ? Form.PAGE : Form.PROBLEM;
    Look look = form == Form.PAGE ? look(asked) : Look.unpacked("");
    var told = new Told(form, look, Language.current(), seconds);
    byte[] words;
    synchronized (drawn) {
      words = drawn.computeIfAbsent(told, this::drawn);
    }
    return answer -> {
      answer.setHeader("Cache-Control", "no-store");
      answer.setHeader("Retry-After", Long.toString(seconds));
      if (form == Form.NOTE) {
        intoThePage(answer);
      }
      write(answer, TOO_OFTEN, form.type, words);
    };
  }

  private byte[] drawn(Told told) {
    String title = t("web.too-often");
    String sentence = t("web.too-often-more", "seconds", told.seconds());
    return switch (told.form()) {
      case NOTE -> templates.draw(new ProblemNote(title, sentence));
      case PAGE -> templates.draw(new NotNowPage(assets.root(), told.look(), title, sentence));
      case PROBLEM -> problem(TOO_OFTEN, title, sentence, Map.of("retry_after", told.seconds()));
    };
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
    write(answer, status, HTML, templates.draw(page));
  }

  private void note(HttpServletResponse answer, int status, String title, String sentence)
      throws IOException {
    intoThePage(answer);
    html(answer, status, new ProblemNote(title, sentence));
  }

  private static void intoThePage(HttpServletResponse answer) {
    answer.setHeader("HX-Retarget", "#problem");
    answer.setHeader("HX-Reswap", "innerHTML show:window:top");
  }

  private static void problem(
      HttpServletResponse answer,
      int status,
      String title,
      String detail,
      Map<String, Object> members)
      throws IOException {
    write(answer, status, PROBLEM, problem(status, title, detail, members));
  }

  private static byte[] problem(
      int status, String title, String detail, Map<String, Object> members) {
    var all = new LinkedHashMap<String, Object>();
    all.put("type", "about:blank");
    all.put("title", title);
    all.put("status", status);
    all.put("detail", detail);
    all.putAll(members);
    return JSON.writeValueAsBytes(all);
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
