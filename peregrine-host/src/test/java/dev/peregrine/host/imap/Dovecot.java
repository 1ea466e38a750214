package dev.peregrine.host.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Dovecot with a configuration and mailboxes of its own, on ports of this machine. Where the
 * program is not installed, tests that want it say so and are left out; {@code ./peregrine test}
 * installs it where it may.
 */
final class Dovecot implements AutoCloseable {

  /** Leads here, and does not look like it. */
  static final String ELSEWHERE = "127.1";

  private static final String PASSWORD = "open-sesame";

  private final Path home;
  private final Process process;
  private final int plain;
  private final int tls;
  private int delivered;

  private Dovecot(Path home, Process process, int plain, int tls) {
    this.home = home;
    this.process = process;
    this.plain = plain;
    this.tls = tls;
  }

  private static Optional<Path> program() {
    return Stream.of("/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Dovecot start() throws Exception {
    return start(TestCertificate.shared());
  }

  static Dovecot start(TestCertificate certificate) throws Exception {
    assumeTrue(
        program().isPresent(),
        "Dovecot is not installed (Debian: apt-get install dovecot-imapd), so reading from a real"
            + " server was not tried.");
    // Dovecot reads mails as a user of its own, who has to get in.
    Path home = Files.createTempDirectory("dovecot");
    open(home);
    int plain = freePort();
    int tls = freePort();
    boolean root = System.getProperty("user.name").equals("root");
    Files.writeString(home.resolve("cert.pem"), certificate.certificatePem());
    Files.writeString(home.resolve("key.pem"), certificate.keyPem());
    String me = System.getProperty("user.name");
    Files.writeString(
        home.resolve("dovecot.conf"),
        """
        protocols = imap
        base_dir = HOME/run
        state_dir = HOME/state
        log_path = HOME/log
        listen = 127.0.0.1
        ssl = yes
        ssl_cert = <HOME/cert.pem
        ssl_key = <HOME/key.pem
        disable_plaintext_auth = no
        default_internal_user = INTERNAL
        default_internal_group = GROUP
        default_login_user = LOGIN
        first_valid_uid = 1
        mail_location = maildir:HOME/mail/%u
        mail_fsync = never
        mail_max_userip_connections = 100
        service anvil {
          chroot =
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = PLAIN
          }
          inet_listener imaps {
            port = TLS
            ssl = yes
          }
        }
        passdb {
          driver = static
          args = password=PASSWORD
        }
        userdb {
          driver = static
          args = uid=INTERNAL gid=GROUP home=HOME/mail/%u
        }
        namespace inbox {
          inbox = yes
          separator = /
          mailbox Verschicktes {
            special_use = \\Sent
            auto = create
          }
        }
        """
            .replace("HOME", home.toString())
            .replace("INTERNAL", root ? "dovecot" : me)
            .replace("GROUP", root ? "dovecot" : group())
            .replace("LOGIN", root ? "dovenull" : me)
            .replace("PLAIN", Integer.toString(plain))
            .replace("TLS", Integer.toString(tls))
            .replace("PASSWORD", PASSWORD));
    Files.createDirectories(home.resolve("mail"));
    open(home.resolve("mail"));
    Process process =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "-F",
                "-c",
                home.resolve("dovecot.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out").toFile())
            .start();
    var started = new Dovecot(home, process, plain, tls);
    MailWorld.until(started::answers);
    return started;
  }

  private static String group() throws IOException, InterruptedException {
    Process id = new ProcessBuilder("id", "-gn").start();
    String name = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(id.waitFor()).isZero();
    return name;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private boolean answers() {
    assertThat(process.isAlive()).as("Dovecot runs: %s", said()).isTrue();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), plain)) {
      return socket.getInputStream().read() == '*';
    } catch (IOException notYet) {
      return false;
    }
  }

  private String said() {
    try {
      return Files.readString(home.resolve("out"));
    } catch (IOException nothing) {
      return "";
    }
  }

  int port() {
    return plain;
  }

  /** A mailbox without TLS. */
  MailAccount account(String user) {
    return account(user, Security.NONE);
  }

  MailAccount account(String user, Security security) {
    // With TLS as if it were elsewhere: by its letters, this is not the machine itself.
    String host = security == Security.NONE ? "127.0.0.1" : ELSEWHERE;
    return MailAccount.of(
        user, new MailServer(host, security == Security.TLS ? tls : plain, security), user);
  }

  /** The same behind another port. */
  MailAccount account(String user, int port) {
    return MailAccount.of(user, new MailServer("127.0.0.1", port, Security.NONE), user);
  }

  String password() {
    return PASSWORD;
  }

  /** Puts a mail into a folder as if the server had got it. */
  void deliver(String user, String folder, byte[] mail, Instant received) throws IOException {
    Path box = box(user, folder);
    for (String part : List.of("new", "cur", "tmp")) {
      if (Files.notExists(box.resolve(part))) {
        Files.createDirectories(box.resolve(part));
        open(box.resolve(part));
        open(box);
        open(home.resolve("mail").resolve(user));
      }
    }
    Path draft = box.resolve("tmp").resolve(delivered + ".test");
    Files.write(draft, mail);
    Files.setLastModifiedTime(draft, FileTime.from(received));
    Files.move(
        draft,
        box.resolve("new")
            .resolve(
                "%d.M%d.test,S=%d".formatted(1_700_000_000 + delivered, delivered, mail.length)));
    delivered++;
  }

  private Path box(String user, String folder) {
    Path root = home.resolve("mail").resolve(user);
    return folder.equals("INBOX") ? root : root.resolve("." + folder);
  }

  /** Has the server number a folder anew, as one that was moved to another machine. */
  void renumber(String user, String folder) throws IOException {
    try (Stream<Path> files = Files.list(box(user, folder))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("dovecot")) {
          Files.delete(file);
        }
      }
    }
  }

  /** Takes the mails of a folder away whose file holds a word. */
  void delete(String user, String folder, String word) throws IOException {
    for (String part : List.of("new", "cur")) {
      try (Stream<Path> files = Files.list(box(user, folder).resolve(part))) {
        for (Path file : files.toList()) {
          if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /** Takes the right away to read the mails of a folder whose file holds a word. */
  void lock(String user, String folder, String word) throws IOException {
    for (String part : List.of("new", "cur")) {
      try (Stream<Path> files = Files.list(box(user, folder).resolve(part))) {
        for (Path file : files.toList()) {
          if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
            Files.setPosixFilePermissions(file, Set.of());
          }
        }
      }
    }
  }

  /** What another program sees of a folder: each message with number and flags. */
  List<String> flags(String user, String folder) throws IOException {
    return asked(user, "EXAMINE \"" + folder + "\"", "UID FETCH 1:* (FLAGS)").stream()
        .filter(line -> line.contains(" FETCH "))
        .toList();
  }

  /** What the server answers to commands of somebody else. */
  List<String> asked(String user, String... commands) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), plain);
        var reader =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      var said = new ArrayList<String>();
      var all = new ArrayList<String>();
      all.add("LOGIN %s \"%s\"".formatted(user, PASSWORD));
      all.addAll(List.of(commands));
      for (int index = 0; index < all.size(); index++) {
        String line = "a%d %s\r\n".formatted(index, all.get(index));
        socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        String answer;
        while ((answer = reader.readLine()) != null) {
          said.add(answer);
          if (answer.startsWith("a" + index + " ")) {
            assertThat(answer).startsWith("a" + index + " OK");
            break;
          }
        }
      }
      return said;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Files.walkFileTree(
          home,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failed)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
