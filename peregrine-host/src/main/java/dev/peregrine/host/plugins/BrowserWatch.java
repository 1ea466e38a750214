package dev.peregrine.host.plugins;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.HttpStream;
import java.net.URI;

/** Tells when an extension asked for a browser in vain: "needs a browser" is not "is broken". */
record BrowserWatch(Http http, BoardListener listener) implements Http {

  @Override
  public HttpReply fetch(HttpCall call) throws ExtensionException, InterruptedException {
    return http.fetch(call);
  }

  @Override
  public HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException {
    return http.exchange(call);
  }

  @Override
  public HttpReply render(URI page) throws ExtensionException, InterruptedException {
    try {
      return http.render(page);
    } catch (ExtensionException refusal) {
      if (refusal.kind() == ExtensionException.Kind.UNSUPPORTED) {
        listener.noBrowser();
      }
      throw refusal;
    }
  }

  @Override
  public HttpStream stream(HttpCall call) throws ExtensionException, InterruptedException {
    return http.stream(call);
  }

  @Override
  public HttpReply send(HttpCall call, Content body)
      throws ExtensionException, InterruptedException {
    return http.send(call, body);
  }
}
