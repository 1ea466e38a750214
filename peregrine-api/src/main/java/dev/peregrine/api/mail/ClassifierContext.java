package dev.peregrine.api.mail;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.llm.Llm;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the host lends a mail classifier for one call.
 *
 * @since 0.1
 */
public interface ClassifierContext extends ExtensionContext {

  /**
   * What the person corrected so far, the latest first; at most 5,000. Read when it is asked for.
   */
  List<Correction> corrections();

  /** What {@link EmailClassifier#train} returned the last time for this tenant and revision. */
  Optional<Blob> learnt();

  /** A language model, if the descriptor asks for one and the person has and allows one. */
  Optional<Llm> llm();

  /**
   * A mail with the label that the person gave it.
   *
   * @param mail the mail
   * @param label the person's label
   */
  record Correction(MailMessage mail, MailLabel label) {
    public Correction {
      Objects.requireNonNull(mail);
      Objects.requireNonNull(label);
    }
  }
}
