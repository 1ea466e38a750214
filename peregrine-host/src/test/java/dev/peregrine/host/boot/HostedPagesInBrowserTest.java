package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.peregrine.host.platform.Erasures;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.tiers.Tier;
import dev.peregrine.host.web.Chromium;
import dev.peregrine.host.web.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages that only those have whom somebody hosts, as they meet them. With {@code
 * -Dshots=FOLDER} each is also photographed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostedPagesInBrowserTest {

  private static final Optional<String> SHOTS = Optional.ofNullable(System.getProperty("shots"));
  private static final String STAFF = "11111111-2222-4333-8444-555555555555";
  private static final String BROKEN = "9e0f1a2b-3c4d-4e5f-8061-728394a5b6c7";
  private static final String LEAVING = "5a6b7c8d-9e0f-4a1b-8c2d-3e4f5a6b7c8d";

  private Cloud cloud;
  private Chromium chromium;

  /** A page, and who opens it. */
  private record Shown(String name, String user, String role, String path, boolean isLooking) {

    static Shown of(String name, String path) {
      return new Shown(name, Tokens.ANN, "member", path, false);
    }

    static Shown to(String name, String user, String path) {
      return new Shown(name, user, "member", path, false);
    }
  }

  private static List<Shown> pages() {
    return List.of(
        Shown.of("account", "/settings/account"),
        Shown.of("telemetry", "/settings/telemetry"),
        Shown.of("support", "/settings/support"),
        Shown.of("sign-out", "/sign-out"),
        Shown.of("share", "/settings/share"),
        Shown.of("stranger", "/nowhere"),
        Shown.of("privacy", "/settings/privacy"),
        Shown.of("licence", "/settings/licence"),
        Shown.of("backup", "/settings/backup"),
        Shown.of("settings", "/settings"),
        Shown.of("network", "/settings/network"),
        Shown.to("leaving", LEAVING, "/settings/account"),
        Shown.to("broken", BROKEN, "/"),
        Shown.to("sign-in", "", "/review"),
        new Shown("desk", STAFF, "support", "/support-desk", false),
        new Shown("looking", STAFF, "support", "/settings/never", true));
  }

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    ServerAddress address = TestPostgres.fresh();
    cloud =
        new Cloud(
            folder,
            Map.of(
                "PLATFORM_DB_URL",
                address.jdbc() + "?user=" + address.user() + "&password=" + address.password(),
                "CLOUD_ACCOUNT_URL",
                "https://account.example/plan",
                "CLOUD_SIGN_OUT_URL",
                "https://account.example/logout",
                "CLOUD_SUPPORT_ROLE",
                "support"));
    Path data = Files.createDirectories(cloud.folder(BROKEN).resolve("data"));
    Files.writeString(data.resolve("staging.db"), "This is no database at all. ".repeat(200));
    Cloud.Person ann = cloud.person(Tokens.ANN);
    assertThat(ann.get("/review").statusCode()).isEqualTo(200);
    Hosted hosted = cloud.mode.hosted().orElseThrow();
    hosted.standings().subscribe(Tokens.ANN, Tier.PAID, Cloud.NOW.plus(Duration.ofDays(20)));
    hosted.support().grant(Tokens.ANN, 4, "T-17");
    hosted.support().grant(Tokens.ANN, 24, "Where did my letter go, and why is it not there?");
    for (String path : List.of("/settings/never", "/review", "/apply")) {
      assertThat(hosted.support().enter(STAFF, Tokens.ANN, "GET", path)).isTrue();
    }
    var _ = hosted.erasures().plan(LEAVING);
    assertThat(Erasures.DELAY).isPositive();
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    cloud.close();
  }

  private BrowserContext context(Shown each, int width, ColorScheme scheme, String language) {
    var headers = new java.util.HashMap<String, String>();
    if (!each.user().isEmpty()) {
      var claims = Tokens.claims(each.user(), Cloud.NOW).claim("role", each.role()).build();
      headers.put(CloudResolver.SESSION, "cf_session=" + Tokens.signed(claims, Tokens.SECRET));
    }
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL("http://localhost:" + cloud.port())
                    .setViewportSize(width, 900)
                    .setColorScheme(scheme)
                    .setHasTouch(width < 600)
                    .setExtraHTTPHeaders(headers));
    String url = "http://localhost:" + cloud.port();
    context.addCookies(List.of(new Cookie("peregrine_language", language).setUrl(url)));
    if (each.isLooking()) {
      context.addCookies(List.of(new Cookie("peregrine_looks_at", Tokens.ANN).setUrl(url)));
    }
    return context;
  }

  @ParameterizedTest
  @CsvSource({"1440,LIGHT,en", "390,DARK,de"})
  void eachIsReachableForAllAndFits(int width, ColorScheme scheme, String language) {
    var problems = new ArrayList<String>();
    for (Shown each : pages()) {
      try (BrowserContext context = context(each, width, scheme, language)) {
        Page page = context.newPage();
        page.onPageError(error -> problems.add(each.name() + ", script: " + error));
        page.navigate(each.path());
        page.evaluate("() => document.fonts.ready.then(() => true)");
        Rules.over(page)
            .analyze()
            .getViolations()
            .forEach(
                v ->
                    problems.add(
                        "%s: %s %s"
                            .formatted(each.name(), v.getId(), v.getNodes().getFirst().getHtml())));
        if ((boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth")) {
          problems.add(each.name() + ": wider than the window");
        }
        if (!page.locator("html").getAttribute("lang").equals(language)) {
          problems.add(each.name() + ": not in " + language);
        }
        shoot(page, each.name(), width, scheme, language);
      }
    }
    assertThat(problems).isEmpty();
  }

  /** By keys alone: out, and the page that stood there before says so. */
  @ParameterizedTest
  @CsvSource({"1440,LIGHT,en"})
  void theWayOutGoesByKeys(int width, ColorScheme scheme, String language) {
    Shown own = Shown.to("out", Tokens.BOB, "/sign-out");
    try (BrowserContext context = context(own, width, scheme, language)) {
      context.route(
          "https://account.example/**",
          route -> route.fulfill(new Route.FulfillOptions().setBody("See you again.")));
      Page page = context.newPage();
      page.navigate("/sign-out");
      page.locator("main form button").focus();
      page.keyboard().press("Enter");
      page.waitForURL("https://account.example/logout**");
      page.navigate("/review");
      assertThat(page.content()).contains("Who is looking for work?");
    }
  }

  private static void shoot(
      Page page, String name, int width, ColorScheme scheme, String language) {
    if (SHOTS.isPresent()) {
      String file =
          "%s-%s-%s-%d.png"
              .formatted(name, scheme.name().toLowerCase(Locale.ROOT), language, width);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(SHOTS.get()).resolve(file))
              .setFullPage(true));
    }
  }
}
