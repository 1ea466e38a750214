package dev.peregrine.host.classifying;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.mail.ClassifierContext.Correction;
import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.plugins.PluginBugException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has classifiers learn from what the person corrected, each time that changed. */
final class Training {

  private static final Logger LOG = LoggerFactory.getLogger(Training.class);

  /** As many as {@link dev.peregrine.api.mail.ClassifierContext#corrections} promises. */
  private static final int MOST = 5_000;

  private final Mails mails;
  private final Learnt learnt;

  Training(Mails mails, Learnt learnt) {
    this.mails = mails;
    this.learnt = learnt;
  }

  /** What the person corrected, the latest first. */
  List<Correction> corrections() {
    return mails.corrections(MOST).stream()
        .flatMap(
            mail ->
                mail.judged().stream()
                    .map(judged -> new Correction(mail.message(), judged.label())))
        .toList();
  }

  /** Whether a classifier learnt from other corrections than there are. */
  boolean isStale(Chain chain) {
    if (chain.learning().findAny().isEmpty()) {
      return false;
    }
    String basis = basis();
    return chain.learning().anyMatch(call -> !basis.equals(learnt(call)));
  }

  private String learnt(ClassifierCall call) {
    return learnt.corrections(call.id(), call.descriptor().revision());
  }

  /** Trains those that learnt from others; one that fails keeps what it learnt before. */
  void refresh(Chain chain) throws InterruptedException {
    String basis = basis();
    for (ClassifierCall call : chain.learning().toList()) {
      if (!basis.equals(learnt(call))) {
        try {
          train(call, basis);
        } catch (ExtensionException | PluginBugException failed) {
          LOG.warn("Mail classifier {} did not learn: {}", call.id(), failed.getMessage());
        }
      }
    }
  }

  private void train(ClassifierCall call, String basis)
      throws ExtensionException, InterruptedException {
    Optional<Blob> brought = basis.isEmpty() ? Optional.empty() : call.train();
    if (brought.isPresent()) {
      learnt.save(call.id(), call.descriptor().revision(), basis, brought.get());
    } else {
      learnt.forget(call.id());
    }
  }

  /** Tells corrections from others; empty where there are none. */
  private String basis() {
    Map<Long, MailLabel> said = mails.said(MOST);
    if (said.isEmpty()) {
      return "";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      said.forEach(
          (mail, label) ->
              digest.update((mail + " " + label.key() + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
