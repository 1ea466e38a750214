package dev.peregrine.host.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFolderChoice;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.mails.Trouble;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mailboxes on a real server: large ones, cut connections, numbers that change, what comes at once.
 */
class DovecotSyncTest {

  private static final Instant THEN = Instant.parse("2026-11-10T09:00:00Z");

  private static Dovecot server;

  @TempDir Path folder;
  private MailWorld world;
  private String user;

  @BeforeAll
  static void start() throws Exception {
    server = Dovecot.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open(TestInfo test) {
    world = new MailWorld(folder);
    user = test.getTestMethod().orElseThrow().getName().toLowerCase(java.util.Locale.ROOT);
    user = user.substring(0, Math.min(30, user.length()));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static byte[] mail(int number) {
    String body = "A line of text that says something about application %d.\n".formatted(number);
    return """
    Message-ID: <%d@kontor.example>
    From: Kontor %d <hr%d@kontor.example>
    To: jo@home.example
    Subject: Mail %05d
    Date: Tue, 10 Nov 2026 09:00:00 +0000
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary=x

    --x
    Content-Type: text/plain; charset=utf-8

    %s
    --x
    Content-Type: text/html; charset=utf-8

    <p>%s</p>
    --x--
    """
        .formatted(number, number % 50, number % 50, number, body.repeat(20), body.repeat(20))
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void deliver(int from, int until) throws IOException {
    for (int number = from; number < until; number++) {
      server.deliver(user, "INBOX", mail(number), THEN.plusSeconds(number));
    }
  }

  private MailAccount account() {
    return server.account(user);
  }

  private Task read() {
    Task task = world.read(user);
    assertThat(task.error()).isEmpty();
    return task;
  }

  @Test
  void fiveThousandMailsComeInAndNothingIsChangedOnTheServer() throws Exception {
    deliver(0, 5_000);
    List<String> before = server.flags(user, "INBOX");
    world.with(account(), server.password());

    long start = System.nanoTime();
    Task first = read();
    long end = System.nanoTime();
    Task second = read();
    long again = System.nanoTime();

    System.out.printf(
        "first sync of 5,000: %d ms; nothing new: %d ms%n",
        (end - start) / 1_000_000, (again - end) / 1_000_000);
    assertThat(first.result()).startsWith("5000 new mails, 5,000 of the window in 2 folders.");
    assertThat(second.result()).startsWith("Nothing new, 5,000 of the window");
    assertThat(world.subjects()).hasSize(5_000).doesNotHaveDuplicates();
    assertThat(server.flags(user, "INBOX")).hasSize(5_000).isEqualTo(before);
    assertThat(world.folder("INBOX").modSeq()).isPresent();
    assertThat(world.folder("INBOX").held()).isEqualTo(5_000);
  }

  @Test
  void whoIsCutOffGoesOnWhereTheyWere() throws Exception {
    deliver(0, 1_000);
    try (var proxy = new CuttingProxy(server.port())) {
      world.with(server.account(user, proxy.port()), server.password());
      proxy.cutAfter(1_500_000);

      Task task = read();

      assertThat(proxy.connections()).isEqualTo(2);
      assertThat(task.result()).contains("1,000 of the window");
      assertThat(world.subjects()).hasSize(1_000).doesNotHaveDuplicates();
      // Once all of it, and of what was cut no more than the batch that was on its way.
      long once = 1_000L * mail(1).length;
      assertThat(proxy.passed()).isBetween(once, once + 2 * FolderReading.BATCH_BYTES / 3);
    }
  }

  @Test
  void aServerThatStaysAwayIsSaidAndWhatWasReadStays() throws Exception {
    deliver(0, 600);
    try (var proxy = new CuttingProxy(server.port())) {
      world.with(server.account(user, proxy.port()), server.password());
      proxy.cutAfter(1_000_000);
      world.arrivals.add(new OnFirst(() -> proxy.refuse(true)));

      Task task = world.read(user);

      assertThat(task.state()).isEqualTo(TaskState.FAILED);
      assertThat(task.error()).contains("does not answer, or went away");
      int kept = world.rows().size();
      assertThat(kept).isBetween(FolderReading.BATCH, 599);
      assertThat(world.folder("INBOX").held()).isEqualTo(600);
      assertThat(world.state(user).synced()).isEmpty();
      assertThat(world.state(user).failed().orElseThrow().waitsForPerson()).isFalse();

      proxy.refuse(false);
      assertThat(read().result()).startsWith((600 - kept) + " new mails, 600 of the window");
      assertThat(world.subjects()).hasSize(600).doesNotHaveDuplicates();
      assertThat(world.state(user).failed()).isEmpty();
    }
  }

  @Test
  void aFolderThatIsNumberedAnewBringsNoMailTwiceAndLosesNone() throws Exception {
    deliver(0, 300);
    server.deliver(user, "INBOX", withoutId("No id"), THEN);
    world.with(account(), server.password());
    read();
    long validity = world.folder("INBOX").uidValidity();
    List<Long> ids = world.rows().stream().map(MailRow::id).toList();

    // Dovecot numbers a folder by the second in which it does.
    MailWorld.until(() -> Instant.now().getEpochSecond() > validity + 1);
    server.delete(user, "INBOX", "Subject: Mail 00007");
    server.renumber(user, "INBOX");
    server.deliver(user, "INBOX", mail(1_000), THEN);
    Task task = read();

    assertThat(world.folder("INBOX").uidValidity()).isNotEqualTo(validity);
    assertThat(task.result()).startsWith("1 new mail, 301 of the window").contains("1 are no long");
    assertThat(world.rows()).extracting(MailRow::id).containsAll(ids).hasSize(302);
    assertThat(world.called("Mail 00007").gone()).isPresent();
    assertThat(world.rows().stream().filter(row -> !row.gone())).hasSize(301);
  }

  private static byte[] withoutId(String subject) {
    return "From: a@b.example\r\nSubject: %s\r\n\r\nText\r\n"
        .formatted(subject)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void foldersAreKnownByTheirNamesInAnyAlphabetAndTheSentOneByItsUse() throws Exception {
    server.deliver(user, "Bewerbungen &ANw-bersicht", mail(1), THEN);
    server.deliver(user, "&ZeVnLIqe-.Caf&AOk-", mail(2), THEN);
    server.deliver(user, "Verschicktes", mail(3), THEN);
    world.with(
        account()
            .withFolders(
                new MailFolderChoice(
                    List.of("INBOX", "Bewerbungen Übersicht", "日本語/Café"),
                    Optional.empty(),
                    true,
                    Optional.empty(),
                    Optional.empty())),
        server.password());

    Task task = read();

    assertThat(task.result()).startsWith("3 new mails, 3 of the window in 4 folders.");
    assertThat(world.folder("日本語/Café").role()).isEqualTo(FolderRole.CHOSEN);
    assertThat(world.folder("Verschicktes").role()).isEqualTo(FolderRole.SENT);
    assertThat(world.called("Mail 00003").own()).isTrue();
  }

  @Test
  void aLargeMailIsReadInPiecesAndItsAttachmentListed() throws Exception {
    byte[] line =
        "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] head =
        "From: a@b.example\r\nMessage-ID: <big@b>\r\nSubject: Big\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--x\r\nContent-Type: application/pdf; name=file.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "--x--\r\n".getBytes(StandardCharsets.US_ASCII);
    int lines = 12_000_000 / line.length;
    byte[] all = new byte[head.length + lines * line.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    for (int index = 0; index < lines; index++) {
      System.arraycopy(line, 0, all, head.length + index * line.length, line.length);
    }
    System.arraycopy(tail, 0, all, all.length - tail.length, tail.length);
    server.deliver(user, "INBOX", all, THEN);
    world.with(account(), server.password());

    read();

    var big = world.called("Big");
    assertThat(big.size()).isEqualTo(all.length);
    assertThat(big.message().text()).isEqualTo("See the file.");
    assertThat(big.message().attachments()).hasSize(1);
    assertThat(big.message().attachments().getFirst().bytes()).isBetween(8_000_000L, 9_500_000L);
  }

  @Test
  void whatIsBrokenHasItsLine() throws Exception {
    server.deliver(
        user, "INBOX", "\u0000\u0001 no mail at all".getBytes(StandardCharsets.UTF_8), THEN);
    server.deliver(user, "INBOX", new byte[0], THEN);
    server.deliver(user, "INBOX", mail(1), THEN);
    server.deliver(user, "INBOX", mail(1), THEN);
    server.deliver(
        user,
        "INBOX",
        "Subject: Gr\u00fc\u00dfe\r\nDate: Thu, 01 Jan 1970 00:00:00 +0000\r\n\r\nx"
            .getBytes(StandardCharsets.ISO_8859_1),
        THEN);
    world.with(account(), server.password());

    Task task = read();

    assertThat(task.result()).startsWith("5 new mails, 5 of the window");
    assertThat(world.called("Grüße").troubles()).contains(Trouble.STRANGE_DATE);
  }

  @Test
  void withTlsTheServerHasToShowACertificateThatSomebodyVouchesFor() throws Exception {
    deliver(0, 1);
    for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
      world.with(server.account(user, security), server.password());
      Task task = world.read(user);
      assertThat(task.error())
          .as(security.key())
          .startsWith("There is no secure connection to \"127.1\"");
      assertThat(world.state(user).failed().orElseThrow().kind())
          .isEqualTo(MailException.Kind.INSECURE);
    }
    assertThat(world.rows()).isEmpty();
  }

  @Test
  void withTlsOrStarttlsMailsComeIn() throws Exception {
    deliver(0, 3);
    for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
      try (var trusting =
          new MailWorld(
              folder.resolve(security.key()),
              Tokens.none(),
              Optional.of(TestCertificate.shared().trusting()),
              true,
              MailWorld.SHORT)) {
        trusting.with(server.account(user, security), server.password());
        assertThat(trusting.read(user).result()).startsWith("3 new mails");
      }
    }
  }

  @Test
  void aCertificateForAnotherNameIsRefused() throws Exception {
    var certificate = TestCertificate.named("dns:mail.other.example");
    try (var other = Dovecot.start(certificate);
        var trusting =
            new MailWorld(
                folder.resolve("other"),
                Tokens.none(),
                Optional.of(certificate.trusting()),
                true,
                MailWorld.SHORT)) {
      other.deliver(user, "INBOX", mail(1), THEN);
      for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
        trusting.with(other.account(user, security), other.password());
        assertThat(trusting.read(user).error())
            .as(security.key())
            .startsWith("There is no secure connection");
      }
    }
  }

  @Test
  void aServerOfThisMachineMakesItsCertificateItself() throws Exception {
    deliver(0, 1);
    for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
      MailServer named = server.account(user, security).server();
      world.with(
          account().withServer(new MailServer("localhost", named.port(), security)),
          server.password());
      assertThat(read().result()).as(security.key()).contains("1 of the window");
    }
  }

  @Test
  void aMailThatTheServerCannotGiveHasItsLineAndTheOthersCome() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        System.getProperty("user.name").equals("root"),
        "Only root can keep a file from Dovecot, so a mail that the server cannot give was not"
            + " tried.");
    deliver(0, 5);
    assertThat(server.flags(user, "INBOX")).hasSize(5);
    server.lock(user, "INBOX", "Subject: Mail 00003");
    world.with(account(), server.password());

