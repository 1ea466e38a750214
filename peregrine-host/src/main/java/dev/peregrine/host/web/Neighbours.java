package dev.peregrine.host.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** The other nodes of a service, as the web edge of one meets them. */
public interface Neighbours {

  /** Answers a request of another node to this one; false where it is none. */
  boolean answers(HttpServletRequest asked, HttpServletResponse answer) throws IOException;

  /** Learns that another node did not answer. */
  void unreachable(URI node);

  /** Learns that this node has begun to stop; requests still come, and are answered. */
  void leaving();
}
