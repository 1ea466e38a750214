package dev.peregrine.host.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.ee10.proxy.AsyncProxyServlet;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes a request on to the node that works for whoever asks, and its answer back, both while they
 * come in.
 */
final class Passing extends AsyncProxyServlet {

  /** No address of ours; the servlet must have one to be begun and ended with the server. */
  static final String PATH = "/-/elsewhere";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Passing.class);
  private static final String TO = "peregrine.elsewhere";
  private static final long CONNECT_MILLIS = 2_000;

  private final transient Neighbours neighbours;
  private final transient Refusal refusal;

  /** Says to whoever asked that they should try again. */
  @FunctionalInterface
  interface Refusal {
    void say(HttpServletRequest asked, HttpServletResponse answer) throws IOException;
  }

  Passing(Neighbours neighbours, Refusal refusal) {
    this.neighbours = neighbours;
    this.refusal = refusal;
  }

  /** This, with what it is told at its beginning. */
  ServletHolder holder() {
    var holder = new ServletHolder(this);
    holder.setInitParameters(
        Map.of(
            "preserveHost", "true",
            "viaHost", "peregrine",
            // Events never end.
            "timeout", "0",
            // Events say something every 15 seconds; who is frozen does not.
            "idleTimeout", "30000",
            "maxThreads", "32",
            "maxConnections", "1024",
            "requestBufferSize", "40960",
            "responseBufferSize", "40960"));
    holder.setInitOrder(1);
    return holder;
  }

  void pass(Visitor.Elsewhere to, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException, ServletException {
    // What the other one says of its page is all that is said of it.
    answer.reset();
    asked.setAttribute(TO, to);
    service(asked, answer);
  }

  @Override
  protected void service(HttpServletRequest asked, HttpServletResponse answer)
      throws ServletException, IOException {
    if (to(asked).isEmpty()) {
      // Somebody who tries addresses.
      answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    super.service(asked, answer);
  }

  private static Optional<Visitor.Elsewhere> to(HttpServletRequest asked) {
    return asked.getAttribute(TO) instanceof Visitor.Elsewhere to
        ? Optional.of(to)
        : Optional.empty();
  }

  @Override
  protected HttpClient newHttpClient() {
    HttpClient client = super.newHttpClient();
    client.setConnectTimeout(CONNECT_MILLIS);
    return client;
  }

  @Override
  protected String rewriteTarget(HttpServletRequest asked) {
    String query = asked.getQueryString();
    return to(asked)
        .map(
            to ->
                to.node().toString().replaceFirst("/+$", "")
                    + asked.getRequestURI()
                    + (query == null ? "" : "?" + query))
        .orElse("");
  }

  @Override
  protected void addProxyHeaders(HttpServletRequest asked, Request passed) {
    super.addProxyHeaders(asked, passed);
    // Where it came from stays what the server in front said, which is none of the nodes.
    List<String> from = Collections.list(asked.getHeaders("X-Forwarded-For"));
    if (!from.isEmpty()) {
      passed.headers(all -> all.put("X-Forwarded-For", from));
    }
    to(asked).ifPresent(to -> passed.headers(all -> all.put(to.header(), to.word())));
  }

  @Override
  protected void onResponseContent(
      HttpServletRequest asked,
      HttpServletResponse answer,
      Response response,
      byte[] buffer,
      int offset,
      int length,
      Callback callback) {
    String type = Optional.ofNullable(answer.getContentType()).orElse("");
    if (!type.startsWith("text/event-stream")) {
      super.onResponseContent(asked, answer, response, buffer, offset, length, callback);
      return;
    }
    try {
      answer.getOutputStream().write(buffer, offset, length);
      answer.flushBuffer();
      callback.succeeded();
    } catch (IOException gone) {
      callback.failed(gone);
    }
  }

  @Override
  protected void onProxyResponseFailure(
      HttpServletRequest asked, HttpServletResponse answer, Response response, Throwable failure) {
    to(asked)
        .ifPresent(
            to -> {
              LOG.debug("{} did not answer", to.node(), failure);
              neighbours.unreachable(to.node());
            });
    super.onProxyResponseFailure(asked, answer, response, failure);
  }

  @Override
  protected void sendProxyResponseError(
      HttpServletRequest asked, HttpServletResponse answer, int status) {
    if (answer.isCommitted()) {
      super.sendProxyResponseError(asked, answer, status);
      return;
    }
    try {
      answer.reset();
      refusal.say(asked, answer);
    } catch (IOException gone) {
      LOG.debug("Nobody was there any more to read why", gone);
    } finally {
      if (asked.isAsyncStarted()) {
        asked.getAsyncContext().complete();
      }
    }
  }
}
