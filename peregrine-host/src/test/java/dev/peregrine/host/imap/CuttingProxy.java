package dev.peregrine.host.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Lies between a mailbox and its server, and cuts connections. */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket listening;
  private final int to;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong passed = new AtomicLong();
  private final AtomicInteger taken = new AtomicInteger();
  private volatile boolean silent;
  private volatile boolean refusing;

  CuttingProxy(int to) throws IOException {
    this.to = to;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread _ = Thread.ofVirtual().start(this::take);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Cuts the connection once after so many bytes from the server. */
  void cutAfter(long bytes) {
    left.set(bytes);
  }

  /** Takes no connections any more, or does again. */
  void refuse(boolean refuses) {
    refusing = refuses;
  }

  /** Passes nothing on any more, and says nothing of it. */
  void fallSilent() {
    silent = true;
  }

  /** Passes everything on again, in new connections. */
  void speak() {
    silent = false;
  }

  void cut() {
    open.forEach(CuttingProxy::close);
  }

  /** How many connections were made. */
  int connections() {
    return taken.get();
  }

  /** How many bytes came from the server. */
  long passed() {
    return passed.get();
  }

  private void take() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (refusing) {
          client.close();
          continue;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
        taken.incrementAndGet();
        open.add(client);
        open.add(server);
        Thread _ = Thread.ofVirtual().start(() -> pass(client, server, false));
        Thread _ = Thread.ofVirtual().start(() -> pass(server, client, true));
      } catch (IOException closed) {
        // The next one, or the end.
      }
    }
  }

  private void pass(Socket from, Socket into, boolean counts) {
    byte[] bytes = new byte[8_192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      int count;
      while ((count = in.read(bytes)) >= 0) {
        if (silent) {
          continue;
        }
        if (counts) {
          passed.addAndGet(count);
          if (left.addAndGet(-count) < 0) {
            left.set(Long.MAX_VALUE);
            break;
          }
        }
        out.write(bytes, 0, count);
        out.flush();
      }
    } catch (IOException cut) {
      // Both ends go.
    }
    close(from);
    close(into);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // It is what was wanted.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
