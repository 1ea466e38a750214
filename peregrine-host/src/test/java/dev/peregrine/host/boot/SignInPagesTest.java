package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notifier;
import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.oauth.TokenServer;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in at a service, with somebody who gives tokens as providers do. */
class SignInPagesTest {

  private static final String LAMP = "/settings/integrations/lamp";
  private static final String BACK = "/settings/integrations-signed-in";

  private World world;
  private Integrations integrations;
  private Browser browser;
  private TokenServer provider;
  private LocalServer harbour;
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile String refused = "none";

  @BeforeEach
  void start(@TempDir Path home) throws Exception {
    provider = new TokenServer();
    SignInJar.lamp(home, "lamp", provider.at(""), false);
    SignInJar.lamp(home, "buoy", provider.at(""), true);
    harbour =
        LocalServer.answering(
            exchange -> {
              String token = exchange.getRequestHeaders().getFirst("Authorization");
              tokens.add(token);
              boolean no = token.equals("Bearer " + refused);
              LocalServer.reply(exchange, no ? 401 : 200, "text/plain", "Jo");
            });
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    integrations = world.connecting.integrations();
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
    provider.close();
    harbour.close();
  }

  private Map<String, String> form() {
    return Map.of(
        "form",
        "yes",
        "base-url",
        harbour.at("").toString(),
        "provider",
        provider.at("/").toString(),
        "client-id",
        TokenServer.CLIENT.id(),
        "client-secret",
        TokenServer.CLIENT.secret());
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private URI begin(String path) throws Exception {
    HttpResponse<String> answer = browser.submit(path + "/sign-in", form());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page(answer).select("main .btn.primary").eachText()).as("one next step").hasSize(1);
    return URI.create(page(answer).select("#sign-in a.primary").attr("href"));
  }

  private String back(URI authorize) {
    return BACK
        + "?state="
        + TokenServer.fields(authorize.getRawQuery()).get("state")
        + "&code="
        + provider.agree(authorize);
  }

  private void signIn() throws Exception {
    assertThat(browser.get(back(begin(LAMP))).headers().firstValue("Location")).contains(LAMP);
  }

  private String shine() throws Exception {
    return world.as(
        () ->
            integrations.call(
                Connection.key("lamp"),
                Notifier.class,
                Duration.ofSeconds(20),
                (lamp, context) -> {
                  lamp.send(Notice.of("n", Notice.Event.TEST, "Hello", "", World.NOW), context);
                  return "shone";
                }));
  }

  private Connection lamp() throws Exception {
    return world.as(() -> integrations.byKey(Connection.key("lamp"))).orElseThrow();
  }

  @Test
  void whoSignsInIsConnected() throws Exception {
    Document page = browser.open(LAMP);
    assertThat(page.select("#sign-in").text())
        .contains("Nobody is signed in yet.", browser.root() + BACK);
    assertThat(page.select("main form .btn.primary").eachText())
        .containsExactly("Save and sign in");
    URI authorize = begin(LAMP);
    assertThat(page.select(".spec").text()).contains("lamp.example", "127.0.0.1");
    assertThat(authorize.toString()).startsWith(provider.at("/authorize").toString());
    assertThat(TokenServer.fields(authorize.getRawQuery()))
        .containsEntry("scope", "lamp.shine offline")
        .containsEntry("redirect_uri", browser.root() + BACK)
        .containsEntry("code_challenge_method", "S256");
    browser.get(back(authorize));
    page = browser.open(LAMP);
    assertThat(page.select("#state").text()).contains("Connected since", "The lamp of Jo.");
    assertThat(page.select("#sign-in").text()).contains("You are signed in.", "Sign out");
    assertThat(page.select("main form .btn.primary").eachText()).containsExactly("Test and save");
    assertThat(tokens).containsExactly("Bearer access-1");
  }

  @Test
  void anAnswerToWhatWasNotAskedHereIsNotTaken() throws Exception {
    URI authorize = begin(LAMP);
    String back = back(authorize);
    browser.get(BACK + "?state=guessed&code=code-0");
    assertThat(provider.forms).isEmpty();
    browser.get(back);
    assertThat(provider.forms).hasSize(1);
    browser.get(back);
    assertThat(provider.forms).hasSize(1);
    assertThat(lamp().isConnected()).isTrue();
  }

  @Test
  void theAddressCanBePastedWhereTheBrowserDidNotComeBack() throws Exception {
    URI authorize = begin(LAMP);
    browser.submit(BACK, Map.of("address", "http://127.0.0.1:1" + back(authorize)));
    assertThat(lamp().isConnected()).isTrue();
  }

  @Test
  void aTokenThatTheServiceRefusesIsRenewedOnce() throws Exception {
    signIn();
    refused = "access-1";
    assertThat(shine()).isEqualTo("shone");
    assertThat(tokens).endsWith("Bearer access-1", "Bearer access-2");
    assertThat(lamp().trouble()).isEmpty();
  }

