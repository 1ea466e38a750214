package dev.peregrine.host.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * The sockets of one connection, so that it can be cut from outside: the library waits for a server
 * that is listened to however long that is silent.
 */
final class RememberedSockets {

  private final SocketFactory factory;
  private final SSLSocketFactory tls;
  private final Queue<Socket> made = new ConcurrentLinkedQueue<>();

  RememberedSockets(SocketFactory factory, Optional<SSLSocketFactory> trust) {
    this.factory = factory;
    this.tls = trust.orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /** Closes what is open, whoever waits for it. */
  void cut() {
    for (Socket socket : made) {
      try {
        socket.close();
      } catch (IOException closed) {
        // It is what was wanted.
      }
    }
  }

  private Socket remembered() throws IOException {
    Socket socket = factory.createSocket();
    made.add(socket);
    return socket;
  }

  SocketFactory plain() {
    return new Plain();
  }

  /** Begins plainly, so that the rules for addresses hold, and puts TLS over it afterwards. */
  SSLSocketFactory secure() {
    return new Secure();
  }

  private static UnsupportedOperationException never() {
    return new UnsupportedOperationException("the library connects sockets itself");
  }

  private final class Plain extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      return remembered();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw never();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw never();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw never();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw never();
    }
  }

  private final class Secure extends SSLSocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      return remembered();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean closes)
        throws IOException {
      return tls.createSocket(plain, host, port, closes);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw never();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw never();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw never();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw never();
    }
  }
}
