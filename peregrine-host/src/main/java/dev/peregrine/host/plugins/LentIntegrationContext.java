package dev.peregrine.host.plugins;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.StateStore;
import dev.peregrine.host.http.OutgoingHttp.Dialling;
import java.net.Socket;
import java.util.Set;

/** What is lent to an integration for one call. */
record LentIntegrationContext(
    LentContext lent, StateStore state, AccessTokens tokens, Set<String> entered, Dialling dialling)
    implements Lending, IntegrationContext {

  @Override
  public String accessToken() throws ExtensionException, InterruptedException {
    return tokens.token();
  }

  @Override
  public String renewedAccessToken() throws ExtensionException, InterruptedException {
    return tokens.renewed();
  }

  @Override
  public Socket connect(String host, int port) throws ExtensionException {
    return dialling.connect(host, port, entered.contains(host));
  }

  /** Names no setting: some are secret. */
  @Override
  public String toString() {
    return "context of one call";
  }
}