  @Test
  void accessThatWasTakenBackIsOneLineUntilThePersonSignsInAgain() throws Exception {
    signIn();
    refused = "access-1";
    provider.refresh = Optional.empty();
    assertThatThrownBy(this::shine).hasMessageContaining("it was taken back or ran out");
    int asked = provider.forms.size();
    assertThatThrownBy(this::shine).hasMessageContaining("Nobody is signed in");
    assertThat(provider.forms).hasSize(asked);
    Document page = browser.open(LAMP);
    assertThat(page.select("#state .note.danger").text())
        .contains("Nobody is signed in at Harbour lamp", "Sign in under Settings → Integrations.");
    refused = "none";
    signIn();
    assertThat(lamp().trouble()).isEmpty();
  }

  @Test
  void aServiceThatCannotGiveTokensNowIsTriedAgain() throws Exception {
    signIn();
    refused = "access-1";
    provider.down = true;
    assertThatThrownBy(this::shine).hasMessageContaining("503");
    assertThat(lamp().trouble().orElseThrow().passes()).isTrue();
    provider.down = false;
    assertThat(shine()).isEqualTo("shone");
  }

  @Test
  void whatRenewsTokensIsSealedAndForgottenWithTheConnection() throws Exception {
    signIn();
    assertThat(world.as(() -> world.secrets.value("integrations/lamp/refresh-token")))
        .contains("refresh-1");
    browser.submit(LAMP + "/disconnect", Map.of());
    assertThat(world.as(() -> world.secrets.names()))
        .containsExactly("plugins/integration/lamp/client-secret");
    browser.submit(LAMP + "/undo", Map.of());
    assertThat(shine()).isEqualTo("shone");
    browser.submit(LAMP + "/sign-out", Map.of());
    assertThatThrownBy(this::shine).hasMessageContaining("Nobody is signed in");
  }

  @Test
  void twoOfOneProviderShareNothing() throws Exception {
    signIn();
    Document buoy = browser.open("/settings/integrations/buoy");
    assertThat(buoy.select("#sign-in").text())
        .contains("Nobody is signed in yet.", "Enter the client below");
    assertThat(buoy.select("#set-client-id").val()).isEmpty();
  }

  @Test
  void aCodeCanBeTypedInElsewhere() throws Exception {
    provider.pending = 0;
    String path = "/settings/integrations/buoy";
    HttpResponse<String> answer = browser.submit(path + "/sign-in", form());
    assertThat(answer.headers().firstValue("Location")).contains(path + "#sign-in");
    assertThat(browser.open(path).select("#sign-in .usercode").text()).isEqualTo("MOOR-4711");
  }

  @Test
  void oneIsConnectedOnceTheCodeWasTypedIn() throws Exception {
    provider.pending = 1;
    provider.every = 0;
    browser.submit("/settings/integrations/buoy/sign-in", form());
    world.as(
        () -> {
          Deadline.until(
              () -> integrations.byKey(Connection.key("buoy")).orElseThrow().isConnected());
          return true;
        });
    assertThat(browser.open("/settings/integrations/buoy").select("#state").text())
        .contains("The lamp of Jo.");
  }

  @Test
  void codesAreOneWayAndTheBrowserTheOther() throws Exception {
    String path = "/settings/integrations/buoy";
    browser.submit(path, form());
    HttpResponse<String> answer = browser.submit(path + "/sign-in", Map.of("browser", "yes"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("#sign-in .note").text()).contains("has no client");
    browser.submit(path + "/sign-in", form());
    answer = browser.submit(path + "/sign-in", Map.of("browser", "yes"));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aClientThatIsNotKnownThereIsSaid() throws Exception {
    HttpResponse<String> answer =
        browser.submit(
            LAMP + "/sign-in",
            Map.of("form", "yes", "provider", provider.at("/").toString(), "client-id", "other"));
    String link = page(answer).select("#sign-in a.primary").attr("href");
    browser.get(back(URI.create(link)));
    Document list = browser.open("/settings/integrations");
    assertThat(list.select(".toast").text()).contains("does not know the client");
    assertThat(lamp().isConnected()).isFalse();
  }

  @Test
  void whatDoesNotWorkAfterSigningInIsSaid() throws Exception {
    URI authorize = begin(LAMP);
    harbour.close();
    browser.get(back(authorize));
    Document page = browser.open(LAMP);
    assertThat(page.select("#sign-in").text()).contains("You are signed in.");
    assertThat(page.select("#sign-in .note.danger").text()).contains("127.0.0.1");
    assertThat(lamp().isConnected()).isFalse();
  }

  @Test
  void insideTheOwnMachineTokensAreAskedForOnlyWhereThePersonNamedIt() throws Exception {
    HttpResponse<String> answer =
        browser.submit(
            LAMP + "/sign-in",
            Map.of(
                "form",
                "yes",
                "client-id",
                TokenServer.CLIENT.id(),
                "client-secret",
                TokenServer.CLIENT.secret()));
    URI authorize = URI.create(page(answer).select("#sign-in a.primary").attr("href"));
    browser.get(back(authorize));
    assertThat(provider.forms).isEmpty();
    assertThat(lamp().isConnected()).isFalse();
  }
}
