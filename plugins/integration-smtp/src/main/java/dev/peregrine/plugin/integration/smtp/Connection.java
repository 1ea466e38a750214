package dev.peregrine.plugin.integration.smtp;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.plugin.integration.smtp.Server.Security;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection to the server, over a socket that the host lends. */
final class Connection {

  private static final int SILENCE_MILLIS = (int) Duration.ofSeconds(20).toMillis();

  private final Server server;
  private final IntegrationContext context;

  Connection(Server server, IntegrationContext context) {
    this.server = server;
    this.context = context;
  }

  /** Something to do with the server once it let us in. */
  @FunctionalInterface
  interface Deed {
    void with(SMTPTransport transport, Session session) throws MessagingException;
  }

  /**
   * Connects, signs in, does it and says goodbye. On a virtual thread, because a platform thread
   * that reads from a socket would not hear an interrupt.
   */
  void run(Deed deed) throws ExtensionException, InterruptedException {
    var work =
        new FutureTask<Void>(
            () -> {
              runHere(deed);
              return null;
            });
    Thread worker = Thread.ofVirtual().name("smtp").start(work);
    try {
      work.get();
    } catch (InterruptedException stopped) {
      worker.interrupt();
      throw stopped;
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case ExtensionException known -> throw known;
        case InterruptedException stopped -> throw new InterruptedException();
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed);
      }
    }
  }

  private void runHere(Deed deed) throws ExtensionException, InterruptedException {
    Session session = session();
    var transport = new SMTPTransport(session, new URLName("smtp", null, -1, null, null, null));
    try {
      Socket socket = open();
      try {
        transport.connect(socket);
        deed.with(transport, session);
      } finally {
        leave(transport, socket);
      }
    } catch (IOException | MessagingException failed) {
      throw Refusal.of(failed, server);
    }
  }

  /** What goes wrong now is of no matter: a mail that was taken must not be sent again. */
  private static void leave(SMTPTransport transport, Socket socket) {
    try (socket) {
      transport.close();
    } catch (IOException | MessagingException gone) {
      // as wanted
    }
  }

  private Socket open() throws ExtensionException, InterruptedException, IOException {
    Socket plain = context.connect(server.host(), server.port());
    boolean opened = false;
    try {
      plain.setSoTimeout(SILENCE_MILLIS);
      Socket socket = server.security() == Security.TLS ? secured(plain) : plain;
      opened = true;
      return socket;
    } finally {
      if (!opened) {
        plain.close();
      }
    }
  }

  private Socket secured(Socket plain) throws IOException {
    var secured = (SSLSocket) factory().createSocket(plain, server.host(), server.port(), true);
    if (!server.isThisMachine()) {
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
    }
    secured.startHandshake();
    return secured;
  }

  private SSLSocketFactory factory() {
    return server.isThisMachine()
        ? AnyCertificate.factory()
        : (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  private Session session() {
    boolean starttls = server.security() == Security.STARTTLS;
    var properties = new Properties();
    properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
    properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
    properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(!server.isThisMachine()));
    properties.put("mail.smtp.ssl.socketFactory", factory());
    // Otherwise the library would look for the machine's name, and tell it.
    properties.put("mail.smtp.localhost", "[127.0.0.1]");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.from", server.from().getAddress());
    return Session.getInstance(properties, new Password(server));
  }

  /**
   * What the library asks for the password. It also looks beside this class for files of its own,
   * and complains in the log where it finds none: they are in this module's resources.
   */
  private static final class Password extends Authenticator {

    private final Server server;

    Password(Server server) {
      this.server = server;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(server.user().orElse(""), server.password().orElse(""));
    }
  }
}
