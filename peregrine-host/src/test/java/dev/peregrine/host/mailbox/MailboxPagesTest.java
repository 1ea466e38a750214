package dev.peregrine.host.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFile;
import dev.peregrine.host.config.MailFolderChoice;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.imap.Connections;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.MailProbe;
import dev.peregrine.host.imap.MailSync;
import dev.peregrine.host.imap.Patience;
import dev.peregrine.host.imap.ScriptedImap;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.oauth.DeviceSignIns;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.oauth.OAuthUse;
import dev.peregrine.host.oauth.RegisteredClients;
import dev.peregrine.host.oauth.TokenServer;
import dev.peregrine.host.schedules.Rules;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Browser;
import dev.peregrine.host.web.OpenConnections;
import dev.peregrine.host.web.Visitor;
import dev.peregrine.host.web.WebOptions;
import dev.peregrine.host.web.WebServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and does to connect a mailbox, without script, with servers that answer. */
class MailboxPagesTest {

  private static final String PASSWORD = "moor-and-heather";

  @TempDir Path home;
  private final ScriptedImap imap = new ScriptedImap();
  private final Semaphore typed = new Semaphore(0);
  private TokenServer provider;
  private Databases databases;
  private OutgoingHttp http;
  private Tasks tasks;
  private SecretStore secrets;
  private MailAccounts accounts;
  private MailSync sync;
  private OAuth oauth;
  private WebServer server;
  private Browser browser;
  private Tenant tenant;
  private volatile Instant now = Instant.parse("2026-03-12T08:41:00Z");

