package dev.peregrine.host.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that says exactly what a test wants, as providers do in their ways. */
public final class ScriptedImap implements AutoCloseable {

  private final ServerSocket server;

  public volatile String greeting = "* OK ready";
  public volatile String capabilities = "IMAP4rev1 IDLE SPECIAL-USE";

  /** The rest of the answer to a login, such as {@code NO [ALERT] …}. */
  public volatile String login = "OK done";

  /** The answer to the question for the folders. */
  public volatile String list = "OK done";

  /** The password or token that counts; everything else is refused. */
  public volatile String secret = "";

  public volatile List<String> folders =
      List.of(
          "(\\HasNoChildren) \"/\" INBOX",
          "(\\HasNoChildren) \"/\" Bewerbungen",
          "(\\HasNoChildren \\Sent) \"/\" Gesendet",
          "(\\HasNoChildren \\Trash) \"/\" Papierkorb",
          "(\\Noselect) \"/\" Alt");

  /** What clients said, passwords too. */
  public final List<String> heard = new CopyOnWriteArrayList<>();

  public ScriptedImap() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = socket.getOutputStream();
      if (!greeting.isEmpty()) {
        say(out, greeting);
      }
      String line = in.readLine();
      while (line != null) {
        heard.add(line);
        String[] words = line.split(" ", 3);
        String tag = words[0];
        String rest = words.length > 2 ? words[2] : "";
        switch (words.length > 1 ? words[1].toUpperCase(java.util.Locale.ROOT) : "") {
          case "CAPABILITY" -> {
            say(out, "* CAPABILITY " + capabilities);
            say(out, tag + " OK done");
          }
          case "LOGIN" -> say(out, tag + " " + login(rest.contains(secret)));
          case "AUTHENTICATE" -> {
            String[] parts = rest.split(" ");
            String shown = parts.length > 1 ? parts[1] : asked(in, out);
            boolean fits =
                new String(Base64.getDecoder().decode(shown), StandardCharsets.UTF_8)
                    .contains(secret);
            say(out, tag + " " + login(fits));
          }
          case "LIST" -> {
            if (list.startsWith("OK")) {
              for (String folder : folders) {
                say(out, "* LIST " + folder);
              }
            }
            say(out, tag + " " + list);
          }
          case "EXAMINE" -> {
            say(out, "* 0 EXISTS");
            say(out, "* OK [UIDVALIDITY 1] ok");
            say(out, "* FLAGS (\\Seen)");
            say(out, tag + " OK [READ-ONLY] done");
          }
          case "LOGOUT" -> {
            say(out, "* BYE");
            say(out, tag + " OK bye");
            return;
          }
          default -> say(out, tag + " OK done");
        }
        line = in.readLine();
      }
    } catch (IOException gone) {
      // The client went away, as clients do.
    }
  }

  private static String asked(BufferedReader in, OutputStream out) throws IOException {
    say(out, "+ ");
    return String.valueOf(in.readLine());
  }

  private String login(boolean fits) {
    return fits ? login : "NO [AUTHENTICATIONFAILED] Authentication failed.";
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
