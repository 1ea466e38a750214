package dev.peregrine.host.plugins;

import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.Http;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Progress;
import dev.peregrine.api.Settings;
import java.time.InstantSource;

/** A context that lends what every extension is lent, and something more of its kind. */
interface Lending extends ExtensionContext {

  /** What every extension is lent. */
  LentContext lent();

  @Override
  default Settings settings() {
    return lent().settings();
  }

  @Override
  default Http http() {
    return lent().http();
  }

  @Override
  default InstantSource clock() {
    return lent().clock();
  }

  @Override
  default System.Logger log() {
    return lent().log();
  }

  @Override
  default Json json(String text) {
    return lent().json(text);
  }

  @Override
  default Markup html(String text) {
    return lent().html(text);
  }

  @Override
  default Progress progress() {
    return lent().progress();
  }
}
