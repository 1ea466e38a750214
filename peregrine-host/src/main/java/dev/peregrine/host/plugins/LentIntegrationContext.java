package dev.peregrine.host.plugins;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.StateStore;

/** What is lent to an integration for one call. */
record LentIntegrationContext(LentContext lent, StateStore state, AccessTokens tokens)
    implements Lending, IntegrationContext {

  @Override
  public String accessToken() throws ExtensionException, InterruptedException {
    return tokens.token();
  }

  @Override
  public String renewedAccessToken() throws ExtensionException, InterruptedException {
    return tokens.renewed();
  }

  /** Names no setting: some are secret. */
  @Override
  public String toString() {
    return "context of one call";
  }
}