    Task task = read();

    assertThat(task.result()).startsWith("5 new mails, 5 of the window");
    assertThat(world.rows().stream().filter(row -> row.outcome() == Outcome.UNREADABLE)).hasSize(1);
    assertThat(world.subjects()).contains("Mail 00004").doesNotContain("Mail 00003");
  }

  @Test
  void whereInsideIsNoneOfTheTenantsBusinessNothingConnectsThere() throws Exception {
    deliver(0, 1);
    try (var proxy = new CuttingProxy(server.port());
        var guarded =
            new MailWorld(
                folder.resolve("guarded"),
                Tokens.none(),
                Optional.empty(),
                false,
                MailWorld.SHORT)) {
      guarded.with(server.account(user, proxy.port()), server.password());
      assertThat(guarded.read(user).error())
          .startsWith("\"127.0.0.1\" leads into the own machine or network");
      assertThat(proxy.connections()).isZero();
    }
  }

  @Test
  void whatComesIsHeardOfAtOnce() throws Exception {
    deliver(0, 2);
    world.with(account(), server.password());
    world.home.run(world.watch::start);
    MailWorld.until(() -> world.rows().size() == 2 && world.watch.listening() == 1);
    assertThat(world.home.with(() -> world.tasks.recent(10)))
        .as("the first time is a task, what comes later is none")
        .hasSize(1);

    deliver(2, 3);

    MailWorld.until(() -> world.rows().size() == 3);
  }

  @Test
  void whoListensComesBackAfterACutAndReadsWhatCameMeanwhile() throws Exception {
    deliver(0, 1);
    try (var proxy = new CuttingProxy(server.port())) {
      world.with(server.account(user, proxy.port()), server.password());
      world.home.run(world.watch::start);
      MailWorld.until(() -> world.watch.listening() == 1);
      proxy.refuse(true);
      proxy.cut();
      MailWorld.until(() -> world.state(user).failed().isPresent());
      deliver(1, 2);
      proxy.refuse(false);

      MailWorld.until(() -> world.rows().size() == 2);
      MailWorld.until(() -> world.state(user).failed().isEmpty());
    }
  }

  @Test
  void aServerThatFellSilentIsNoticedAndAskedAnew() throws Exception {
    deliver(0, 1);
    var short_ =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(20),
            Duration.ofMillis(200));
    try (var proxy = new CuttingProxy(server.port());
        var hasty =
            new MailWorld(folder.resolve("hasty"), Tokens.none(), Optional.empty(), true, short_)) {
      hasty.with(server.account(user, proxy.port()), server.password());
      hasty.home.run(hasty.watch::start);
      MailWorld.until(() -> hasty.watch.listening() == 1);
      proxy.fallSilent();
      MailWorld.until(() -> hasty.watch.listening() == 0);
      deliver(1, 2);
      proxy.speak();
      MailWorld.until(() -> hasty.rows().size() == 2);
    }
  }

  @Test
  void whoListensWaitsLongerThanForAnAnswer() throws Exception {
    deliver(0, 1);
    var impatient =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofMillis(400),
            Duration.ofMinutes(9),
            Duration.ofMillis(20),
            Duration.ofMillis(200));
    try (var proxy = new CuttingProxy(server.port());
        var listening =
            new MailWorld(
                folder.resolve("impatient"), Tokens.none(), Optional.empty(), true, impatient)) {
      listening.with(server.account(user, proxy.port()), server.password());
      listening.home.run(listening.watch::start);
      MailWorld.until(() -> listening.watch.listening() == 1);
      int connections = proxy.connections();
      long begun = System.nanoTime();
      MailWorld.until(
          () ->
              proxy.connections() > connections
                  || System.nanoTime() - begun > Duration.ofSeconds(2).toNanos());
      assertThat(proxy.connections()).isEqualTo(connections);
      deliver(1, 2);
      MailWorld.until(() -> listening.rows().size() == 2);
      assertThat(proxy.connections()).isEqualTo(connections);
    }
  }

  @Test
  void listeningFollowsTheFile() throws Exception {
    deliver(0, 1);
    world.with(account(), server.password());
    world.home.run(world.watch::start);
    MailWorld.until(() -> world.watch.listening() == 1);

    world.home.run(() -> world.accounts.file().change(plan -> plan.withWatch(false)));
    world.home.run(world.watch::refresh);
    MailWorld.until(() -> world.watch.listening() == 0);

    world.home.run(() -> world.accounts.file().change(plan -> plan.withWatch(true)));
    world.home.run(world.watch::refresh);
    MailWorld.until(() -> world.watch.listening() == 1);
    world.home.run(() -> world.accounts.remove(user));
    MailWorld.until(() -> world.watch.listening() == 0);
  }

  @Test
  void forgettingAMailboxTakesItsMailsAlong() throws Exception {
    deliver(0, 1);
    world.with(account(), server.password());
    read();
    Mails mails = world.mails;
    world.home.run(() -> mails.forget(user));
    assertThat(world.rows()).isEmpty();
    assertThat(read().result()).startsWith("1 new mail");
  }

  /** Does something when the first mails came. */
  private record OnFirst(Runnable work) implements dev.peregrine.host.mails.MailStep {

    @Override
    public Turn turn() {
      return Turn.THREAD;
    }

    @Override
    public void over(List<Long> ids) {
      work.run();
    }
  }
}
