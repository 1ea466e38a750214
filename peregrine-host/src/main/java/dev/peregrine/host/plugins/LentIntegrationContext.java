package dev.peregrine.host.plugins;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Progress;
import dev.peregrine.api.Settings;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.StateStore;
import java.time.InstantSource;

/** What is lent to an integration for one call. */
record LentIntegrationContext(LentContext lent, StateStore state, AccessTokens tokens)
    implements IntegrationContext {

  @Override
  public String accessToken() throws ExtensionException, InterruptedException {
    return tokens.token();
  }

  @Override
  public String renewedAccessToken() throws ExtensionException, InterruptedException {
    return tokens.renewed();
  }

  @Override
  public Settings settings() {
    return lent.settings();
  }

  @Override
  public Http http() {
    return lent.http();
  }

  @Override
  public InstantSource clock() {
    return lent.clock();
  }

  @Override
  public System.Logger log() {
    return lent.log();
  }

  @Override
  public Json json(String text) {
    return lent.json(text);
  }

  @Override
  public Markup html(String text) {
    return lent.html(text);
  }

  @Override
  public Progress progress() {
    return lent.progress();
  }

  /** Names no setting: some are secret. */
  @Override
  public String toString() {
    return "context of one call";
  }
}
