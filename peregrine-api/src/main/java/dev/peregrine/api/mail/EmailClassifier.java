package dev.peregrine.api.mail;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import java.util.List;
import java.util.Optional;

/**
 * Says what mails mean for the person's applications, and by which words. Plugins implement it; the
 * host calls it, shows the verdict as a suggestion and never acts on it by itself.
 *
 * <p>Mails are hostile text: what a mail asks for is never done, and it reaches a model only
 * through {@link dev.peregrine.api.llm.Llm#asData}.
 *
 * <p><b>Threads:</b> one instance serves all tenants and is called from many threads at once. Keep
 * no state; what was learnt from one person comes with the context and stays with that person.
 *
 * <p><b>Failure:</b> any exception costs the verdicts of the mails in the call, which the next
 * classifier then judges; they are listed as undecided if there is none. {@code BAD_SETTINGS} rests
 * the classifier until its settings change.
 *
 * <p><b>Limits:</b> 60 s for a call of {@link #classify}, 5 min for {@link #train}; then
 * interrupted. A call has at most as many mails as the descriptor's batch.
 *
 * @since 0.1
 */
public interface EmailClassifier {

  /** What this classifier is: a constant. */
  ClassifierDescriptor descriptor();

  /**
   * Judges mails.
   *
   * <p>The same mail gives the same verdict, in any company of other mails, as long as settings,
   * {@linkplain ClassifierDescriptor#revision revision} and what was learnt are the same; only a
   * classifier that uses a model may differ.
   *
   * @return one verdict a mail, in the same order
   */
  List<Verdict> classify(List<MailMessage> mails, ClassifierContext context)
      throws ExtensionException, InterruptedException;

  /**
   * Learns from the corrections in the context. The host calls it when there are new ones, keeps
   * what it returns for this tenant, and lends it to {@link #classify} as {@link
   * ClassifierContext#learnt} until the next time or until the revision changes. Only with {@link
   * ClassifierDescriptor#learns}.
   *
   * @return what was learnt, at most 5 MiB; empty where the corrections are too few
   */
  default Optional<Blob> train(ClassifierContext context)
      throws ExtensionException, InterruptedException {
    return Optional.empty();
  }
}