  @BeforeEach
  void start() throws Exception {
    imap.secret = PASSWORD;
    provider = new TokenServer();
    tenant = new Tenant("local", home);
    Files.createDirectories(tenant.data());
    Files.createDirectories(tenant.config());
    databases = new Databases(TestHome.mappers(), () -> now);
    var live = new Live();
    http = new OutgoingHttp(OutgoingOptions.usual(), () -> now);
    tasks = new Tasks(databases, live, () -> now, Map.of());
    secrets = TestSecrets.in(home);
    accounts = new MailAccounts(new MailFile(), secrets, live);
    var clients = new RegisteredClients(List.of(provider.google(), provider.microsoft()), secrets);
    oauth = new OAuth(clients, OAuthUse.MAIL, secrets, http, () -> now, new SecureRandom());
    var tokens = new MailTokens(oauth);
    var patience =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofMinutes(9),
            Duration.ofMillis(20),
            Duration.ofMillis(200));
    var connections =
        new Connections(accounts, tokens, http.sockets("mail"), Optional.empty(), patience);
    var mails = new Mails(databases, live, () -> now);
    sync =
        new MailSync(
            accounts,
            connections,
            mails,
            new Arrivals(mails),
            new MailReading(() -> now),
            tasks,
            live,
            () -> now,
            patience);
    var zone = ZoneId.of("Europe/Berlin");
    var routes =
        new MailboxPages(
            accounts,
            mails,
            tokens,
            new MailProbe(connections),
            oauth,
            clients,
            new DeviceSignIns(DeviceSignIns.MAIL, oauth, tasks, time -> typed.acquire()),
            sync,
            new SyncPills(accounts, sync, tasks),
            new Schedules(
                databases, () -> new Rules(zone, Optional.empty()), live, () -> now, new Random(1)),
            () -> now);
    server =
        new WebServer(
            WebOptions.local(0, zone),
            request -> Visitor.of(tenant),
            live,
            List.of(routes, all -> all.get("/setup", visit -> visit.go("/settings/mail"))),
            () -> now,
            new Random());
    browser = new Browser(server.port());
  }

  @AfterEach
  void stop() {
    OpenConnections.close(server.port());
    server.close();
    tasks.close();
    http.close();
    databases.close();
    imap.close();
    provider.close();
  }

  private Map<String, String> own(String... more) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("preset", "own");
    fields.put("address", "jo@moor.example");
    fields.put("host", "127.0.0.1");
    fields.put("port", Integer.toString(imap.port()));
    fields.put("security", "none");
    fields.put("username", "jo@moor.example");
    fields.put("auth", "password");
    fields.put("password", PASSWORD);
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  private Document send(String path, Map<String, String> fields) throws Exception {
    HttpResponse<String> answer = browser.submit(path, fields);
    return answer.statusCode() == 303
        ? browser.open(answer.headers().firstValue("Location").orElseThrow())
        : Jsoup.parse(answer.body());
  }

  private Optional<MailAccount> stored(String id) throws Exception {
    return tenant.call(() -> accounts.find(id));
  }

  @Test
  void anAddressLeadsToItsProviderAndWhatToDoThere() throws Exception {
    Document empty = browser.open("/settings/mail");
    assertThat(empty.select("main").text()).contains("nothing in your mailbox is marked");

    Document gmail = browser.open("/settings/mail-add?address=jo.moor%40googlemail.com");
    assertThat(gmail.select("h1").text()).isEqualTo("Add Gmail");
    assertThat(gmail.select("[name=host]").val()).isEqualTo("imap.gmail.com");
    assertThat(gmail.select("[name=username]").val()).isEqualTo("jo.moor@googlemail.com");
    assertThat(gmail.select("main").text()).contains("app passwords", "16 letters");
    assertThat(gmail.select("main a[href^=https]").attr("href"))
        .isEqualTo("https://myaccount.google.com/apppasswords");

    Document icloud = browser.open("/settings/mail-add?address=jo.moor%40me.com");
    assertThat(icloud.select("[name=username]").val()).isEqualTo("jo.moor");

    Document own = browser.open("/settings/mail-add?address=jo%40moor.example");
    assertThat(own.select("[name=host]").val()).isEqualTo("imap.moor.example");
  }

  @Test
  void everyPresetHasItsPageInEveryStep() throws Exception {
    for (Preset preset : Preset.all()) {
      Document page = browser.open("/settings/mail-add?preset=" + preset.key());
      assertThat(page.select("h1").text()).as(preset.key()).startsWith("Add");
      assertThat(page.select("main ol li")).as(preset.key()).hasSize(preset.steps());
      assertThat(page.select("main").text())
          .as(preset.key())
          .doesNotContainPattern("mailbox\\.(how|own|add)");
    }
  }

  @Test
  void aMailboxIsAddedOnlyAfterATest() throws Exception {
    Document wrong = send("/settings/mail-add", own("password", "guessed"));
    assertThat(wrong.select("#tried").text())
        .contains("refused this user name and password", "The server said");
    assertThat(wrong.html()).doesNotContain("guessed");
    assertThat(stored("moor")).isEmpty();

    Document added = send("/settings/mail-add", own());
    assertThat(added.select(".toast").text()).contains("Added. Choose which folders");
    assertThat(stored("moor")).get().extracting(MailAccount::on).isEqualTo(true);
    assertThat(added.select("#folders label.check").eachText())
        .contains("INBOX what comes in", "Bewerbungen", "Gesendet what you wrote")
        .doesNotContain("Alt");
    assertThat(added.select("#sent option[selected]").text())
        .isEqualTo("Found by itself: Gesendet");
  }

  @Test
  void whoKnowsBetterAddsItAnyway() throws Exception {
    Document refused = send("/settings/mail-add", own("port", "1"));
    assertThat(refused.select("#tried").text()).contains("nobody listens at port 1");
    assertThat(refused.select("button[name=anyway]")).hasSize(1);
    Document added = send("/settings/mail-add", own("port", "1", "anyway", "yes"));
    assertThat(added.select(".toast").text()).contains("Added without a test");
    assertThat(stored("moor")).isPresent();
  }

  @Test
  void thePasswordIsOnNoPageAndInNoFile() throws Exception {
    var _ = send("/settings/mail-add", own());
    for (String path : List.of("/settings/mail", "/settings/mail/moor")) {
      assertThat(browser.open(path).html()).as(path).doesNotContain(PASSWORD);
    }
    assertThat(browser.open("/settings/mail/moor").select("[name=password]").attr("placeholder"))
        .startsWith("Stored");
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(PASSWORD);
      }
    }
  }

  @Test
  void aTestOfAStoredMailboxUsesWhatIsSealed() throws Exception {
    var _ = send("/settings/mail-add", own());
    Document page = send("/settings/mail/moor/test", own("password", ""));
    assertThat(page.select("#tried").text()).contains("It works: 4 folders");
    assertThat(page.select("#tried").hasClass("positive")).isTrue();

    imap.login = "NO [ALERT] Your account is not enabled for IMAP use. (Failure)";
    Document off = send("/settings/mail/moor/test", own("password", ""));
    assertThat(off.select("#tried").text()).contains("IMAP is switched off", "Switch it on");
  }

  @Test
  void aPasswordIsNeverSentInTheClearToAnotherMachine() throws Exception {
    Document page = send("/settings/mail-add", own("host", "imap.moor.example"));
    assertThat(page.select("#security-e").text()).contains("for all to read");
    assertThat(stored("moor")).isEmpty();
  }

  @Test
  void whatIsTypedWronglyIsSaidAtItsField() throws Exception {
    Document page =
        send("/settings/mail-add", own("address", "jo", "port", "99999", "password", ""));
    assertThat(page.select("#address-e").text()).contains("“jo” is no mail address");
    assertThat(page.select("#port-e").text()).contains("99999");
    assertThat(page.select("#password-e").text()).contains("Enter the password");
    assertThat(page.select("[name=host]").val()).isEqualTo("127.0.0.1");
  }

  @Test
  void foldersAreChosenForWhatTheyAreFor() throws Exception {
    var _ = send("/settings/mail-add", own());
    HttpResponse<String> answer =
        browser.send(
            "/settings/mail/moor/folders",
            "_token="
                + browser.token()
                + "&folder=INBOX&folder=Bewerbungen&sent=%3DGesendet&todo=%3DBewerbungen&forwarded=none&days=30");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(stored("moor").orElseThrow().folders())
        .isEqualTo(
            new MailFolderChoice(
                List.of("INBOX", "Bewerbungen"),
                Optional.of("Gesendet"),
                true,
                Optional.of("Bewerbungen"),
                Optional.empty()));
    assertThat(stored("moor").orElseThrow().lookBackDays()).isEqualTo(30);

    Document wrong =
        send("/settings/mail/moor/folders", Map.of("folder", "INBOX", "sent", "none", "days", "0"));
    assertThat(wrong.select("#days-e").text()).contains("“0”");
  }

  @Test
  void aRemovedMailboxComesBackWithItsPassword() throws Exception {
    var _ = send("/settings/mail-add", own());
    Document gone = send("/settings/mail/moor/remove", Map.of());
    assertThat(gone.select(".toast").text()).contains("Removed; its mails stay");
    assertThat(stored("moor")).isEmpty();
    assertThat(tenant.call(secrets::names)).as("nothing that opens it stays").isEmpty();

    Document back = send("/settings/mail/moor/undo", Map.of());
    assertThat(back.select(".toast").text()).contains("Is back");
    assertThat(send("/settings/mail/moor/test", own("password", "")).select("#tried").text())
        .contains("It works");
  }

  @Test
  void afterAnHourARemovedMailboxIsForgotten() throws Exception {
    var _ = send("/settings/mail-add", own());
    var _ = send("/settings/mail/moor/remove", Map.of());
    now = now.plus(Duration.ofMinutes(61));
    Document late = send("/settings/mail/moor/undo", Map.of());
    assertThat(late.select(".toast").text()).contains("cannot be brought back");
    assertThat(stored("moor")).isEmpty();
  }

  @Test
  void whenMailIsReadIsSaved() throws Exception {
    String seen = browser.open("/settings/mail").select("[name=seen]").val();
    var _ =
        send(
            "/settings/mail",
            Map.of("seen", seen, "check", "day", "check-at", "07:15", "watch", "yes"));
    assertThat(tenant.call(() -> accounts.file().current().check().text()))
        .isEqualTo("every day at 07:15");
    Document stale = send("/settings/mail", Map.of("seen", seen, "check", "off"));
    assertThat(stale.select(".note.danger").text()).isNotEmpty();
  }

  private String pill() throws Exception {
    return browser.open("/settings/mail-pill?here=/settings/mail").select("#sync-pill").text();
  }

  private void untilRead() throws Exception {
    Deadline.until(() -> tenant.calling(() -> tasks.active().isEmpty()));
  }

  @Test
  void everyPageCanSayHowItStandsWithReadingMail() throws Exception {
    assertThat(pill()).as("nothing is read yet").isEmpty();
    var _ = send("/settings/mail-add", own());
    assertThat(pill()).contains("Mail not read yet", "Look for new mail");

    Document begun = send("/settings/mail-sync", Map.of("here", "/settings/mail"));
    assertThat(begun.select(".toast").text()).contains("1 mailbox is being read");
    untilRead();
    assertThat(pill()).contains("Mail read today, 09:41");

    imap.login = "NO [AUTHENTICATIONFAILED] Authentication failed.";
    HttpResponse<String> again =
        browser.swap("/settings/mail-sync", Map.of("here", "/settings/mail"));
    assertThat(Jsoup.parse(again.body()).select("#sync-pill button[disabled]").text())
        .contains("Reading mail");
    untilRead();
    Document failed = browser.open("/settings/mail");
    assertThat(failed.select("#sync-pill").text())
        .contains("Mail could not be read", "refused the login", "Try again");
    assertThat(failed.select("main .plug").text()).contains("Not readable");
  }

  @Test
  void aSyncThatIsAskedForFromElsewhereLeadsNowhereElse() throws Exception {
    var _ = send("/settings/mail-add", own());
    HttpResponse<String> answer =
        browser.submit("/settings/mail-sync", Map.of("here", "https://evil.example/"));
    assertThat(answer.headers().firstValue("Location")).contains("/");
    untilRead();
  }

  private Map<String, String> gmail(String... more) {
    return own(
        Stream.concat(
                Stream.of("preset", "gmail", "auth", "xoauth2", "password", ""), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aGoogleMailboxIsOpenedWithASignInInsteadOfAPassword() throws Exception {
    imap.capabilities = "IMAP4rev1 AUTH=XOAUTH2 SASL-IR";
    imap.secret = "auth=Bearer access-1";
    Document added = send("/settings/mail-add", gmail());
    assertThat(added.select("main").text()).contains("read once you have signed in");
    assertThat(stored("gmail").orElseThrow().on()).isFalse();

    Document ready =
        send(
            "/settings/mail/gmail/client",
            Map.of(
                "client-id",
                TokenServer.CLIENT.id(),
                "client-secret",
                TokenServer.CLIENT.secret()));
    URI link = URI.create(ready.select("#sign-in a.primary").attr("href"));
    Map<String, String> asked = TokenServer.fields(link.getRawQuery());
    assertThat(asked.get("redirect_uri")).endsWith("/settings/mail-signed-in");
    assertThat(ready.html()).doesNotContain(TokenServer.CLIENT.secret());

    Document back =
        browser.open(
            "/settings/mail-signed-in?code="
                + provider.agree(link)
                + "&state="
                + asked.get("state"));
    assertThat(back.select(".toast").text()).contains("Signed in");
    assertThat(back.select("#sign-in").text()).contains("You are signed in");
    assertThat(stored("gmail").orElseThrow().on()).isTrue();

    Document works = send("/settings/mail/gmail/test", gmail());
    assertThat(works.select("#tried").text()).contains("It works");
    assertThat(browser.open("/settings/mail/gmail").html()).doesNotContain("access-1", "refresh-1");
  }

  @Test
  void anAnswerThatNobodyAskedForSignsNobodyIn() throws Exception {
    var _ = send("/settings/mail-add", gmail());
    Document page = browser.open("/settings/mail-signed-in?code=code-0&state=made-up");
    assertThat(page.select(".toast").text()).contains("was not begun here");
    assertThat(provider.forms).isEmpty();
  }

  @Test
  void anAddressThatTheBrowserCouldNotOpenIsPasted() throws Exception {
    var _ = send("/settings/mail-add", gmail());
    Document ready =
        send(
            "/settings/mail/gmail/client",
            Map.of(
                "client-id",
                TokenServer.CLIENT.id(),
                "client-secret",
                TokenServer.CLIENT.secret()));
    URI link = URI.create(ready.select("#sign-in a.primary").attr("href"));
    String state = TokenServer.fields(link.getRawQuery()).get("state");
    Document page =
        send(
            "/settings/mail-signed-in",
            Map.of(
                "address",
                "http://127.0.0.1:1/settings/mail-signed-in?state="
                    + URLEncoder.encode(state, StandardCharsets.UTF_8)
                    + "&code="
                    + provider.agree(link)
                    + "&scope=x#"));
    assertThat(page.select("#sign-in").text()).contains("You are signed in");
  }

  @Test
  void accessThatWasTakenBackAsksForANewSignIn() throws Exception {
    imap.capabilities = "IMAP4rev1 AUTH=XOAUTH2 SASL-IR";
    anAddressThatTheBrowserCouldNotOpenIsPasted();
    provider.refresh = Optional.empty();
    now = now.plus(Duration.ofHours(2));
    Document page = send("/settings/mail/gmail/test", gmail());
    assertThat(page.select("#tried").text()).contains("You are not signed in", "Sign in below");
    assertThat(page.select("#sign-in").text()).contains("not signed in at Google");
  }

  @Test
  void aMicrosoftMailboxWaitsForACodeToBeTypedIn() throws Exception {
    provider.pending = 0;
    var _ = send("/settings/mail-add", own("preset", "outlook", "auth", "xoauth2", "password", ""));
    Document code =
        send(
            "/settings/mail/outlook/client",
            Map.of(
                "client-id",
                TokenServer.CLIENT.id(),
                "client-secret",
                TokenServer.CLIENT.secret()));
    assertThat(code.select("#sign-in").text()).contains("MOOR-4711");
    assertThat(code.html()).doesNotContain("device-1");

    typed.release();
    Deadline.until(() -> tenant.calling(() -> tasks.active().isEmpty()));
    assertThat(browser.open("/settings/mail/outlook").select("#sign-in").text())
        .contains("You are signed in");
    assertThat(stored("outlook").orElseThrow().on()).isTrue();
  }

  @Test
  void whatAServerSaysIsTextAndNothingElse() throws Exception {
    imap.login = "NO <script>alert(1)</script> <img src=//evil.example/p.png>";
    Document page = send("/settings/mail-add", own());
    assertThat(page.select("#tried script, #tried img")).isEmpty();
    assertThat(page.select("#tried q").text()).contains("<script>alert(1)</script>");
  }
}
