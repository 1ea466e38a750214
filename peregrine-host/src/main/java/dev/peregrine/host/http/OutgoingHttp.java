package dev.peregrine.host.http;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpReply;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;

/** Calls to other servers: for extensions within what their descriptors name, and for links. */
public final class OutgoingHttp implements AutoCloseable {

  public OutgoingHttp(OutgoingOptions options, InstantSource clock) {}

  /**
   * HTTP for one call of an extension, with cookies of its own.
   *
   * @param caller the name in the ledger, such as {@code board/adzuna}
   * @param entered addresses that the person entered: their hosts are allowed as well, also inside
   *     the own machine and network
   */
  public Http forExtension(String caller, About about, Collection<URI> entered) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Reads a page that the person pasted a link to; public hosts only. */
  public HttpReply page(URI address) throws ExtensionException, InterruptedException {
    throw new UnsupportedOperationException("not yet");
  }

  /** The latest calls. */
  public CallLedger ledger() {
    return new CallLedger(1000);
  }

  @Override
  public void close() {}
}
