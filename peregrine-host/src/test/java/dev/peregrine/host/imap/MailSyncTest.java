package dev.peregrine.host.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFolderChoice;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Round trips with a server in this process. What needs a large one is in DovecotSyncTest. */
class MailSyncTest {

  private static final Instant THEN = Instant.parse("2026-11-10T09:00:00Z");

  @TempDir Path folder;
  private GreenMail server;
  private GreenMailUser jo;
  private MailAccount account;
  private MailWorld world;

  @BeforeEach
  void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    jo = server.getUserManager().getUserByEmail("jo@home.example");
    jo = jo != null ? jo : server.setUser("jo@home.example", "jo@home.example", "open sesame");
    account =
        MailAccount.of(
            "home",
            new MailServer("127.0.0.1", server.getImap().getPort(), Security.NONE),
            "jo@home.example");
    world = new MailWorld(folder).with(account, "open sesame");
  }

  @AfterEach
  void stop() {
    world.close();
    server.stop();
  }

  private static MimeMessage mail(String id, String subject) throws Exception {
    String text =
        """
        Message-ID: <%s>
        From: Kontor <hr@kontor.example>
        To: jo@home.example
        Subject: %s
        Date: Tue, 10 Nov 2026 09:00:00 +0000
        Content-Type: text/plain; charset=utf-8

        Hello
        """
            .formatted(id, subject)
            .replace("\n", "\r\n");
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private MailFolder box(String name) throws Exception {
    var folders = server.getManagers().getImapHostManager();
    MailFolder box = folders.getFolder(jo, name);
    return box != null ? box : folders.createMailbox(jo, name);
  }

  private void deliver(String box, String id, String subject) throws Exception {
    box(box).appendMessage(mail(id, subject), new Flags(), Date.from(THEN));
  }

  @Test
  void mailsOfTheInboxAndOfTheSentFolderComeIn() throws Exception {
    deliver("INBOX", "1@k", "Hello");
    deliver("Gesendete Elemente", "2@h", "My application");
    deliver("Elsewhere", "3@k", "Not read");

    Task task = world.read("home");

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(task.result()).isEqualTo("2 new mails, 2 of the window in 2 folders.");
    assertThat(world.subjects()).containsExactly("Hello", "My application");
    assertThat(world.called("Hello").received()).isEqualTo(THEN);
    assertThat(world.called("My application").own()).isTrue();
    assertThat(world.folder("Gesendete Elemente").role()).isEqualTo(FolderRole.SENT);
    assertThat(world.folder("INBOX").held()).isEqualTo(1);
    assertThat(world.state("home").synced()).contains(world.home.now());
  }

  @Test
  void whatIsThereAlreadyIsNotReadAgainAndWhatIsNewIs() throws Exception {
    deliver("INBOX", "1@k", "First");
    world.read("home");
    assertThat(world.read("home").result()).startsWith("Nothing new, 1 of the window");
    deliver("INBOX", "2@k", "Second");
    assertThat(world.read("home").result()).startsWith("1 new mail, 2 of the window");
    assertThat(world.subjects()).containsExactly("First", "Second");
  }

  @Test
  void nothingOnTheServerIsChanged() throws Exception {
    deliver("INBOX", "1@k", "Unread");
    box("INBOX")
        .appendMessage(mail("2@k", "Starred"), new Flags(Flags.Flag.FLAGGED), Date.from(THEN));
    List<String> before = flags();

    world.read("home");

    assertThat(flags()).isEqualTo(before);
    assertThat(world.rows()).hasSize(2);
  }

  private List<String> flags() throws Exception {
    var flags = new ArrayList<String>();
    for (var message : box("INBOX").getMessages()) {
      flags.add(message.getUid() + " " + message.getFlags());
    }
    return flags;
  }

  @Test
  void aWrongPasswordIsSaidAndNotTriedAgainByItself() throws Exception {
    world.with(account, "open barley");

    Task task = world.read("home");

    assertThat(task.state()).isEqualTo(TaskState.FAILED);
    assertThat(task.error())
        .startsWith("\"127.0.0.1\" refused the login of mailbox \"jo@home.example\"")
        .endsWith(
            "Test it under Settings → Mail; many providers want a password made for programs.")
        .doesNotContain("barley");
    assertThat(world.state("home").failed().orElseThrow().waitsForPerson()).isTrue();
    assertThat(world.home.with(world.sync::beginDue)).isEmpty();

    world.with(account, "open sesame");
    assertThat(world.state("home").failed()).isEmpty();
    assertThat(world.home.with(world.sync::beginDue)).hasSize(1);
  }

  @Test
  void aTokenThatIsRefusedIsAskedForOnceMore() throws Exception {
    deliver("INBOX", "1@k", "Hello");
    var asked = new ArrayList<Boolean>();
    Tokens tokens =
        (mailbox, refused) -> {
          asked.add(refused);
          return refused ? "open sesame" : "over";
        };
    try (var signedIn =
        new MailWorld(folder.resolve("token"), tokens, Optional.empty(), true, MailWorld.SHORT)) {
      MailAccount withToken = account.withAuth(MailAccount.Auth.XOAUTH2);
      signedIn.home.run(() -> signedIn.accounts.save(withToken, Optional.empty()));

      assertThat(signedIn.read("home").result()).startsWith("1 new mail");
      assertThat(asked).containsExactly(false, true);
    }
  }

  @Test
  void withoutASignInTheProviderIsNotAsked() throws Exception {
    MailAccount withToken = account.withAuth(MailAccount.Auth.XOAUTH2);
    world.home.run(() -> world.accounts.save(withToken, Optional.empty()));
    assertThat(world.read("home").error()).contains("nobody signed in yet");
    assertThat(world.state("home").failed().orElseThrow().waitsForPerson()).isTrue();
  }

  @Test
  void whatTheServerHasNoLongerIsGoneAndStaysReadable() throws Exception {
    deliver("INBOX", "1@k", "Stays");
    deliver("INBOX", "2@k", "Goes");
    world.read("home");
    var inbox = box("INBOX");
    inbox.getMessages().get(1).setFlag(Flags.Flag.DELETED, true);
    inbox.expunge();

    Task task = world.read("home");

    assertThat(task.result()).contains("1 are no longer there");
    assertThat(world.called("Goes").gone()).isPresent();
    assertThat(world.called("Stays").gone()).isEmpty();
    assertThat(world.folder("INBOX").held()).isEqualTo(1);
  }

  @Test
  void aMailThatIsMovedIsTheSameOneElsewhere() throws Exception {
    world.with(
        account.withFolders(
            new MailFolderChoice(
                List.of("INBOX", "Applications"),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty())),
        "open sesame");
    var applications = box("Applications");
    deliver("INBOX", "1@k", "Moved");
    world.read("home");
    long id = world.called("Moved").id();
    var inbox = box("INBOX");
    inbox.copyMessage(inbox.getMessages().getFirst().getUid(), applications);
    inbox.deleteAllMessages();

    world.read("home");

    assertThat(world.rows()).extracting(MailRow::id).containsExactly(id);
    assertThat(world.called("Moved").gone()).isEmpty();
    assertThat(world.called("Moved").outcome()).isEqualTo(Outcome.NEW);
    assertThat(world.called("Moved").folder()).isEqualTo(world.folder("Applications").id());
  }

  @Test
  void movedTheOtherWayItIsTheSameOneToo() throws Exception {
    world.with(
        account.withFolders(
            new MailFolderChoice(
                List.of("INBOX", "Applications"),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty())),
        "open sesame");
    deliver("Applications", "1@k", "Moved");
    world.read("home");
    long id = world.called("Moved").id();
    var applications = box("Applications");
    applications.copyMessage(applications.getMessages().getFirst().getUid(), box("INBOX"));
    applications.deleteAllMessages();

    world.read("home");

    assertThat(world.rows()).extracting(MailRow::id).containsExactly(id);
    assertThat(world.called("Moved").gone()).isEmpty();
    assertThat(world.called("Moved").folder()).isEqualTo(world.folder("INBOX").id());
  }

  @Test
  void aFolderThatIsNotThereCostsOnlyItself() throws Exception {
    world.with(
        account.withFolders(
            new MailFolderChoice(
                List.of("INBOX", "Nowhere"),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty())),
        "open sesame");
    deliver("INBOX", "1@k", "Hello");

    Task task = world.read("home");

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(task.result())
        .contains("has no folder \"Nowhere\" that can be opened")
        .startsWith("1 new mail");
  }

  @Test
  void severalMailboxesAreReadAtOnce() throws Exception {
    server.setUser("al@home.example", "al@home.example", "abc");
    world.with(
        MailAccount.of("other", account.server(), "al@home.example").withLookBackDays(30), "abc");
    deliver("INBOX", "1@k", "Hello");

    assertThat(world.home.with(world.sync::beginAll)).hasSize(2);
    MailWorld.until(
        () ->
            world.state("home").synced().isPresent() && world.state("other").synced().isPresent());

    assertThat(world.subjects()).containsExactly("Hello");
  }

  @Test
  void whatIsOlderThanTheWindowIsLeftAndComesWhenItIsWidened() throws Exception {
    box("INBOX")
        .appendMessage(
            mail("1@k", "Old"), new Flags(), Date.from(Instant.parse("2026-05-01T00:00:00Z")));
    deliver("INBOX", "2@k", "Young");
    world.read("home");
    assertThat(world.subjects()).containsExactly("Young");

    world.with(account.withLookBackDays(400), "open sesame");
    world.read("home");

    assertThat(world.subjects()).containsExactly("Old", "Young");
  }
}
