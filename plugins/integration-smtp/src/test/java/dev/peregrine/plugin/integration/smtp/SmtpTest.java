package dev.peregrine.plugin.integration.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.testkit.FakeIntegrationContext;
import dev.peregrine.testkit.FakeStateStore;
import dev.peregrine.testkit.PluginArchitecture;
import dev.peregrine.testkit.SampleNotices;
import dev.peregrine.testkit.SettableClock;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Against GreenMail, which speaks the real protocol. */
class SmtpTest {

  private static final String PASSWORD = "s3cret-password";

  private GreenMail server;

  @BeforeEach
  void startServer() {
    start(ServerSetup.PROTOCOL_SMTP);
  }

  private void start(String protocol) {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    server.setUser("mira@falke.example", "mira", PASSWORD);
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  private int port() {
    return server.getSmtp() == null ? server.getSmtps().getPort() : server.getSmtp().getPort();
  }

  private FakeIntegrationContext context(Map<String, String> more) {
    var values =
        new HashMap<>(
            Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port()),
                "security", "none",
                "user", "mira",
                "password", PASSWORD,
                "from", "Peregrine <mira@falke.example>",
                "to", "mira@falke.example"));
    values.putAll(more);
    return new FakeIntegrationContext(
        new Smtp().descriptor(),
        values,
        SettableClock.at("2026-11-22T09:00:00Z"),
        new FakeStateStore(),
        Duration.ofSeconds(20));
  }

  private MimeMessage sent(Notice notice) throws Exception {
    new Smtp().send(notice, context(Map.of()));
    MimeMessage[] mails = server.getReceivedMessages();
    return mails[mails.length - 1];
  }

  private static Part part(MimeMessage mail, int index) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(index);
  }

  private static String text(MimeMessage mail) throws Exception {
    return (String) part(mail, 0).getContent();
  }

  private static String html(MimeMessage mail) throws Exception {
    return (String) part(mail, 1).getContent();
  }

  @Test
  void everythingThatANoticeSaysArrivesTwice() throws Exception {
    MimeMessage mail = sent(SampleNotices.notice());

    assertThat(mail.getSubject()).isEqualTo("2 neue Stellen über 80 👩‍💻");
    assertThat(mail.getFrom()[0]).hasToString("Peregrine <mira@falke.example>");
    assertThat(mail.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
    assertThat(part(mail, 0).isMimeType("text/plain")).isTrue();
    assertThat(part(mail, 1).isMimeType("text/html")).isTrue();
    for (String shown : List.of(text(mail), Jsoup.parse(html(mail)).text())) {
      assertThat(shown)
          .contains(
              "2 neue Stellen über 80 👩‍💻",
              "Zwei passen besonders gut.",
              "Müllerin & Söhne: Designer",
              "Berlin, 92",
              "Hafenlicht: UX",
              "http://127.0.0.1:8501/review");
    }
    assertThat(Jsoup.parse(html(mail)).select("a").eachAttr("href"))
        .containsExactly("http://127.0.0.1:8501/jobs/1?a=b&c=d", "http://127.0.0.1:8501/review");
  }

  @Test
  void theSameNoticeHasTheSameIdInTheMailbox() throws Exception {
    String first = sent(SampleNotices.notice()).getMessageID();
    String again = sent(SampleNotices.notice()).getMessageID();
    String other = sent(Notice.of("n-18", Event.TEST, "Anderes", "", Instant.EPOCH)).getMessageID();

    assertThat(first).matches("<[0-9a-f]{32}\\.peregrine@falke\\.example>");
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @TestFactory
  Stream<DynamicTest> textsOfStrangersAreOnlyTexts() {
    return SampleNotices.hostile().stream()
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text,
                    () -> {
                      MimeMessage mail =
                          sent(Notice.of("n-1", Event.TEST, text, text, Instant.EPOCH));
                      assertThat(SampleNotices.plain(mail.getSubject()))
                          .isEqualTo(SampleNotices.plain(text));
                      assertThat(SampleNotices.plain(text(mail)))
                          .contains(SampleNotices.plain(text));
                      var html = Jsoup.parse(html(mail));
                      assertThat(SampleNotices.plain(html.text()))
                          .contains(SampleNotices.plain(text));
                      assertThat(html.body().select("*:not(body):not(h3):not(p):not(br)"))
                          .isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aTitleBeginsNoOtherHeader() {
    return Stream.of("\r\n", "\n", "\r", "\u2028", "\u0000", "\r\n\r\n", " \u0085")
        .map(
            end ->
                DynamicTest.dynamicTest(
                    end.codePoints().boxed().toList().toString(),
                    () -> {
                      MimeMessage mail =
                          sent(
                              Notice.of(
                                  "n-1\r\nX-Zq: 1",
                                  Event.TEST,
                                  "Stelle" + end + "Bcc: eve@evil.example",
                                  "",
                                  Instant.EPOCH));
                      assertThat(mail.getHeader("Bcc")).isNull();
                      assertThat(mail.getHeader("X-Zq")).isNull();
                      assertThat(mail.getSubject()).contains("Stelle", "Bcc: eve@evil.example");
                      assertThat(mail.getAllRecipients()).hasSize(1);
                    }));
  }

  @Test
  void theLongestTextsGoThrough() throws Exception {
    var limits = new Smtp().descriptor();
    String title = "ü".repeat(limits.longestTitle());
    String text = "wört ".repeat(limits.longestText() / 5);

    MimeMessage mail = sent(Notice.of("n-1", Event.DIGEST, title, text, Instant.EPOCH));

    assertThat(mail.getSubject()).isEqualTo(title);
    assertThat(text(mail)).contains(text.strip());
  }

  @Test
  void linesThatBeginWithADotAndLongOnesStayWhole() throws Exception {
    String text = ".\n..\n. end\n" + "x".repeat(3000) + "\nFrom here";

    assertThat(text(sent(Notice.of("n-1", Event.TEST, "Punkte", text, Instant.EPOCH))))
        .contains(".\r\n..\r\n. end\r\n" + "x".repeat(3000) + "\r\nFrom here");
  }

  @Test
  void everyEventAndPriorityIsTaken() throws Exception {
    for (Event event : Event.values()) {
      for (Notice.Priority priority : Notice.Priority.values()) {
        MimeMessage mail =
            sent(
                Notice.of("n-1", event, "Nur ein Titel", "", Instant.EPOCH).withPriority(priority));
        assertThat(text(mail)).contains("Nur ein Titel");
      }
    }
  }

  @Test
  void severalAreToldTogether() throws Exception {
    new Smtp()
        .send(
            SampleNotices.notice(),
            context(Map.of("to", "mira@falke.example, Jörg <joerg@falke.example>")));

    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(server.getReceivedMessages()[0].getAllRecipients()).hasSize(2);
  }

  @Test
  void aTestSignsInAndSendsNothing() throws Exception {
    assertThat(new Smtp().test(context(Map.of())))
        .isEqualTo("\"127.0.0.1\" lets you in; mails go to mira@falke.example.");

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void overTlsItIsTheSame() throws Exception {
    stopServer();
    start(ServerSetup.PROTOCOL_SMTPS);

    new Smtp().send(SampleNotices.notice(), context(Map.of("security", "tls")));

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void twentyAtOnceAllArrive() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Notice notice = Notice.of("n-" + i, Event.TEST, "Nummer " + i, "", Instant.EPOCH);
        calls.add(
            threads.submit(
                () -> {
                  new Smtp().send(notice, context(Map.of()));
                  return 0;
                }));
      }
      for (Future<?> call : calls) {
        Object _ = call.get(60, TimeUnit.SECONDS);
      }
    }
    assertThat(server.getReceivedMessages()).hasSize(20);
  }

  @TestFactory
  Stream<DynamicTest> architecture() {
    return PluginArchitecture.tests(Smtp.class);
  }
}
