package dev.peregrine.api;

import java.util.Iterator;
import java.util.Optional;

/** The lines of an answer that was read as a whole. */
record ReadReplyStream(HttpReply reply, Iterator<String> lines) implements HttpStream {

  ReadReplyStream(HttpReply reply) {
    this(reply, reply.text().lines().iterator());
  }

  @Override
  public int status() {
    return reply.status();
  }

  @Override
  public Optional<String> header(String name) {
    return reply.header(name);
  }

  @Override
  public Optional<String> line() {
    return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
  }

  @Override
  public void close() {
    // nothing is open any more
  }
}
