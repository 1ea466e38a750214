package dev.peregrine.host.backup;

import dev.peregrine.host.secrets.SecretStore;
import java.util.Optional;

/**
 * How what was prepared is put in place: for one's own Peregrine the whole program begins anew, for
 * one of many what is theirs.
 */
public interface Anew {

  /** Ends everything that uses the current tenant's home and has it begun anew, soon. */
  void begin();

  /**
   * Forgets what opened the secrets that are being deleted, where it is this person's alone.
   *
   * @return what could not be forgotten, as a sentence
   */
  Optional<String> forgetKey();

  /**
   * For one's own Peregrine.
   *
   * @param secrets whose key is the person's
   * @param restart ends everything and begins it anew
   */
  static Anew program(SecretStore secrets, Runnable restart) {
    return new Anew() {
      @Override
      public void begin() {
        restart.run();
      }

      @Override
      public Optional<String> forgetKey() {
        return secrets.forgetKey();
      }
    };
  }
}
