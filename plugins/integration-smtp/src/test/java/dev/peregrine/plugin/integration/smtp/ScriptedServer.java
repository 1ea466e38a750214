package dev.peregrine.plugin.integration.smtp;

import com.icegreen.greenmail.util.GreenMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on the own machine that answers each command as it was told. */
final class ScriptedServer implements AutoCloseable {

  /** Instead of an answer: nothing at all. */
  static final String SILENCE = "silence";

  /** Instead of an answer: the end of the connection. */
  static final String CUT = "cut";

  private final ServerSocket server;
  private final Map<String, String> answers =
      new ConcurrentHashMap<>(
          Map.of(
              "GREETING", "220 mail.example ESMTP",
              "EHLO", "250-mail.example\r\n250 AUTH PLAIN LOGIN",
              "AUTH", "235 2.7.0 welcome",
              "MAIL", "250 2.1.0 ok",
              "RCPT", "250 2.1.5 ok",
              "DATA", "354 go on",
              ".", "250 2.0.0 queued",
              "RSET", "250 ok",
              "QUIT", "221 bye"));
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch silent = new CountDownLatch(1);

  private ScriptedServer(ServerSocket server) {
    this.server = server;
  }

  static ScriptedServer start() {
    try {
      var scripted =
          new ScriptedServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
      Thread.ofVirtual().start(scripted::accept);
      return scripted;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  ScriptedServer answer(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  /** The commands and the lines of mails, in order. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  void awaitSilence() throws InterruptedException {
    if (!silent.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("Nobody came within 20 s.");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (say(client, "GREETING") && talk(client)) {
        try (Socket secured = secured(client)) {
          boolean _ = talk(secured);
        }
      }
    } catch (IOException | GeneralSecurityException gone) {
      // the client has what it wants
    }
  }

  /** Says whether the client wants TLS now, and gets it. */
  private boolean talk(Socket client) throws IOException {
    var lines =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8), 1);
    boolean inMail = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      heard.add((client instanceof SSLSocket ? "(TLS) " : "") + line);
      if (inMail && !line.equals(".")) {
        continue;
      }
      String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
      inMail = command.equals("DATA") && answer("DATA").startsWith("354");
      if (!say(client, command)) {
        return false;
      }
      if (command.equals("STARTTLS") && answer("STARTTLS").startsWith("220")) {
        return true;
      }
    }
    return false;
  }

  /** With the certificate that GreenMail brings for tests. */
  private static Socket secured(Socket client) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    char[] password = "changeit".toCharArray();
    try (InputStream file = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
      keys.load(file, password);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var secured =
        (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private String answer(String command) {
    return answers.getOrDefault(command, "502 5.5.1 unknown");
  }

  private boolean say(Socket client, String command) throws IOException {
    String answer = answer(command);
    if (answer.equals(SILENCE)) {
      silent.countDown();
      int _ = client.getInputStream().read();
      return false;
    }
    if (answer.equals(CUT)) {
      return false;
    }
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
    return true;
  }
}
